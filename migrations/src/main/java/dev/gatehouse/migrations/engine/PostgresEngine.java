package dev.gatehouse.migrations.engine;

import dev.gatehouse.mapper.Dialect;
import dev.gatehouse.migrations.operation.Creation;
import dev.gatehouse.migrations.operation.Operation;
import dev.gatehouse.migrations.shape.MigrationException;
import dev.gatehouse.migrations.shape.SchemaShape;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Migrations on PostgreSQL: everything is altered in place, in a transaction, under an advisory lock.
final class PostgresEngine implements Engine {

    @Override
    public Dialect dialect() {
        return Dialect.POSTGRES;
    }

    @Override
    public List<Change> plan(List<Operation> operations, SchemaShape before) {
        return PostgresDdl.plan(operations, before);
    }

    @Override
    public List<Foreseen> foresee(Connection connection, List<Operation> operations, SchemaShape before)
            throws SQLException {
        return new PostgresForesight(connection).of(operations, before);
    }

    @Override
    public OptionalLong rows(Connection connection, String table) throws SQLException {
        return new PostgresForesight(connection).rows(table);
    }

    @Override
    public Catalog read(Connection connection, Set<String> leftOut) throws SQLException {
        requireSchema(connection);
        return PostgresCatalog.read(connection, leftOut);
    }

    /// A schema of its own inside a transaction that is rolled back. The search path keeps what it had behind it,
    /// so that checks find the functions that they find at home.
    @Override
    public Catalog shadow(Connection connection, SchemaShape schema) throws SQLException {
        var autoCommit = connection.getAutoCommit();
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            var shadow = "gatehouse_shadow_"
                    + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
            createSchema(statement, shadow);
            statement.execute("select set_config('search_path', '%s,' || current_setting('search_path'), true)"
                    .formatted(shadow));
            statement.execute(made(schema));
            return PostgresCatalog.read(connection, Set.of());
        } finally {
            connection.rollback();
            connection.setAutoCommit(autoCommit);
        }
    }

    private static void createSchema(Statement statement, String name) throws SQLException {
        try {
            statement.execute("create schema " + name);
        } catch (SQLException failure) {
            if (!"42501".equals(failure.getSQLState())) throw failure;
            throw new MigrationException(
                    "%s: the declared tables are made in a schema of their own, which is rolled back; grant create on the database to the role"
                            .formatted(failure.getMessage()),
                    failure);
        }
    }

    /// In one text, so that it goes to the server at once.
    private String made(SchemaShape schema) {
        return plan(Creation.of(schema), SchemaShape.EMPTY).stream()
                .map(Change.Run.class::cast)
                .map(Change.Run::sql)
                .collect(Collectors.joining(";\n"));
    }

    @Override
    public boolean hasTable(Connection connection, String table) throws SQLException {
        try (var statement = connection.prepareStatement(
                "select current_schema() is null, count(*) from pg_class where relnamespace = quote_ident(current_schema())::regnamespace and relname = ?")) {
            statement.setString(1, table);
            try (var rows = statement.executeQuery()) {
                rows.next();
                if (rows.getBoolean(1)) throw noSchema();
                return rows.getInt(2) > 0;
            }
        }
    }

    /// A session's advisory lock: it goes with the connection, so a node that dies leaves nothing behind. A step
    /// may take longer than the statements of every day, so their time limits do not hold here.
    @Override
    public Lock lock(Connection connection, String name, Duration wait, Consumer<String> waiting) throws SQLException {
        var key = lockKey(name);
        connection.setAutoCommit(true);
        requireSchema(connection);
        execute(connection, "set statement_timeout = 0; set idle_in_transaction_session_timeout = 0");
        if (!truth(connection, "select pg_try_advisory_lock(%s)".formatted(key))) {
            waiting.accept("another process is migrating this database");
            awaitLock(connection, key, wait);
        }
        return () -> {
            truth(connection, "select pg_advisory_unlock(%s)".formatted(key));
            execute(connection, "reset statement_timeout; reset idle_in_transaction_session_timeout");
        };
    }

    static String lockKey(String name) {
        return "hashtextextended('gatehouse migrations ' || current_schema() || '.%s', 0)"
                .formatted(name.replace("'", "''"));
    }

    private static void awaitLock(Connection connection, String key, Duration wait) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set lock_timeout = " + wait.toMillis());
            statement.execute("select pg_advisory_lock(%s)".formatted(key));
            statement.execute("reset lock_timeout");
        } catch (SQLException failure) {
            if (!"55P03".equals(failure.getSQLState())) throw failure;
            throw new MigrationException(
                    "another process has been migrating this database for %d seconds: try again when it is done"
                            .formatted(wait.toSeconds()));
        }
    }

    @Override
    public Lock watch(Connection connection, Work<Connection> opens, Consumer<String> waiting) throws SQLException {
        return PostgresWaits.of(connection, opens, waiting);
    }

    @Override
    public <R> R inTransaction(Connection connection, Consumer<String> waiting, Work<R> work) throws SQLException {
        connection.setAutoCommit(false);
        try {
            var result = work.run();
            commit(connection);
            return result;
        } catch (SQLException | RuntimeException failure) {
            rollback(connection, failure);
            throw failure;
        }
    }

    private static void commit(Connection connection) throws SQLException {
        try {
            connection.commit();
        } catch (SQLException failure) {
            throw CommitLost.isOne(failure) ? new CommitLost(failure) : failure;
        }
        connection.setAutoCommit(true);
    }

    /// A connection that is gone has rolled back already: then the cause is what counts.
    private static void rollback(Connection connection, Exception cause) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException failure) {
            cause.addSuppressed(failure);
        }
    }

    @Override
    public void run(Connection connection, Change change, Set<String> leftOut, Copying told) throws SQLException {
        switch (change) {
            case Change.Run(var sql) -> alter(connection, sql);
            case Change.Demand demand -> demand.require(connection);
            case Change.Move(var move) -> move.run(connection);
            case Change.Loss _ -> {}
            case Change.Rebuild rebuild -> throw new IllegalStateException("PostgreSQL rebuilds nothing: " + rebuild);
        }
    }

    @Override
    public Optional<String> dumpCommand(Connection connection, Collection<String> tables, String label)
            throws SQLException {
        return Optional.of(new PostgresDump(connection).command(tables, label));
    }

    private static void alter(Connection connection, String sql) throws SQLException {
        try {
            execute(connection, sql);
        } catch (SQLException failure) {
            throw PostgresRefusal.explained(failure, sql);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void requireSchema(Connection connection) throws SQLException {
        if (truth(connection, "select current_schema() is null")) throw noSchema();
    }

    private static MigrationException noSchema() {
        return new MigrationException("the search_path names no schema that is there: create it or name another");
    }

    private static boolean truth(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getBoolean(1);
        }
    }
}
