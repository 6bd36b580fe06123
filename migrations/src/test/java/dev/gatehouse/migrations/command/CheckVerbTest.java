package dev.gatehouse.migrations.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.mapper.Dialect;
import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@EachDatabase
class CheckVerbTest {

    private static final String CLEAN = "0 No new upgrade operations detected.\n";

    private final TestDatabase on;

    @TempDir
    private Path folder;

    private Stranger stranger;

    CheckVerbTest(TestDatabase on) {
        this.on = on;
    }

    @BeforeEach
    void first_revision() {
        stranger = new Stranger(on, folder);
        assertThat(stranger.says("revision", "--autogenerate", "-m", "first")).isZero();
        assertThat(stranger.says("upgrade", "head")).isZero();
    }

    @Test
    void nothing_to_do_is_exit_code_0() {
        assertThat(stranger.hears("check")).isEqualTo(CLEAN);
    }

    @Test
    void what_is_declared_and_in_no_revision_is_listed() {
        stranger.edits("Model.java", "notNull(\"title\", TEXT)", "nullable(\"title\", TEXT)");
        stranger.edits("Model.java", "index(\"ix_note_created\", createdAt.desc());", "");

        assertThat(stranger.hears("check")).isEqualTo("""
                1 New upgrade operations detected:
                  removed index note.ix_note_created
                  changed column note.title: now nullable
                """);
    }

    @Test
    void a_rename_is_hinted_at() {
        stranger.edits("Model.java", "\"title\", TEXT", "\"name\", TEXT");
        stranger.edits("Model.java", "length(title)", "length(name)");

        assertThat(stranger.hears("check"))
                .startsWith("1 New upgrade operations detected:\n")
                .contains("Look: if note.title was renamed to name");
    }

    @Test
    void a_database_that_is_behind_is_told_to_upgrade_first() {
        assertThat(stranger.says("downgrade", "base")).isZero();

        assertThat(stranger.hears("check")).startsWith("1 Target database is not up to date");
    }

    @Test
    void a_column_that_was_added_by_hand_is_drift_and_no_new_operation() {
        stranger.runs("alter table note add column extra bigint");

        assertThat(stranger.hears("check")).isEqualTo("""
                1 No new upgrade operations detected.
                Drift: somebody altered the database by hand:
                  column note.extra is in the database, but no revision made it
                    database:  extra bigint
                """);
    }

    @Test
    void an_index_that_was_dropped_by_hand_is_drift_with_the_words_that_make_it_again() {
        stranger.runs("drop index ix_note_created");

        assertThat(stranger.hears("check")).isEqualTo("""
                1 No new upgrade operations detected.
                Drift: somebody altered the database by hand:
                  index note.ix_note_created is not in the database, though a revision made it
                    revisions: create index ix_note_created on note (created_at desc)
                """);
    }

    @Test
    void a_default_that_was_changed_by_hand_is_drift_in_the_words_of_both_sides() {
        stranger.edits(
                "Model.java",
                "notNull(\"title\", TEXT)",
                "notNull(\"title\", TEXT, dev.gatehouse.mapper.Default.defaultsTo(\"none\"))");
        assertThat(stranger.hears("revision", "--autogenerate", "-m", "second")).startsWith("0");
        assertThat(stranger.hears("upgrade", "head")).startsWith("0");
        changeDefault();

        assertThat(stranger.hears("check"))
                .startsWith("""
                        1 No new upgrade operations detected.
                        Drift: somebody altered the database by hand:
                          column note.title is not what the revisions made it
                        """)
                .containsPattern("database: +title text.* not null default .*'some'.*\n")
                .containsPattern("revisions: +title text.* not null default .*'none'.*\n");
    }

    private void changeDefault() {
        if (on.dialect() == Dialect.POSTGRES) {
            stranger.runs("alter table note alter column title set default 'some'");
            return;
        }
        stranger.runs("alter table note add column other text not null default 'some'");
        stranger.runs("alter table note drop constraint ck_note_title");
        stranger.runs("alter table note drop column title");
        stranger.runs("alter table note rename column other to title");
        stranger.runs("alter table note add constraint ck_note_title check (length(title) <= 200)");
    }

    @Test
    void drift_and_a_change_of_the_model_stand_apart() {
        stranger.runs("alter table note add column extra bigint");
        stranger.edits("Model.java", "notNull(\"title\", TEXT)", "nullable(\"title\", TEXT)");

        assertThat(stranger.hears("check")).isEqualTo("""
                1 New upgrade operations detected:
                  changed column note.title: now nullable
                Drift: somebody altered the database by hand:
                  column note.extra is in the database, but no revision made it
                    database:  extra bigint
                """);
    }

    /// A fresh database would still lack it, so a revision is missing.
    @Test
    void a_change_that_somebody_made_by_hand_instead_of_a_revision_is_both() {
        stranger.runs("drop index ix_note_created");
        stranger.edits("Model.java", "index(\"ix_note_created\", createdAt.desc());", "");

        assertThat(stranger.hears("check"))
                .startsWith("1 New upgrade operations detected:\n  removed index note.ix_note_created\nDrift: ");
    }

    @Test
    void a_table_that_nobody_declared_is_drift() {
        stranger.runs("create table stray (id bigint not null, constraint pk_stray primary key (id))");

        assertThat(stranger.hears("check"))
                .startsWith("1 No new upgrade operations detected.\nDrift: ")
                .contains(
                        "  table stray is in the database, but no revision made it\n    database:  create table stray (id");
    }

    @Test
    void a_table_that_was_dropped_by_hand_is_drift() {
        stranger.runs("drop table note");

        assertThat(stranger.hears("check"))
                .startsWith("1 No new upgrade operations detected.\nDrift: ")
                .contains(
                        "  table note is not in the database, though a revision made it\n    revisions: create table");
    }

    @Test
    void what_cannot_be_read_is_listed_and_counts_for_nothing() {
        stranger.runs("create view titles as select title from note");

        assertThat(stranger.hears("check")).startsWith(CLEAN + "Not read: view titles: ");
    }

    @Test
    void a_machine_gets_all_of_it_as_data() {
        stranger.runs("create view titles as select title from note");
        stranger.runs("drop index ix_note_created");
        stranger.edits("Model.java", "notNull(\"title\", TEXT)", "nullable(\"title\", TEXT)");

        assertThat(stranger.says("check", "--json")).isOne();
        assertThat(stranger.document())
                .startsWith("{clean:false,operations:[changed column note.title: now nullable],hints:[],"
                        + "drift:[{element:index note.ix_note_created,"
                        + "what:index note.ix_note_created is not in the database, though a revision made it,"
                        + "database:null,revisions:create index ix_note_created")
                .contains("unread:[{kind:view,table:null,name:titles,why:");
        assertThat(stranger.err()).isEmpty();
    }
}
