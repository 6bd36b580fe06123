package dev.gatehouse.migrations.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A stranger's project, from an empty folder on.
@EachDatabase
class StandAloneTest {

    private final TestDatabase on;

    @TempDir
    private Path folder;

    private Stranger stranger;

    StandAloneTest(TestDatabase on) {
        this.on = on;
    }

    @BeforeEach
    void init() {
        stranger = new Stranger(on, folder);
    }

    @Test
    void from_an_empty_folder_to_a_downgrade() {
        assertThat(stranger.says("current")).isZero();
        assertThat(stranger.out()).isEqualTo("<base>\n");

        assertThat(stranger.says("revision", "--autogenerate", "-m", "first tables"))
                .isZero();
        assertThat(stranger.out())
                .startsWith("Detected added table note\nGenerated ")
                .endsWith("_FirstTables.java\n");
        assertThat(stranger.says("upgrade", "head")).isZero();
        var id = stranger.out().replaceAll("(?s).*-> ([0-9a-f]{12}), first tables\n", "$1");
        assertThat(stranger.out()).isEqualTo("Running upgrade <base> -> %s, first tables\n".formatted(id));
        assertThat(stranger.says("upgrade", "head")).isZero();
        assertThat(stranger.out()).isEqualTo("Nothing to do: the database is at %s (head)\n".formatted(id));
        assertThat(stranger.says("history")).isZero();
        assertThat(stranger.out()).isEqualTo("<base> -> %s (head), first tables\n".formatted(id));
        assertThat(stranger.says("revision", "--autogenerate", "-m", "again")).isZero();
        assertThat(stranger.out()).isEqualTo("No changes detected: no file was written\n");

        stranger.edits("Model.java", "notNull(\"title\", TEXT)", "nullable(\"title\", TEXT)");
        assertThat(stranger.says("revision", "--autogenerate", "-m", "untitled notes"))
                .isZero();
        assertThat(stranger.out()).startsWith("Detected changed column note.title: now nullable\n");
        assertThat(stranger.says("upgrade", "+1")).isZero();
        assertThat(stranger.says("downgrade", "-1")).isZero();
        assertThat(stranger.out()).endsWith(" -> %s, untitled notes\n".formatted(id));
        assertThat(stranger.says("downgrade", "base")).isZero();
        assertThat(stranger.says("current")).isZero();
        assertThat(stranger.out()).isEqualTo("<base>\n");
    }

    @Test
    void what_goes_wrong_is_one_line_and_an_exit_code() {
        assertThat(stranger.says("upgrade", "abc")).isOne();
        assertThat(stranger.err()).isEqualTo("Can't locate revision identified by 'abc'\n");
        assertThat(stranger.says("downgrade", "-1")).isOne();
        assertThat(stranger.err()).isEqualTo("-1 is too far: only 0 revisions lie that way\n");
        assertThat(stranger.says("upgrade", "--bogus")).isEqualTo(2);
        assertThat(stranger.err()).startsWith("Unknown option: '--bogus'\n");
        assertThat(stranger.says("upgrade")).isEqualTo(2);

        stranger.edits("Model.java", "BIGINT", "BIGONT");
        assertThat(stranger.says("current")).isOne();
        assertThat(stranger.err())
                .isEqualTo("%s:15:47: cannot find symbol, symbol:   variable BIGONT, location: class Model.NoteTable\n"
                        .formatted(folder.resolve("db/Model.java")));
    }

    @Test
    void a_trace_is_shown_only_when_it_is_asked_for() {
        stranger.says("upgrade", "abc");
        assertThat(stranger.err()).doesNotContain("at dev.gatehouse");
        stranger.says("upgrade", "abc", "--trace");
        assertThat(stranger.err()).contains("at dev.gatehouse");
    }
}
