package dev.gatehouse.migrations.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a stranger's own machine does to them: folders that are gone, files that cannot be written, names that
/// cannot be. One line each, and nothing half done.
@EachDatabase
class HardPlacesTest {

    private final TestDatabase on;

    @TempDir
    private Path folder;

    private Stranger stranger;

    HardPlacesTest(TestDatabase on) {
        this.on = on;
    }

    @BeforeEach
    void init() {
        stranger = new Stranger(on, folder);
    }

    @Test
    void a_history_that_is_not_found_does_not_look_empty() {
        stranger.edits("migrations.properties", "versions = versions", "versions = elsewhere");

        assertThat(stranger.hears("upgrade", "head"))
                .isEqualTo(
                        "1 there is no folder %s, and so no history: see whether versions in migrations.properties is right; revision makes it\n"
                                .formatted(stranger.file("elsewhere")));
        assertThat(stranger.says("revision", "-m", "first")).isZero();
        assertThat(stranger.says("upgrade", "head")).isZero();
    }

    @Test
    void a_model_that_is_not_found_is_named_with_the_setting_that_names_it() {
        stranger.edits("migrations.properties", "model = Model", "model = Tables");

        assertThat(stranger.hears("check"))
                .isEqualTo("1 there is no %s: mend model in %s\n"
                        .formatted(stranger.file("Tables.java"), stranger.file("migrations.properties")));
    }

    @Test
    void a_version_table_that_cannot_be_is_refused() {
        stranger.edits("migrations.properties", "= schema_revision", "= Revision; drop table note");

        assertThat(stranger.hears("current"))
                .startsWith("1 version table \"Revision; drop table note\": ")
                .hasLineCount(1);
    }

    @Test
    void an_empty_variable_is_one_that_is_not_set() {
        stranger.edits("migrations.properties", "model = Model", "model = ${MODEL}");
        stranger.writes(".env", "MODEL=\n");

        assertThat(stranger.hears("check"))
                .isEqualTo("1 model in migrations.properties needs MODEL: set it in the environment or in .env\n");
    }

    @Test
    void a_revision_that_cannot_be_written_whole_is_not_written() throws IOException {
        // A folder that is not empty stands where the list of revisions would be put in place.
        stranger.edits("migrations.properties", "package = versions", "package = versions\nlist = All");
        Files.createDirectories(stranger.file("versions/All.java/full"));

        assertThat(stranger.hears("revision", "-m", "first"))
                .startsWith("1 ")
                .contains(" cannot be written: ")
                .hasLineCount(1);
        try (var left = Files.list(stranger.file("versions"))) {
            assertThat(left).containsExactly(stranger.file("versions/All.java"));
        }
    }

    @Test
    void a_message_of_several_lines_is_one_line_in_a_list() {
        stranger.says("revision", "-m", "tags\n  and colours", "--rev-id", "a1");

        assertThat(stranger.hears("history")).isEqualTo("0 <base> -> a1 (head), tags and colours\n");
        assertThat(stranger.hears("upgrade", "head")).isEqualTo("0 Running upgrade <base> -> a1, tags and colours\n");
    }

    @Test
    void several_places_where_nothing_is_to_do_stand_in_one_line() {
        stranger.says("revision", "-m", "one", "--rev-id", "a1");
        stranger.says("revision", "-m", "two", "--rev-id", "b1", "--head", "base");
        stranger.says("upgrade", "heads");

        assertThat(stranger.hears("upgrade", "heads"))
                .isEqualTo("0 Nothing to do: the database is at a1 (head), b1 (head)\n");
    }
}
