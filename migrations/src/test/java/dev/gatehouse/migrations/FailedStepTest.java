package dev.gatehouse.migrations;

import static dev.gatehouse.migrations.Define.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gatehouse.mapper.Database;
import dev.gatehouse.mapper.Dialect;
import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.migrations.operation.RowMove;
import dev.gatehouse.migrations.shape.MigrationException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// However a step fails, it never happened: the database stands at the step before it, and the person is told which
/// one it was.
@EachDatabase
class FailedStepTest {

    private static final Steps GROUND = Steps.first(
            "a1",
            op -> {
                op.createTable("account", column("id", bigint()).notNull(), column("nick", text()), primaryKey("id"));
                op.sql("insert into account values (1, 'al'), (2, 'al')");
            },
            op -> op.dropTable("account"));
    private static final Steps GOOD =
            Steps.after(GROUND, "b2", op -> op.addColumn("account", column("good", text())), _ -> {});

    private final Database database;
    private List<String> before;

    FailedStepTest(TestDatabase on) {
        database = on.open();
    }

    @BeforeEach
    void stand_at_the_good_step() throws SQLException {
        Migrations.of(database::connect, List.of(GROUND, GOOD)).upgrade("head");
        before = schema();
    }

    @Test
    void in_the_middle_of_a_rebuild() throws SQLException {
        assertUndone(
                op -> {
                    op.sql("insert into account (id, nick) values (3, 'new')");
                    op.addUnique("account", unique("uq_account_nick", "nick"));
                },
                database.dialect() == Dialect.SQLITE ? "(UNIQUE constraint failed: account.nick)" : "uq_account_nick");
    }

    @Test
    void in_rows_moved_by_java_code() throws SQLException {
        assertUndone(
                op -> {
                    op.addColumn("account", column("half", text()));
                    op.moveRows(connection -> {
                        run(connection, "update account set nick = 'moved', half = 'x'");
                        throw new SQLException("the code gave up");
                    });
                },
                "the code gave up");
        assertUndone(
                op -> op.moveRows(connection -> {
                    run(connection, "update account set nick = 'moved'");
                    throw new IllegalStateException("a mistake");
                }),
                "IllegalStateException: a mistake");
    }

    @Test
    void on_a_disk_that_is_full() throws SQLException {
        assumeTrue(database.dialect() == Dialect.SQLITE);
        run(
                "insert into account (id, nick) with recursive n(i) as (select 3 union all select i + 1 from n where i < 4000) select i, 'someone with a long name ' || i from n");
        run("update account set nick = 'other' where id = 2");
        before = schema();

        Connections nearlyFull = () -> {
            var connection = database.connect();
            run(connection, "pragma max_page_count = " + (number(connection, "pragma page_count") + 4));
            return connection;
        };
        assertUndone(nearlyFull, op -> op.addUnique("account", unique("uq_account_nick", "nick")), "full");
        assertThat(number("select count(*) from account")).isEqualTo(4000);
    }

    @Test
    void in_a_session_that_the_server_ends() throws SQLException {
        assumeTrue(database.dialect() == Dialect.POSTGRES);
        RowMove murder = connection -> {
            var victim = number(connection, "select pg_backend_pid()");
            run("select pg_terminate_backend(%d, 5000)".formatted(victim));
            run(connection, "update account set nick = 'after death'");
        };

        assertUndone(
                op -> {
                    op.addColumn("account", column("half", text()));
                    op.moveRows(murder);
                },
                "terminating connection");
    }

    private void assertUndone(Consumer<Operations> up, String reason) throws SQLException {
        assertUndone(database::connect, up, reason);
    }

    private void assertUndone(Connections connections, Consumer<Operations> up, String reason) throws SQLException {
        var broken = Steps.after(GOOD, "c3", up, _ -> {});

        assertThatThrownBy(() -> Migrations.of(connections, List.of(GROUND, GOOD, broken))
                        .upgrade("head"))
                .isInstanceOf(MigrationException.class)
                .hasMessageStartingWith("upgrade of c3 (step c3) failed and was undone: ")
                .hasMessageContaining(reason);
        assertThat(Migrations.of(database::connect, List.of(GROUND, GOOD, broken))
                        .current())
                .containsExactly("b2");
        assertThat(schema()).isEqualTo(before);
        assertThat(number("select count(*) from account where nick in ('moved', 'new', 'after death')"))
                .isZero();
    }

    private List<String> schema() throws SQLException {
        try (var connection = database.connect()) {
            return SchemaText.of(connection);
        }
    }

    private void run(String sql) throws SQLException {
        try (var connection = database.connect()) {
            run(connection, sql);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long number(String sql) throws SQLException {
        try (var connection = database.connect()) {
            return number(connection, sql);
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
