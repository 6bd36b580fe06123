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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Branches by the command line: begun, joined, stamped.
@EachDatabase
class BranchVerbsTest {

    private final Map<String, String> environment;

    @TempDir
    private Path folder;

    private String out = "";
    private String err = "";

    BranchVerbsTest(TestDatabase on) {
        environment = switch (on.fresh()) {
            case DatabaseSettings.Postgres server ->
                Map.of(
                        "URL",
                        "jdbc:postgresql://%s:%d/%s"
                                .formatted(server.hosts().getFirst(), server.port(), server.database()),
                        "DB_USER",
                        server.user(),
                        "DB_PASS",
                        server.password());
            default -> Map.of();
        };
    }

    @BeforeEach
    void a_project() throws IOException {
        Files.createDirectories(folder.resolve("versions"));
        Files.writeString(folder.resolve("migrations.properties"), """
                url = ${URL:jdbc:sqlite:%s/app.db}
                user = ${DB_USER:}
                password = ${DB_PASS:}
                """.formatted(folder));
        done("revision", "-m", "first", "--rev-id", "a1a1");
    }

    @Test
    void a_branch_begins_where_that_is_said() throws IOException {
        done("revision", "-m", "shop", "--branch-label", "shop");
        refused(
                "Revision a1a1 is not a head revision; please specify --splice to create a new branch from this revision",
                "revision",
                "-m",
                "x",
                "--head",
                "a1a1");
        done("revision", "-m", "mail", "--head", "a1a1", "--splice", "--branch-label", "mail", "--rev-id", "b1b1");
        assertThat(out).isEqualTo("Generated %s\n".formatted(folder.resolve("versions/Rb1b1_Mail.java")));
        assertThat(Files.readString(folder.resolve("versions/Rb1b1_Mail.java")))
                .contains("return List.of(\"a1a1\");", "branchLabels()", "return List.of(\"mail\");");

        say("revision", "-m", "lost");
        assertThat(err).startsWith("Multiple heads are present: ").contains("--head", "merge");
        done("revision", "-m", "more mail", "--head", "mail@head", "--rev-id", "b2b2", "--depends-on", "shop@head");
        assertThat(Files.readString(folder.resolve("versions/Rb2b2_MoreMail.java")))
                .contains("return List.of(\"b1b1\");", "dependsOn()");
        done("revision", "-m", "apart", "--head", "base", "--rev-id", "c1c1");
        assertThat(Files.readString(folder.resolve("versions/Rc1c1_Apart.java")))
                .contains("return List.of();");
    }

    @Test
    void what_cannot_be_written_is_refused_and_no_file_is_left() throws IOException {
        refused("revision id a1a1 is taken: choose another", "revision", "-m", "x", "--rev-id", "a1a1");
        for (var id : List.of("a-b", "head", "../x")) {
            refused(
                    "revision id '%s' is not allowed: use letters, digits and _, and no word for a target"
                            .formatted(id),
                    "revision",
                    "-m",
                    "x",
                    "--rev-id",
                    id);
        }
        refused("Can't locate revision identified by 'zz'", "revision", "-m", "x", "--depends-on", "zz");
        refused("--depends-on base names 0 revisions, not one", "revision", "-m", "x", "--depends-on", "base");
        refused(
                "branch label 'a1a1' of revision f1 is the id of a revision: choose another",
                "revision",
                "-m",
                "x",
                "--rev-id",
                "f1",
                "--branch-label",
                "a1a1");
        refused("No such branch: 'shop'", "revision", "-m", "x", "--head", "shop@head");
        refused("a merge joins two revisions or more, and heads names only a1a1", "merge", "heads");
        refused("Duplicate head revisions specified: a1a1", "merge", "a1a1", "a1");
        try (var files = Files.list(folder.resolve("versions"))) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void branches_are_joined() {
        done("revision", "-m", "left", "--rev-id", "b1b1");
        done("revision", "-m", "right", "--rev-id", "c1c1", "--head", "a1a1", "--splice");
        refused(
                "Revision a1a1 is not a head revision; please specify --splice to create a new branch from this revision",
                "merge",
                "a1a1",
                "b1b1");
        done("merge", "heads", "-m", "join", "--rev-id", "d1d1");
        done("upgrade", "head");
        assertThat(out).endsWith("Running upgrade b1b1, c1c1 -> d1d1, join\n");
        say("downgrade", "-1");
        assertThat(err).isEqualTo("Ambiguous walk: -1 could go by b1b1 or c1c1; name the revision\n");
        done("downgrade", "b1b1");
        done("merge", "b1b1", "c1c1", "--splice", "--json");
        assertThat(out).startsWith("{").contains("Merge", ".java").doesNotContain("Generated");
    }

    @Test
    void a_stamp_says_what_it_did_and_runs_nothing() {
        done("revision", "-m", "second", "--rev-id", "b1b1");
        done("stamp", "head");
        assertThat(out).isEqualTo("Running stamp <base> -> b1b1\n");
        done("stamp", "head");
        assertThat(out).isEqualTo("Nothing to do: the database is at b1b1 (head)\n");
        done("upgrade", "head");
        assertThat(out).startsWith("Nothing to do");
        done("stamp", "--purge", "a1", "--json");
        assertThat(out).contains("\"after\"", "a1a1").doesNotContain("Running");
        refused("Can't locate revision identified by 'zz'", "stamp", "zz");
    }

    @Test
    void a_stamp_as_sql_touches_no_database() throws IOException {
        Files.writeString(folder.resolve("migrations.properties"), "url = jdbc:postgresql://nowhere.invalid/none\n");

        done("stamp", "head", "--sql");
        assertThat(out).isEqualTo("""
                begin;
                create table schema_revision (revision text not null, constraint pk_schema_revision primary key (revision));
                insert into schema_revision (revision) values ('a1a1');
                commit;
                """);
        done("stamp", "a1a1:base", "--sql", "--dialect", "sqlite");
        assertThat(out).isEqualTo("begin;\ndelete from schema_revision where revision = 'a1a1';\ncommit;\n");
        refused("Can't use --purge with --sql mode: what would go is not known", "stamp", "head", "--sql", "--purge");
    }

    private void done(String... arguments) {
        assertThat(say(arguments)).as(err).isZero();
    }

    private void refused(String line, String... arguments) {
        assertThat(say(arguments)).isOne();
        assertThat(err).isEqualTo(line + "\n");
    }

    private int say(String... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("-c", folder.toString()));
        var standardOut = new StringWriter();
        var standardErr = new StringWriter();
        var code = StandAlone.commandLine(environment)
                .setOut(new PrintWriter(standardOut))
                .setErr(new PrintWriter(standardErr))
                .execute(all.toArray(String[]::new));
        out = standardOut.toString();
        err = standardErr.toString();
        return code;
    }
}
