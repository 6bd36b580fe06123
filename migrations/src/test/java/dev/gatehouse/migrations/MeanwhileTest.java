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
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What others do to the database between two steps of ours, and what they did before we came.
@EachDatabase
class MeanwhileTest {
    private static final Steps FIRST = Steps.first(
            "a1",
            op -> op.createTable(
                    "note",
                    column("id", bigint()).notNull(),
                    column("parent_id", bigint()),
                    primaryKey("id"),
                    foreignKey("fk_note_parent", "parent_id").references("note", "id")),
            op -> op.dropTable("note"));
    private static final Steps SECOND =
            Steps.after(FIRST, "b2", op -> op.addColumn("note", column("body", text())), _ -> {});
    private static final Steps THIRD =
            Steps.after(SECOND, "c3", op -> op.addColumn("note", column("title", text())), _ -> {});

    private final Database database;
    private final Migrations migrations;

    MeanwhileTest(TestDatabase on) {
        database = on.open();
        migrations = Migrations.of(database::connect, List.of(FIRST, SECOND, THIRD));
    }

    /// After our first step.
    private Migrations whileSomebody(String... statements) {
        return migrations.progress(new Progress() {
            @Override
            public void done(Step step, Duration took) {
                if (!step.revision().id().equals("a1")) return;
                for (var sql : statements) run(sql);
            }
        });
    }

    @Test
    void steps_that_another_has_run_are_passed_over() {
        var run = whileSomebody(
                        "alter table note add column body text",
                        "alter table note add column title text",
                        "update schema_revision set revision = 'c3'")
                .upgrade("head");

        assertThat(run.steps()).extracting(step -> step.revision().id()).containsExactly("a1");
        assertThat(run.current()).containsExactly("c3");
    }

    @Test
    void a_step_that_another_has_run_is_passed_over_and_the_next_one_is_ours() {
        var run = whileSomebody("alter table note add column body text", "update schema_revision set revision = 'b2'")
                .upgrade("head");

        assertThat(run.steps()).extracting(step -> step.revision().id()).containsExactly("a1", "c3");
    }

    @Test
    void a_database_that_another_has_moved_elsewhere_is_left_alone() {
        assertThatThrownBy(() -> whileSomebody("drop table note", "delete from schema_revision")
                        .upgrade("head"))
                .hasMessageContaining("another process has moved the database to <base> meanwhile");
        assertThat(migrations.current()).isEmpty();
    }

    /// A stamp changes no table, so what is in the tables is not its business.
    @Test
    void a_database_with_broken_references_can_be_stamped() {
        assumeTrue(database.dialect() == Dialect.SQLITE, "PostgreSQL lets none come to be");
        run("create table parent (id bigint primary key)");
        run("create table child (parent_id bigint references parent (id))");
        run("pragma foreign_keys = off; insert into child values (7)");

        migrations.stamp(List.of("a1"), false);
        assertThat(migrations.current()).containsExactly("a1");
    }

    private void run(String sql) {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }
}
