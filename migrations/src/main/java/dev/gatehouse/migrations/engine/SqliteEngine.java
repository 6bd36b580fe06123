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

/// Migrations on SQLite. Each step is one immediate transaction: whoever comes second waits, looks again inside
/// its own and finds the step done.
///
/// `foreign_keys` is off throughout, since a rebuild drops a table that others refer to; before the commit every
/// reference is checked, and one that leads nowhere undoes the step.
final class SqliteEngine implements Engine {

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
    public Lock lock(Connection connection, String name, Duration wait, Runnable waiting) throws SQLException {
        connection.setAutoCommit(true);
        awaitTurn(connection, wait, waiting);
        execute(connection, "pragma foreign_keys = off");
        if (Counting.count(connection, "pragma foreign_keys") != 0) {
            throw new MigrationException(
                    "foreign_keys cannot be switched off on this connection: is it inside a transaction?");
        }
        return () -> execute(connection, "pragma foreign_keys = on");
    }

    private static void awaitTurn(Connection connection, Duration wait, Runnable waiting) throws SQLException {
        execute(connection, "pragma busy_timeout = 0");
        var isFree = begins(connection);
        execute(connection, "pragma busy_timeout = " + wait.toMillis());
        if (!isFree) {
            waiting.run();
            begin(connection);
        }
        execute(connection, "rollback");
    }

    private static boolean begins(Connection connection) throws SQLException {
        try {
            execute(connection, "begin immediate");
            return true;
        } catch (SQLException failure) {
            if ((failure.getErrorCode() & 0xff) != SQLITE_BUSY) throw failure;
            return false;
        }
    }

    @Override
    public <R> R inTransaction(Connection connection, Work<R> work) throws SQLException {
        begin(connection);
        try {
            var result = work.run();
            SqliteReferences.requireSound(connection);
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

    private static void begin(Connection connection) throws SQLException {
        try {
            execute(connection, "begin immediate");
        } catch (SQLException failure) {
            if ((failure.getErrorCode() & 0xff) != SQLITE_BUSY) throw failure;
            throw new MigrationException(
                    "another process is writing to this database and does not end: stop it and try again", failure);
        }
    }

    private static final int SQLITE_BUSY = 5;

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
