package dev.gatehouse.migrations.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.mapper.DatabaseSettings;
import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A stranger's project, from an empty folder on.
@EachDatabase
class StandAloneTest {

    private final Map<String, String> environment;
    private final boolean isPostgres;

    @TempDir
    private Path folder;

    private String out = "";
    private String err = "";

    StandAloneTest(TestDatabase on) {
        var settings = on.fresh();
        isPostgres = settings instanceof DatabaseSettings.Postgres;
        environment = settings instanceof DatabaseSettings.Postgres server
                ? Map.of(
                        "DB_HOST", server.hosts().getFirst(),
                        "DB_PORT", "" + server.port(),
                        "DB_USER", server.user(),
                        "DB_PASS", server.password(),
                        "DB_NAME", server.database())
                : Map.of();
    }

    @Test
    void from_an_empty_folder_to_a_downgrade() throws IOException {
        init();
        assertThat(say("current")).isZero();
        assertThat(out).isEqualTo("<base>\n");

        assertThat(say("revision", "--autogenerate", "-m", "first tables")).isZero();
        assertThat(out).startsWith("Detected added table note\nGenerated ").endsWith("_FirstTables.java\n");
        assertThat(say("upgrade", "head")).isZero();
        var id = out.replaceAll("(?s).*-> ([0-9a-f]{12}), first tables\n", "$1");
        assertThat(out).isEqualTo("Running upgrade <base> -> %s, first tables\n".formatted(id));
        assertThat(say("upgrade", "head")).isZero();
        assertThat(out).isEqualTo("Nothing to do: the database is at %s (head)\n".formatted(id));
        assertThat(say("history")).isZero();
        assertThat(out).isEqualTo("<base> -> %s (head), first tables\n".formatted(id));
        assertThat(say("revision", "--autogenerate", "-m", "again")).isZero();
        assertThat(out).isEqualTo("No changes detected: no file was written\n");

        edit("Model.java", "notNull(\"title\", TEXT)", "nullable(\"title\", TEXT)");
        assertThat(say("revision", "--autogenerate", "-m", "untitled notes")).isZero();
        assertThat(out).startsWith("Detected changed column note.title\n");
        assertThat(say("upgrade", "+1")).isZero();
        assertThat(say("downgrade", "-1")).isZero();
        assertThat(out).endsWith(" -> %s, untitled notes\n".formatted(id));
        assertThat(say("downgrade", "base")).isZero();
        assertThat(say("current")).isZero();
        assertThat(out).isEqualTo("<base>\n");
    }

    @Test
    void what_goes_wrong_is_one_line_and_an_exit_code() throws IOException {
        init();
        assertThat(say("upgrade", "abc")).isOne();
        assertThat(err).isEqualTo("Can't locate revision identified by 'abc'\n");
        assertThat(say("downgrade", "-1")).isOne();
        assertThat(err).isEqualTo("-1 is too far: only 0 revisions lie that way\n");
        assertThat(say("upgrade", "--bogus")).isEqualTo(2);
        assertThat(err).startsWith("Unknown option: '--bogus'\n");
        assertThat(say("upgrade")).isEqualTo(2);

        edit("Model.java", "BIGINT", "BIGONT");
        assertThat(say("current")).isOne();
        assertThat(err)
                .isEqualTo("%s:15: cannot find symbol, symbol:   variable BIGONT, location: class Model.NoteTable\n"
                        .formatted(folder.resolve("db/Model.java")));
    }

    @Test
    void a_trace_is_shown_only_when_it_is_asked_for() throws IOException {
        init();
        say("upgrade", "abc");
        assertThat(err).doesNotContain("at dev.gatehouse");
        say("upgrade", "abc", "--trace");
        assertThat(err).contains("at dev.gatehouse");
    }

    @Test
    void init_leaves_a_folder_alone_that_is_not_empty() throws IOException {
        Files.createDirectories(folder.resolve("db"));
        Files.writeString(folder.resolve("db/precious.txt"), "mine");

        assertThat(run("init", folder.resolve("db").toString())).isOne();
        assertThat(err).isEqualTo(folder.resolve("db") + " is not empty\n");
    }

    @Test
    void a_setting_that_is_missing_is_named() throws IOException {
        init();
        edit("migrations.properties", "version.table = schema_revision", "version.table = ${NOBODY_SET_THIS}");

        assertThat(say("current")).isOne();
        assertThat(err)
                .isEqualTo(
                        "version.table in migrations.properties needs NOBODY_SET_THIS: set it in the environment or in .env\n");
        Files.writeString(folder.resolve("db/.env"), "# a comment\nNOBODY_SET_THIS=\"my_version\"\n");
        assertThat(say("current")).isZero();
    }

    @Test
    void a_folder_without_a_project_says_so() {
        assertThat(say("current")).isOne();
        assertThat(err).contains("there is no ").contains("init");
    }

    private void init() throws IOException {
        assertThat(run("init", folder.resolve("db").toString())).isZero();
        if (!isPostgres) return;
        edit("migrations.properties", "url = jdbc:sqlite", "# url = jdbc:sqlite");
        edit("migrations.properties", "# url = jdbc:postgresql", "url = jdbc:postgresql");
        edit("migrations.properties", "# user", "user");
        edit("migrations.properties", "# password", "password");
    }

    private void edit(String name, String old, String wanted) throws IOException {
        var file = folder.resolve("db").resolve(name);
        Files.writeString(file, Files.readString(file).replace(old, wanted));
    }

    private int say(String... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("-c", folder.resolve("db").toString()));
        return run(all.toArray(String[]::new));
    }

    private int run(String... arguments) {
        var standardOut = new StringWriter();
        var standardErr = new StringWriter();
        var code = StandAlone.commandLine(environment)
                .setOut(new PrintWriter(standardOut))
                .setErr(new PrintWriter(standardErr))
                .execute(arguments);
        out = standardOut.toString();
        err = standardErr.toString();
        return code;
    }
}
