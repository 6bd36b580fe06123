package dev.gatehouse.migrations.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gatehouse.mapper.Dialect;
import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@EachDatabase
class InitVerbTest {

    private final TestDatabase on;

    @TempDir
    private Path folder;

    private Stranger stranger;

    InitVerbTest(TestDatabase on) {
        this.on = on;
    }

    @BeforeEach
    void init() {
        stranger = new Stranger(on, folder);
    }

    @Test
    void a_folder_that_is_not_empty_is_left_alone() {
        stranger.writes("../full/precious.txt", "mine");

        assertThat(stranger.run("init", folder.resolve("full").toString())).isOne();
        assertThat(stranger.err()).isEqualTo(folder.resolve("full") + " is not empty\n");
        assertThat(folder.resolve("full/Model.java")).doesNotExist();
    }

    @Test
    void the_database_of_the_environment_is_taken_else_a_file() {
        var isServer = on.dialect() == Dialect.POSTGRES;

        assertThat(stranger.out())
                .isEqualTo("Created %s: %s in migrations.properties, declare tables in Model.java\n"
                        .formatted(
                                stranger.file(""),
                                isServer ? "the PostgreSQL database of DB_NAME stands" : "name the database"));
        assertThat(stranger.reads("migrations.properties"))
                .contains(isServer ? "\nurl = jdbc:postgresql:" : "\nurl = jdbc:sqlite:")
                .contains(isServer ? "\n# url = jdbc:sqlite:" : "\n# url = jdbc:postgresql:");
    }

    /// The one edit that the file asks for, beside a `.env` as Gatehouse has it.
    @Test
    void one_edit_goes_from_the_file_to_the_server_of_a_dot_env() {
        assumeTrue(on.dialect() == Dialect.SQLITE);
        stranger.writes(".env", "DB_HOST=nowhere.invalid\nDB_PORT=\nDB_USER=me\nDB_PASS='it is secret'\nDB_NAME=app\n");
        stranger.edits("migrations.properties", "# url = jdbc:", "url = jdbc:");

        assertThat(stranger.hears("current"))
                .isEqualTo(
                        "1 jdbc:postgresql://nowhere.invalid:5432/app cannot be opened: there is no host nowhere.invalid\n");
    }

    @Test
    void a_setting_that_is_missing_is_named() {
        stranger.edits(
                "migrations.properties", "version.table = schema_revision", "version.table = ${NOBODY_SET_THIS}");

        assertThat(stranger.hears("current"))
                .isEqualTo(
                        "1 version.table in migrations.properties needs NOBODY_SET_THIS: set it in the environment or in .env\n");
        stranger.writes(".env", "# a comment\nNOBODY_SET_THIS=\"my_version\"\n");
        assertThat(stranger.says("current")).isZero();
    }

    @Test
    void a_setting_that_nobody_knows_is_named() {
        stranger.edits("migrations.properties", "version.table", "versoin.table");

        assertThat(stranger.hears("current"))
                .isEqualTo(
                        "1 %s: there is no setting 'versoin.table'; known are url, user, password, model, versions, package, list, version.table, classpath\n"
                                .formatted(stranger.file("migrations.properties")));
    }

    @Test
    void what_the_driver_cannot_read_is_told_without_its_secrets() {
        stranger.writes("migrations.properties", "url = jdbc:postgresql://host:port/app?password=secret\n");

        assertThat(stranger.hears("current"))
                .isEqualTo("1 jdbc:postgresql://host:port/app cannot be opened: "
                        + "Unable to parse URL jdbc:postgresql://host:port/app\n");
    }

    @Test
    void a_database_of_another_make_is_refused() {
        stranger.writes("migrations.properties", "url = jdbc:mysql://me:secret@host/app?password=secret\n");

        assertThat(stranger.hears("current"))
                .isEqualTo(
                        "1 url in %s must begin with jdbc:sqlite: or jdbc:postgresql:; it is 'jdbc:mysql://host/app'\n"
                                .formatted(stranger.file("migrations.properties")));
    }

    @Test
    void a_folder_without_a_project_says_so() {
        assertThat(stranger.run("current", "-c", folder.resolve("nowhere").toString()))
                .isOne();
        assertThat(stranger.err()).contains("there is no project at ").contains("init");
    }
}
