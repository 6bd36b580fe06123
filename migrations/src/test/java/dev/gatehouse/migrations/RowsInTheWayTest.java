package dev.gatehouse.migrations;

import static dev.gatehouse.migrations.Define.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gatehouse.mapper.Database;
import dev.gatehouse.mapper.Dialect;
import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What stands in the way of a change is said in one line, in the same words on both databases: what, where, and what
/// to do.
@EachDatabase
class RowsInTheWayTest {
    private static final Steps GROUND = Steps.first(
            "a1",
            op -> {
                op.createTable(
                        "note",
                        column("id", bigint()).notNull(),
                        column("body", text()),
                        column("stars", bigint()),
                        column("at", instant()),
                        primaryKey("id"));
                op.sql("insert into note (id, body, stars) values (1, 'long enough', 5000000000), (2, null, null)");
            },
            op -> op.dropTable("note"));

    private final Database database;

    RowsInTheWayTest(TestDatabase on) {
        database = on.open();
    }

    @BeforeEach
    void there_are_rows() {
        Migrations.of(database::connect, List.of(GROUND)).upgrade("head");
    }

    private void refused(String reason, Consumer<Operations> up) {
        assertThatThrownBy(() -> upgrade(up, true))
                .hasMessage("upgrade of b2 (step b2) failed and was undone: " + reason);
    }

    private Run upgrade(Consumer<Operations> up, boolean destroyData) {
        var step = Steps.after(GROUND, "b2", up, _ -> {});
        return Migrations.of(database::connect, List.of(GROUND, step)).upgrade("head", destroyData);
    }

    @Test
    void a_check_that_rows_do_not_meet() {
        refused(
                "1 rows of note do not meet check ck_note_stars: stars < 10: change those first",
                op -> op.addCheck("note", check("ck_note_stars", "stars < 10")));
        refused(
                "1 rows of note do not meet check ck_note_id: id < 2: change those first",
                op -> op.addCheck("note", check("ck_note_id", "id < 2")));
    }

    @Test
    void a_check_beside_a_rebuild() {
        refused("1 rows of note do not meet check ck_note_id: id < 2: change those first", op -> {
            op.addUnique("note", unique("uq_note", "body"));
            op.addCheck("note", check("ck_note_id", "id < 2"));
        });
    }

    @Test
    void nulls_where_there_may_be_none() {
        refused(
                "1 rows of note.body are null: fill them before it becomes not null",
                op -> op.alterColumn("note", column("body", text()).notNull()));
        refused("1 rows of note.body are null: fill them before it becomes not null", op -> {
            op.addUnique("note", unique("uq_note", "body"));
            op.alterColumn("note", column("body", text()).notNull());
        });
    }

    @Test
    void a_column_without_a_value_for_them() {
        refused(
                "column note.title is not null and has no default, and there are 2 rows: add it nullable, fill it, then alter it",
                op -> op.addColumn("note", column("title", text()).notNull()));
    }

    @Test
    void numbers_that_are_too_large() {
        refused(
                "1 rows of note.stars hold a value that does not fit into integer: change those first",
                op -> op.alterColumn("note", column("stars", integer())));
    }

    /// A value that is not there cannot be lost.
    @Test
    void a_null_is_no_loss_when_a_type_becomes_narrower() throws SQLException {
        run("delete from note where id = 1");
        run("insert into note (id, body, at, stars) values (3, 'x', null, null)");

        assertThat(upgrade(op -> op.alterColumn("note", column("stars", integer())), false)
                        .current())
                .containsExactly("b2");
    }

    @Test
    void a_real_number_that_has_a_fraction_is_a_loss_and_a_null_beside_it_is_none() {
        var real = Steps.after(
                GROUND,
                "b2",
                op -> {
                    op.addColumn("note", column("weight", real()));
                    op.sql("update note set weight = 1.5 where id = 1");
                },
                _ -> {});
        var whole = Steps.after(real, "c3", op -> op.alterColumn("note", column("weight", bigint())), _ -> {});

        assertThatThrownBy(() -> Migrations.of(database::connect, List.of(GROUND, real, whole))
                        .upgrade("head"))
                .hasMessageContaining("note.weight (1 value)");
    }

    @Test
    void a_view_over_a_column_whose_type_changes() throws SQLException {
        assumeTrue(database.dialect() == Dialect.POSTGRES, "SQLite has its views rehearsed");
        run("create view bodies as select id, body from note");

        refused(
                "cannot alter type of a column used by a view or rule: rule _RETURN on view bodies depends on column \"id\": drop it before and create it again afterwards, with op.sql",
                op -> op.alterColumn("note", column("id", text()).notNull()));
        refused(
                "cannot drop column body of table note because other objects depend on it: view bodies depends on column body of table note: drop it before and create it again afterwards, with op.sql",
                op -> op.dropColumn("note", "body"));
        refused(
                "cannot drop table note because other objects depend on it: view bodies depends on table note: drop it before and create it again afterwards, with op.sql",
                op -> op.dropTable("note"));
    }

    private void run(String sql) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
