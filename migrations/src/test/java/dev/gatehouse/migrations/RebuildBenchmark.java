package dev.gatehouse.migrations;

import static dev.gatehouse.migrations.Define.*;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Not a test: it measures, and nothing here can fail. Surefire runs it only when it is named.
///
/// A table of a million rows is made anew by a step, and beside it copied by `create table as select` with the same
/// indexes; both in turn, so that a busy machine is busy for both.
class RebuildBenchmark {

    private static final int ROWS = Integer.getInteger("gatehouse.rows", 1_000_000);
    private static final int ROUNDS = Integer.getInteger("gatehouse.rounds", 3);

    private static final Steps GROUND = Steps.first(
            "a1",
            op -> {
                op.createTable("tenant", column("id", text()).notNull(), primaryKey("id"));
                op.createTable(
                        "account",
                        column("id", uuid()).notNull(),
                        column("tenant_id", text()).notNull(),
                        column("email", text()).notNull(),
                        column("nick", text()),
                        column("created_at", instant()).notNull(),
                        column("score", integer()).notNull().defaultTo("0"),
                        primaryKey("id"),
                        foreignKey("fk_account_tenant", "tenant_id").references("tenant", "id"),
                        uniqueIndex("ix_account_email", "email"),
                        index("ix_account_tenant", "tenant_id", "created_at"),
                        index("ix_account_nick", "nick"));
            },
            _ -> {});
    /// Rows that stay what they are.
    private static final Steps KEY = Steps.after(
            GROUND,
            "b2",
            op -> op.dropForeignKey("account", "fk_account_tenant"),
            op -> op.addForeignKey(
                    "account", foreignKey("fk_account_tenant", "tenant_id").references("tenant", "id")));
    /// Rows that are made anew one by one.
    private static final Steps COLUMN = Steps.after(
            KEY,
            "c3",
            op -> op.alterColumn("account", column("score", bigint()).notNull().defaultTo("1")),
            op -> op.alterColumn("account", column("score", integer()).notNull().defaultTo("0")));

    @TempDir
    private Path folder;

    @Test
    void rebuild() throws SQLException {
        var url = "jdbc:sqlite:" + folder.resolve("bench.db");
        var migrations = Migrations.of(() -> open(url), List.of(GROUND, KEY, COLUMN));
        migrations.upgrade("a1");
        fill(url);
        System.out.printf("%d rows, %d MB%n", ROWS, size() / 1_000_000);
        for (var round = 1; round <= ROUNDS; round++) {
            var copy = seconds(() -> copy(url));
            drop(url);
            report(round, "without its foreign key", seconds(() -> migrations.upgrade("b2")), copy);
            report(round, "another type and default", seconds(() -> migrations.upgrade("c3")), copy);
            report(round, "the type and default again", seconds(() -> migrations.downgrade("b2", true)), copy);
            report(round, "with its foreign key again", seconds(() -> migrations.downgrade("a1", true)), copy);
        }
    }

    private static void report(int round, String what, Took rebuild, Took copy) {
        System.out.printf(
                Locale.ROOT,
                "round %d: %s %s, create table as select with its indexes %s: ratio %.2f, of processor time %.2f%n",
                round,
                what,
                rebuild,
                copy,
                rebuild.wall() / copy.wall(),
                rebuild.processor() / copy.processor());
    }

    private static Connection open(String url) throws SQLException {
        var connection = DriverManager.getConnection(url);
        execute(connection, "pragma journal_mode = wal");
        execute(connection, "pragma synchronous = full");
        return connection;
    }

    private static void fill(String url) throws SQLException {
        var dice = new Random(1);
        try (var connection = open(url)) {
            connection.setAutoCommit(false);
            for (var tenant = 0; tenant < 100; tenant++) {
                execute(connection, "insert into tenant values ('tenant-%d')".formatted(tenant));
            }
            try (var insert = connection.prepareStatement("insert into account values (?, ?, ?, ?, ?, ?)")) {
                for (var row = 0; row < ROWS; row++) {
                    insert.setString(1, new UUID(dice.nextLong(), dice.nextLong()).toString());
                    insert.setString(2, "tenant-" + dice.nextInt(100));
                    insert.setString(3, "person" + row + "@example.org");
                    insert.setString(4, "nick" + dice.nextInt(ROWS));
                    insert.setLong(5, 1_700_000_000_000_000L + row);
                    insert.setInt(6, row % 100);
                    insert.addBatch();
                    if (row % 10_000 == 0) insert.executeBatch();
                }
                insert.executeBatch();
            }
            connection.commit();
        }
    }

    /// The same columns and the same indexes, the primary key's among them.
    private static void copy(String url) throws SQLException {
        try (var connection = open(url)) {
            execute(connection, "begin immediate");
            execute(
                    connection,
                    "create table copied as select id, tenant_id, email, nick, created_at, score from account");
            execute(connection, "create unique index copied_id on copied (id)");
            execute(connection, "create unique index copied_email on copied (email)");
            execute(connection, "create index copied_tenant on copied (tenant_id, created_at)");
            execute(connection, "create index copied_nick on copied (nick)");
            execute(connection, "commit");
        }
    }

    private static void drop(String url) throws SQLException {
        try (var connection = open(url)) {
            execute(connection, "drop table copied");
        }
    }

    private interface Work {
        void run() throws SQLException;
    }

    /// In seconds. Processor time is what other work on the machine disturbs least.
    private record Took(double wall, double processor) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.2f s (%.2f s)", wall, processor);
        }
    }

    private static Took seconds(Work work) throws SQLException {
        var clock = ManagementFactory.getThreadMXBean();
        var start = System.nanoTime();
        var used = clock.getCurrentThreadCpuTime();
        work.run();
        return new Took((System.nanoTime() - start) / 1e9, (clock.getCurrentThreadCpuTime() - used) / 1e9);
    }

    private long size() {
        return folder.resolve("bench.db").toFile().length();
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
