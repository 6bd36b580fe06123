package dev.gatehouse.migrations;

import static dev.gatehouse.migrations.Define.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gatehouse.mapper.Database;
import dev.gatehouse.mapper.Dialect;
import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.migrations.shape.MigrationException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

@EachDatabase
class MigrationsTest {

    private static final Steps ACCOUNTS = Steps.first(
            "a1",
            op -> op.createTable("account", column("id", bigint()).notNull(), column("nick", text()), primaryKey("id")),
            op -> op.dropTable("account"));
    private static final Steps NOTES = Steps.after(
            ACCOUNTS,
            "b2",
            op -> op.createTable(
                    "note",
                    column("id", bigint()).notNull(),
                    column("account_id", bigint()).notNull(),
                    primaryKey("id"),
                    foreignKey("fk_note_account", "account_id")
                            .references("account", "id")
                            .onDelete(CASCADE)),
            op -> op.dropTable("note"));

    private final Database database;

    MigrationsTest(TestDatabase on) {
        database = on.open();
    }

    private Migrations migrations(Revision... revisions) {
        return Migrations.of(database::connect, List.of(revisions));
    }

    @Test
    void asking_where_a_database_stands_changes_nothing() throws SQLException {
        assertThat(migrations(ACCOUNTS).current()).isEmpty();
        assertThat(migrations(ACCOUNTS).isAtHead()).isFalse();
        assertThatThrownBy(() -> ask("select count(*) from schema_revision")).isInstanceOf(SQLException.class);
    }

    @Test
    void a_database_goes_up_and_down_and_up_again() throws SQLException {
        var migrations = migrations(ACCOUNTS, NOTES);

        assertThat(migrations.upgrade("head").steps()).hasToString("[<base> -> a1, step a1, a1 -> b2, step b2]");
        assertThat(migrations.isAtHead()).isTrue();
        assertThat(migrations.upgrade("head").steps()).isEmpty();
        assertThat(migrations.downgrade("-1").steps()).hasToString("[b2 -> a1, step b2]");
        assertThat(migrations.current()).containsExactly("a1");
        assertThat(migrations.pending("head")).hasSize(1);
        assertThat(migrations.downgrade("base").current()).isEmpty();
        assertThat(ask("select count(*) from schema_revision")).isZero();
        assertThat(migrations.upgrade("+2").current()).containsExactly("b2");
    }

    @Test
    void a_step_that_fails_leaves_nothing_and_the_steps_before_it_stay() throws SQLException {
        var broken = Steps.after(
                ACCOUNTS,
                "c3",
                op -> {
                    op.addColumn("account", column("half", text()));
                    op.sql("insert into account (id, half) values (1, 'done')");
                    op.sql("insert into nowhere values (1)");
                },
                _ -> {});

        assertThatThrownBy(() -> migrations(ACCOUNTS, broken).upgrade("head"))
                .isInstanceOf(MigrationException.class)
                .hasMessageStartingWith("upgrade of c3 (step c3) failed and was undone: ")
                .hasMessageContaining("nowhere");
        assertThat(migrations(ACCOUNTS).current()).containsExactly("a1");
        assertThat(ask("select count(*) from account")).isZero();
        assertThatThrownBy(() -> ask("select count(half) from account")).isInstanceOf(SQLException.class);
    }

    @Test
    void an_operation_that_cannot_work_is_refused_before_anything_runs() {
        var wrong = Steps.after(ACCOUNTS, "c3", op -> op.dropColumn("account", "email"), _ -> {});

        assertThatThrownBy(() -> migrations(ACCOUNTS, wrong).upgrade("head"))
                .hasMessage("revision c3 (step c3): table account has no column email");
        assertThat(migrations(ACCOUNTS).current()).isEmpty();
    }

    @Test
    void data_is_not_destroyed_unless_that_is_said() throws SQLException {
        var migrations = migrations(ACCOUNTS, NOTES);
        migrations.upgrade("head");
        run("insert into account (id, nick) values (1, 'al'), (2, null)");
        run("insert into note (id, account_id) values (1, 1)");

        assertThatThrownBy(() -> migrations.downgrade("base"))
                .isInstanceOf(DataLossException.class)
                .hasMessageStartingWith(
                        "this would destroy data: note (1 row), account (2 rows); nothing was changed, say --destroy-data if that is meant");
        assertThat(migrations.current()).as("nothing ran").containsExactly("b2");
        assertThat(migrations.downgrade("base", true).current()).isEmpty();
    }

    @Test
    void a_dropped_column_counts_only_what_it_holds() throws SQLException {
        var drop = Steps.after(
                ACCOUNTS,
                "c3",
                op -> op.dropColumn("account", "nick"),
                op -> op.addColumn("account", column("nick", text())));
        var migrations = migrations(ACCOUNTS, drop);
        migrations.upgrade("a1");
        run("insert into account (id, nick) values (1, null)");
        migrations.upgrade("head");
        migrations.downgrade("-1");
        run("update account set nick = 'al'");

        assertThatThrownBy(() -> migrations.upgrade("head")).hasMessageContaining("account.nick (1 value)");
    }

    @Test
    void data_that_hides_behind_a_rename_is_found_too() throws SQLException {
        var hiding = Steps.after(
                ACCOUNTS,
                "c3",
                op -> {
                    op.renameTable("account", "person");
                    op.dropTable("person");
                },
                _ -> {});
        var migrations = migrations(ACCOUNTS, hiding);
        migrations.upgrade("a1");
        run("insert into account (id) values (1)");

        assertThatThrownBy(() -> migrations.upgrade("head")).hasMessageContaining("person (1 row)");
        assertThat(ask("select count(*) from account")).isOne();
    }

    @Test
    void values_that_do_not_fit_stop_a_change_of_type() throws SQLException {
        var narrow = Steps.after(ACCOUNTS, "c3", op -> op.alterColumn("account", column("nick", integer())), _ -> {});
        var migrations = migrations(ACCOUNTS, narrow);
        migrations.upgrade("a1");
        run("insert into account (id, nick) values (1, '17'), (2, 'al'), (3, '99999999999')");

        assertThatThrownBy(() -> migrations.upgrade("head"))
                .hasMessageEndingWith(
                        "2 rows of account.nick hold a value that does not fit into integer: change those first");
    }

    @Test
    void a_column_that_cannot_be_filled_says_so() throws SQLException {
        var add = Steps.after(
                ACCOUNTS,
                "c3",
                op -> op.addColumn("account", column("email", text()).notNull()),
                _ -> {});
        var fill = Steps.after(
                ACCOUNTS,
                "d4",
                op -> op.alterColumn("account", column("nick", text()).notNull()),
                _ -> {});
        migrations(ACCOUNTS).upgrade("head");
        run("insert into account (id) values (1)");

        assertThatThrownBy(() -> migrations(ACCOUNTS, add).upgrade("head"))
                .hasMessageContaining("column account.email is not null and has no default, and there are 1 rows");
        assertThatThrownBy(() -> migrations(ACCOUNTS, fill).upgrade("head"))
                .hasMessageContaining("1 rows of account.nick are null");
    }

    @Test
    void rows_are_moved_by_java_code_in_the_same_transaction() throws SQLException {
        var move = Steps.after(
                ACCOUNTS,
                "c3",
                op -> {
                    op.addColumn("account", column("shout", text()));
                    op.moveRows(connection -> {
                        try (var statement =
                                connection.prepareStatement("update account set shout = upper(nick) || ?")) {
                            statement.setString(1, "!");
                            statement.executeUpdate();
                        }
                    });
                    op.alterColumn("account", column("shout", text()).notNull());
                },
                _ -> {});
        migrations(ACCOUNTS).upgrade("head");
        run("insert into account (id, nick) values (1, 'al')");
        migrations(ACCOUNTS, move).upgrade("head");

        assertThat(ask("select count(*) from account where shout = 'AL!'")).isOne();
    }

    @Test
    void many_who_start_together_migrate_once() throws Exception {
        var revisions = new ArrayList<Revision>(List.of(ACCOUNTS, NOTES));
        for (var n = 0; n < 6; n++) {
            var name = "t" + n;
            revisions.add(Steps.after(
                    revisions.getLast(),
                    "r" + n,
                    op -> op.createTable(name, column("id", bigint()).notNull(), primaryKey("id")),
                    op -> op.dropTable(name)));
        }
        var ran = new ConcurrentLinkedQueue<Step>();
        var start = new CountDownLatch(1);
        Callable<Set<String>> node = () -> {
            start.await();
            var run = Migrations.of(database::connect, revisions).upgrade("head");
            ran.addAll(run.steps());
            return run.current();
        };
        try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
            var ends = java.util.stream.Stream.generate(() -> nodes.submit(node))
                    .limit(6)
                    .toList();
            start.countDown();
            for (var end : ends) assertThat(end.get(60, TimeUnit.SECONDS)).containsExactly("r5");
        }
        assertThat(ran).as("each step ran once").hasSize(8);
    }

    @Test
    void whoever_waits_too_long_is_told_why() throws SQLException {
        var slow = Steps.first(
                "s1",
                op -> op.moveRows(_ -> {
                    var second =
                            Migrations.of(database::connect, List.of(ACCOUNTS)).lockWait(Duration.ofMillis(50));
                    assertThatThrownBy(() -> second.upgrade("head"))
                            .isInstanceOf(MigrationException.class)
                            .hasMessageContaining("another process");
                }),
                _ -> {});

        assertThat(migrations(slow).upgrade("head").steps()).hasSize(1);
    }

    @Test
    void a_step_may_take_longer_than_a_statement_of_every_day() throws SQLException {
        assumeTrue(database.dialect() == Dialect.POSTGRES);
        var limits = new ArrayList<String>();
        var slow = Steps.first("s1", op -> op.moveRows(connection -> limits.add(limit(connection))), _ -> {});
        var open = database.connect();
        try (var statement = open.createStatement()) {
            statement.execute("set statement_timeout = 1000");
        }

        Migrations.of(() -> open, List.of(slow)).upgrade("head");

        assertThat(limits).containsExactly("0");
    }

    private static String limit(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("show statement_timeout")) {
            rows.next();
            return rows.getString(1);
        }
    }

    @Test
    void a_database_from_the_future_is_refused() throws SQLException {
        migrations(ACCOUNTS, NOTES).upgrade("head");

        assertThatThrownBy(() -> migrations(ACCOUNTS).upgrade("head"))
                .hasMessage(
                        "the database stands at revision b2, which these revisions do not have: is the program older than its database?");
    }

    @Test
    void branches_keep_a_row_each_and_a_merge_joins_them() throws SQLException {
        var left = Steps.after(
                ACCOUNTS,
                "l1",
                op -> op.addColumn("account", column("l", text())),
                op -> op.dropColumn("account", "l"));
        var right = Steps.after(
                ACCOUNTS,
                "r1",
                op -> op.addColumn("account", column("r", text())),
                op -> op.dropColumn("account", "r"));
        var merge = new Steps("m1", List.of("l1", "r1"), _ -> {}, _ -> {});
        var migrations = migrations(ACCOUNTS, left, right, merge);

        migrations.upgrade("l1");
        assertThat(migrations.upgrade("r1").current()).containsExactlyInAnyOrder("l1", "r1");
        assertThat(migrations.upgrade("head").current()).containsExactly("m1");
        assertThat(migrations.downgrade("l1").current()).containsExactlyInAnyOrder("l1", "r1");
        assertThat(migrations.downgrade("a1").current()).containsExactly("a1");
    }

    @Test
    void the_version_table_may_have_another_name() throws SQLException {
        migrations(ACCOUNTS).versionTable("my_version").upgrade("head");

        assertThat(ask("select count(*) from my_version where revision = 'a1'")).isOne();
    }

    private long ask(String sql) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void run(String sql) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
