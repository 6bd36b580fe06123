package dev.gatehouse.migrations.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.mapper.Dialect;
import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `upgrade` and `downgrade`: to run, to look first, or to write it down.
@EachDatabase
class MovingTest {

    private final TestDatabase on;

    @TempDir
    private Path folder;

    private Stranger stranger;

    MovingTest(TestDatabase on) {
        this.on = on;
    }

    @BeforeEach
    void a_first_revision() throws IOException {
        stranger = new Stranger(on, folder);
        Files.writeString(folder.resolve("db/versions/Ra1_First.java"), """
                package versions;
                import static dev.gatehouse.migrations.Define.*;
                import dev.gatehouse.migrations.*;
                import java.util.List;
                public final class Ra1_First implements Revision {
                    public String id() { return "a1a1"; }
                    public List<String> parents() { return List.of(); }
                    public String message() { return "first"; }
                    public void upgrade(Operations op) {
                        op.createTable("thing", column("id", bigint()).notNull(), primaryKey("id"));
                        op.sql("insert into thing values (1)");
                    }
                    public void downgrade(Operations op) { op.dropTable("thing"); }
                }
                """);
    }

    @Test
    void a_script_needs_no_database() throws IOException {
        Files.writeString(
                folder.resolve("db/migrations.properties"), "url = jdbc:postgresql://nowhere.invalid:1/none\n");

        assertThat(stranger.says("upgrade", "head", "--sql")).isZero();
        assertThat(stranger.out())
                .startsWith("-- upgrade <base> -> a1a1\n-- Run it with: psql")
                .endsWith("commit;\n");
        assertThat(stranger.says("upgrade", "head", "--sql", "--dialect", "sqlite"))
                .isZero();
        assertThat(stranger.out()).contains("begin immediate;\n").endsWith("pragma foreign_keys = on;\n");
        assertThat(stranger.says("downgrade", "base", "--sql")).isOne();
        assertThat(stranger.err()).isEqualTo("downgrade with --sql requires <fromrev>:<torev>\n");
        assertThat(stranger.says("upgrade", "head", "--dialect", "sqlite")).isEqualTo(2);
        assertThat(stranger.says("upgrade", "head", "--sql", "--dialect", "oracle"))
                .isEqualTo(2);
        assertThat(stranger.says("upgrade", "head", "--sql", "--plan")).isEqualTo(2);
    }

    @Test
    void a_plan_runs_nothing() {
        assertThat(stranger.says("upgrade", "head", "--plan")).isZero();
        assertThat(stranger.out())
                .startsWith("<base> -> a1a1, first\n  create table thing (\n")
                .endsWith("Nothing was run.\n");
        assertThat(stranger.says("current")).isZero();
        assertThat(stranger.out()).isEqualTo("<base>\n");

        assertThat(stranger.says("upgrade", "head")).isZero();
        assertThat(stranger.says("downgrade", "-1", "--plan")).isZero();
        assertThat(stranger.out()).contains("  destroys thing (1 row)\n");
        assertThat(stranger.says("downgrade", "-1", "--plan", "--json")).isZero();
        assertThat(stranger.out()).startsWith("{").contains("\"table\" : \"thing\"", "\"rows\" : 1");
    }

    @Test
    void data_goes_only_when_that_is_said_and_can_still_be_kept() {
        assertThat(stranger.says("upgrade", "head", "--json")).isZero();
        assertThat(stranger.out()).startsWith("{").contains("\"revision\" : \"a1a1\"", "\"copy\" : null");
        assertThat(stranger.says("downgrade", "base")).isOne();
        assertThat(stranger.err()).startsWith("this would destroy data: thing (1 row); nothing was changed");
        assertThat(stranger.says("downgrade", "base", "--destroy-data")).isZero();
        assertThat(stranger.out())
                .startsWith(
                        on.dialect() == Dialect.SQLITE
                                ? "Kept a copy of the database before its data goes: "
                                : "What goes now is kept only by a dump that was taken before: pg_dump --host ");
    }
}
