package dev.gatehouse.migrations;

import static dev.gatehouse.migrations.Define.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gatehouse.mapper.Database;
import dev.gatehouse.mapper.Dialect;
import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.migrations.Step.Direction;
import dev.gatehouse.migrations.engine.Engine;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a script looks at by itself, since nobody is near when it runs.
@EachDatabase
class ScriptGuardTest {
    private static final Steps GROUND = Steps.first(
            "a1",
            op -> {
                op.createTable("tenant", column("id", bigint()).notNull(), column("name", text()), primaryKey("id"));
                op.createTable(
                        "account",
                        column("id", bigint()).notNull(),
                        column("tenant_id", bigint()),
                        primaryKey("id"),
                        foreignKey("fk_account_tenant", "tenant_id")
                                .references("tenant", "id")
                                .onDelete(CASCADE));
                op.sql("insert into tenant values (1, 'one')");
                op.sql("insert into account values (1, 1), (2, 1)");
            },
            _ -> {});
    private static final Consumer<Operations> REBUILD = op -> op.addUnique("tenant", unique("uq_tenant", "name"));

    private final Database database;

    ScriptGuardTest(TestDatabase on) {
        database = on.open();
    }

    @BeforeEach
    void there_are_rows() {
        Migrations.of(database::connect, List.of(GROUND)).upgrade("head");
    }

    private String script(Consumer<Operations> up) {
        return Migrations.of(database::connect, List.of(GROUND, Steps.after(GROUND, "b2", up, _ -> {})))
                .script(Direction.UPGRADE, "a1:b2", database.dialect(), true);
    }

    private void stopped(String reason) {
        assertThatThrownBy(() -> run(script(REBUILD))).hasMessageContaining(reason);
        assertThat(current()).isEqualTo("a1");
    }

    private String current() {
        return String.join(
                ", ", Migrations.of(database::connect, List.of(GROUND)).current());
    }

    @Test
    void rows_that_refer_to_a_table_survive_its_rebuild() throws SQLException {
        run(script(REBUILD));
        assertThat(ask("select count(*) from account")).isEqualTo("2");
    }

    @Test
    void a_reference_to_nowhere_stops_it() throws SQLException {
        assertThatThrownBy(() -> run(script(op -> {
                    op.sql("delete from account where id = 1");
                    op.dropForeignKey("account", "fk_account_tenant");
                    op.sql("delete from tenant");
                    op.addForeignKey(
                            "account",
                            foreignKey("fk_account_tenant", "tenant_id").references("tenant", "id"));
                })))
                .hasMessageContaining(
                        database.dialect() == Dialect.SQLITE
                                ? "some rows refer to rows that would not be there: nothing was changed"
                                : "fk_account_tenant");
        assertThat(ask("select count(*) from account")).isEqualTo("2");
        assertThat(current()).isEqualTo("a1");
    }

    @Test
    void what_somebody_added_by_hand_stops_a_rebuild() throws SQLException {
        assumeTrue(database.dialect() == Dialect.SQLITE, "PostgreSQL rebuilds nothing");
        run("alter table tenant add column by_hand text");
        stopped("some columns of tenant are unknown to this script and would be lost: run this step without --sql");
        run("alter table tenant drop column by_hand");

        run("create index ix_by_hand on tenant (name)");
        stopped("some indexes of tenant are unknown to this script");
        run("drop index ix_by_hand");

        run("create trigger by_hand after insert on tenant begin delete from account; end");
        stopped("some triggers of tenant are unknown to this script");
        run("drop trigger by_hand");

        run(script(REBUILD));
        assertThat(ask("select revision from schema_revision")).isEqualTo("b2");
    }

    @Test
    void it_waits_for_a_migration_that_runs() throws SQLException {
        assumeTrue(database.dialect() == Dialect.POSTGRES, "a transaction on SQLite is its own lock");
        try (var other = database.connect();
                var _ = Engine.of(other).lock(other, Migrations.VERSION_TABLE, Duration.ofSeconds(1), _ -> {})) {
            assertThatThrownBy(() -> run("set lock_timeout = 300;\n" + script(REBUILD)))
                    .hasMessageContaining("lock timeout");
        }
        run(script(REBUILD));
        assertThat(ask("select revision from schema_revision")).isEqualTo("b2");
    }

    @Test
    void its_head_says_how_it_stops_at_an_error() {
        assertThat(script(REBUILD))
                .contains(
                        database.dialect() == Dialect.SQLITE
                                ? "-- Without -bail the shell goes on after an error and leaves half a step behind."
                                : "-- Run it with: psql -v ON_ERROR_STOP=1 -f SCRIPT");
    }

    private void run(String sql) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            if (database.dialect() == Dialect.SQLITE) statement.executeUpdate(sql);
            else statement.execute(sql);
        }
    }

    private String ask(String sql) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : null;
        }
    }
}
