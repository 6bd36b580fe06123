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
import dev.gatehouse.migrations.shape.MigrationException;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// A script leaves what the online run leaves, and stops where that would refuse.
@EachDatabase
class OfflineScriptTest {

    private static final Steps GROUND = Steps.first(
            "a1",
            op -> {
                op.createTable("tenant", column("id", text()).notNull(), column("name", text()), primaryKey("id"));
                op.createTable(
                        "account",
                        column("id", bigint()).notNull(),
                        column("tenant_id", text()).notNull(),
                        column("nick", text()),
                        column("score", integer()).notNull().defaultTo("0"),
                        primaryKey("id"),
                        check("ck_account_nick", "length(nick) <= 20"),
                        foreignKey("fk_account_tenant", "tenant_id")
                                .references("tenant", "id")
                                .onDelete(CASCADE),
                        index("ix_account_nick", desc("nick")).where("score > 0"));
                op.sql("insert into tenant values ('main', 'it''s; main') -- a comment");
                op.sql("insert into account (id, tenant_id, nick) values (1, 'main', 'al'), (2, 'main', 'bo')");
            },
            op -> {
                op.dropTable("account");
                op.dropTable("tenant");
            });

    private static final Steps CHANGES = Steps.after(
            GROUND,
            "b2",
            op -> {
                op.addUnique("account", unique("uq_account_nick", "tenant_id", "nick"));
                op.alterColumn("account", column("score", bigint()).notNull().defaultTo("1"));
                op.addCheck("account", check("ck_account_score", "score >= 0"));
                op.alterColumn("account", column("nick", text()).notNull());
                op.renameColumn("tenant", "name", "title");
                op.renameTable("tenant", "company");
                op.sql(Dialect.SQLITE, "update company set title = 'sqlite'");
                op.sql(Dialect.POSTGRES, "update company set title = 'postgres'");
            },
            op -> {
                op.renameTable("company", "tenant");
                op.renameColumn("tenant", "title", "name");
                op.alterColumn("account", column("nick", text()));
                op.dropCheck("account", "ck_account_score");
                op.alterColumn("account", column("score", integer()).notNull().defaultTo("0"));
                op.dropUnique("account", "uq_account_nick");
            });

    private final TestDatabase on;

    OfflineScriptTest(TestDatabase on) {
        this.on = on;
    }

    @Test
    void a_script_leaves_what_the_steps_leave() throws SQLException {
        var online = on.open();
        over(online).upgrade("head");
        var wanted = State.of(online);

        var offline = on.open();
        run(offline, nowhere(GROUND, CHANGES).script(Direction.UPGRADE, "head", on.dialect(), false));

        assertThat(State.of(offline)).isEqualTo(wanted);
        assertThat(wanted.rows()).contains("1|al|0");
    }

    /// The shell of the machine may be years older than the library that we bring along.
    @Test
    void the_databases_own_shell_runs_it() throws Exception {
        var online = on.open();
        over(online).upgrade("head");
        var wanted = State.of(online);

        var settings = on.fresh();
        var shell = Shell.of(settings);
        assumeTrue(shell.isThere(), "no shell on this machine");
        var script = nowhere(GROUND, CHANGES).script(Direction.UPGRADE, "head", on.dialect(), false);

        assertThat(shell.run(script)).as(shell.said()).isZero();
        assertThat(State.of(on.open(settings, InstantSource.system()))).isEqualTo(wanted);
        assertThat(shell.run(script)).as("a second run is stopped").isNotZero();
        assertThat(shell.said()).contains("the database does not stand at <base>");
    }

    @Test
    void a_script_goes_back_too() throws SQLException {
        var database = on.open();
        var migrations = over(database);
        migrations.upgrade("a1");
        var wanted = State.of(database);
        migrations.upgrade("b2");

        run(database, migrations.script(Direction.DOWNGRADE, "b2:a1", on.dialect(), false));
        assertThat(State.of(database)).isEqualTo(wanted);

        run(database, migrations.script(Direction.DOWNGRADE, "a1:base", on.dialect(), true));
        assertThat(State.of(database).text()).isEmpty();
        assertThat(migrations.current()).isEmpty();

        run(database, migrations.script(Direction.UPGRADE, "base:head", on.dialect(), true));
        assertThat(migrations.current())
                .as("the version table was there already")
                .containsExactly("b2");
    }

    @Test
    void a_script_runs_only_where_the_database_stands_at_its_beginning() throws SQLException {
        var database = on.open();
        var migrations = over(database);
        migrations.upgrade("head");
        var script = migrations.script(Direction.UPGRADE, "a1:b2", on.dialect(), false);

        assertThatThrownBy(() -> run(database, script)).hasMessageContaining("the database does not stand at a1");
    }

    @Test
    void what_the_online_run_demands_the_script_demands_too() throws SQLException {
        var database = on.open();
        var migrations = over(database);
        migrations.upgrade("a1");
        run(database, "insert into account (id, tenant_id, nick) values (3, 'main', null)");
        var script = migrations.script(Direction.UPGRADE, "a1:head", on.dialect(), false);

        assertThatThrownBy(() -> run(database, script))
                .hasMessageContaining("rows of account.nick are null: fill them before it becomes not null");
        assertThat(migrations.current()).containsExactly("a1");
    }

    @Test
    void a_script_takes_no_data_that_nobody_gave_up() throws SQLException {
        var database = on.open();
        var migrations = over(database);
        migrations.upgrade("a1");

        assertThatThrownBy(() -> run(database, migrations.script(Direction.DOWNGRADE, "a1:base", on.dialect(), false)))
                .hasMessageContaining("this would destroy data: account (");
        assertThat(migrations.current()).containsExactly("a1");
        run(database, migrations.script(Direction.DOWNGRADE, "a1:base", on.dialect(), true));
        assertThat(migrations.current()).isEmpty();
    }

    @Test
    void rows_moved_by_java_code_are_refused_by_name_before_anything_is_written() {
        var moving = Steps.after(GROUND, "b2", op -> op.moveRows(_ -> {}), _ -> {});

        assertThatThrownBy(() -> nowhere(GROUND, moving).script(Direction.UPGRADE, "head", on.dialect(), false))
                .isInstanceOf(MigrationException.class)
                .hasMessageStartingWith("revision b2 (step b2): rows are moved by Java code");
        assertThat(nowhere(GROUND, moving).script(Direction.UPGRADE, "base:a1", on.dialect(), false))
                .contains("create table account");
    }

    @Test
    void a_downgrade_without_a_range_is_refused() {
        assertThatThrownBy(() -> nowhere(GROUND, CHANGES).script(Direction.DOWNGRADE, "base", on.dialect(), false))
                .hasMessage("downgrade with --sql requires <fromrev>:<torev>");
    }

    /// Where a database stands, what it is and what it holds, by our reader and by its own text.
    private record State(Set<String> tables, List<String> text, Set<String> rows) {
        static State of(Database database) throws SQLException {
            try (var connection = database.connect()) {
                var tables = new TreeSet<String>();
                Engine.of(connection)
                        .read(connection, Set.of())
                        .schema()
                        .tables()
                        .forEach(table -> tables.add(table.name() + " " + Set.copyOf(table.elements())));
                return new State(
                        Set.copyOf(tables), SchemaText.of(connection), tables.size() < 2 ? Set.of() : rows(connection));
            }
        }

        private static Set<String> rows(java.sql.Connection connection) throws SQLException {
            var all = new TreeSet<String>();
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery(
                            "select id || '|' || nick || '|' || score from account union all select revision from schema_revision")) {
                while (rows.next()) all.add(rows.getString(1));
            }
            return all;
        }
    }

    private static Migrations nowhere(Revision first, Revision second) {
        return Migrations.of(
                () -> {
                    throw new AssertionError("no database is opened");
                },
                List.of(first, second));
    }

    private static Migrations over(Database database) {
        return Migrations.of(database::connect, List.of(GROUND, CHANGES));
    }

    private static void run(Database database, String script) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            if (database.dialect() == Dialect.SQLITE) statement.executeUpdate(script);
            else statement.execute(script);
        }
    }
}
