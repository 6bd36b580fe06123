package dev.gatehouse.migrations.engine;

import dev.gatehouse.mapper.Dialect;
import dev.gatehouse.migrations.operation.Creation;
import dev.gatehouse.migrations.operation.Operation;
import dev.gatehouse.migrations.shape.MigrationException;
import dev.gatehouse.migrations.shape.SchemaShape;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;

/// Migrations on SQLite. Each step is one immediate transaction: whoever comes second waits, looks again inside
/// its own and finds the step done.
///
/// `foreign_keys` is off throughout, since a rebuild drops a table that others refer to; at the end of a step every
/// reference is checked, and one that leads nowhere undoes the step.
final class SqliteEngine implements Engine {

    private static final int SQLITE_BUSY = 5;

    /// So long everybody waits for everybody on SQLite, and nobody needs to hear of it.
    private static final Duration UNNOTICED = Duration.ofMillis(500);

    @Override
    public Dialect dialect() {
        return Dialect.SQLITE;
    }

    @Override
    public List<Change> plan(List<Operation> operations, SchemaShape before) {
        return SqliteDdl.plan(operations, before);
    }

    @Override
    public List<Foreseen> foresee(Connection connection, List<Operation> operations, SchemaShape before) {
        return new SqliteForesight(connection).of(operations, before);
    }

    @Override
    public OptionalLong rows(Connection connection, String table) throws SQLException {
        return new SqliteForesight(connection).rows(table);
    }

    @Override
    public Catalog read(Connection connection, Set<String> leftOut) throws SQLException {
        return SqliteCatalog.read(connection, leftOut);
    }

    @Override
    public Catalog shadow(Connection connection, SchemaShape schema) throws SQLException {
        try (var shadow = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            for (var change : plan(Creation.of(schema), SchemaShape.EMPTY)) run(shadow, change, Set.of());
            return SqliteCatalog.read(shadow, Set.of());
        }
    }

    @Override
    public boolean hasTable(Connection connection, String table) throws SQLException {
        try (var statement =
                connection.prepareStatement("select count(*) from sqlite_master where type = 'table' and name = ?")) {
            statement.setString(1, table);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1) > 0;
            }
        }
    }

    /// The lock is the transaction itself; here whoever writes is waited for, so that the version table is read when
    /// they are done, and the patience is set.
    @Override
    public Lock lock(Connection connection, String name, Duration wait, Consumer<String> waiting) throws SQLException {
        connection.setAutoCommit(true);
        execute(connection, "pragma busy_timeout = " + wait.toMillis());
        begin(connection, waiting);
        execute(connection, "rollback");
        execute(connection, "pragma foreign_keys = off");
        if (Counting.count(connection, "pragma foreign_keys") != 0) {
            throw new MigrationException(
                    "foreign_keys cannot be switched off on this connection: is it inside a transaction?");
        }
        return () -> execute(connection, "pragma foreign_keys = on");
    }

    /// With the connection's own patience. Who writes can be another migration or anybody: SQLite does not say.
    private static void begin(Connection connection, Consumer<String> waiting) throws SQLException {
        var patience = Counting.count(connection, "pragma busy_timeout");
        if (begins(connection, Math.min(patience, UNNOTICED.toMillis()))) return;
        waiting.accept("another process is writing to this database");
        if (begins(connection, patience)) return;
        throw new MigrationException(
                "another process has been writing to this database for %d seconds: stop it and try again"
                        .formatted(patience / 1000));
    }

    private static boolean begins(Connection connection, long patience) throws SQLException {
        var usual = Counting.count(connection, "pragma busy_timeout");
        execute(connection, "pragma busy_timeout = " + patience);
        try {
            execute(connection, "begin immediate");
            return true;
        } catch (SQLException failure) {
            if ((failure.getErrorCode() & 0xff) != SQLITE_BUSY) throw failure;
            return false;
        } finally {
            execute(connection, "pragma busy_timeout = " + usual);
        }
    }

    @Override
    public void requireSound(Connection connection) throws SQLException {
        SqliteReferences.requireSound(connection);
    }

    @Override
    public <R> R inTransaction(Connection connection, Consumer<String> waiting, Work<R> work) throws SQLException {
        begin(connection, waiting);
        try {
            var result = work.run();
            execute(connection, "commit");
            return result;
        } catch (SQLException | RuntimeException failure) {
            rollback(connection, failure);
            throw failure;
        }
    }

    /// Some failures, such as a full disk, have rolled back already.
    private static void rollback(Connection connection, Exception cause) {
        try {
            execute(connection, "rollback");
        } catch (SQLException failure) {
            cause.addSuppressed(failure);
        }
    }

    @Override
    public void run(Connection connection, Change change, Set<String> leftOut, Copying told) throws SQLException {
        switch (change) {
            case Change.Run(var sql) -> execute(connection, sql);
            case Change.Demand demand -> demand.require(connection);
            case Change.Move(var move) -> move.run(connection);
            case Change.Rebuild rebuild -> SqliteRebuilding.run(connection, rebuild, leftOut, told);
            case Change.Loss _ -> {}
        }
    }

    @Override
    public Optional<Path> keepCopy(Connection connection, String label) throws SQLException {
        var copy = new SqliteCopy(connection);
        return copy.file().map(file -> copy.make(file, label));
    }

    /// `executeUpdate`, since the driver's `execute` runs only the first of several statements.
    static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
