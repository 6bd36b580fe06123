package dev.gatehouse.migrations.engine;

import dev.gatehouse.mapper.Dialect;
import dev.gatehouse.mapper.SqlType;
import dev.gatehouse.migrations.operation.Operation;
import dev.gatehouse.migrations.shape.MigrationException;
import dev.gatehouse.migrations.shape.SchemaShape;
import dev.gatehouse.migrations.shape.TableElement;
import dev.gatehouse.migrations.shape.TableShape;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;

/// What migrations need of a database: its SQL, its catalog, its lock and its transactions.
public sealed interface Engine permits SqliteEngine, PostgresEngine {

    static Engine of(Dialect dialect) {
        return switch (dialect) {
            case SQLITE -> new SqliteEngine();
            case POSTGRES -> new PostgresEngine();
        };
    }

    /// The engine that speaks to this database. Refuses any other kind.
    static Engine of(Connection connection) throws SQLException {
        var product = connection.getMetaData().getDatabaseProductName();
        return switch (product) {
            case "SQLite" -> new SqliteEngine();
            case "PostgreSQL" -> new PostgresEngine();
            default ->
                throw new MigrationException("%s is not spoken here: SQLite and PostgreSQL are".formatted(product));
        };
    }

    /// Whether there is a rule for the values of one type to become another.
    static boolean canChange(SqlType from, SqlType to) {
        return TypeChange.isKnown(from, to);
    }

    Dialect dialect();

    /// What is to be done for the operations, on a schema of this shape. No database is asked.
    List<Change> plan(List<Operation> operations, SchemaShape before);

    /// The statements for the operations, and what they do to those who use the database meanwhile. Nothing runs.
    List<Foreseen> foresee(Connection connection, List<Operation> operations, SchemaShape before) throws SQLException;

    /// How many rows the table has, about; empty where that is unknown or there is no such table.
    OptionalLong rows(Connection connection, String table) throws SQLException;

    /// Reads what is there, but for the tables left out.
    Catalog read(Connection connection, Set<String> leftOut) throws SQLException;

    /// Makes the schema apart from everything that is there, reads it back and makes it vanish again: so every
    /// default, check and condition comes out in the engine's own spelling.
    Catalog shadow(Connection connection, SchemaShape schema) throws SQLException;

    /// Part of a table as this database would be told of it, on one line.
    default String spelled(String table, TableElement element) {
        return new Ddl(dialect()).element(table, element);
    }

    /// A whole table, without its indexes, on one line.
    default String spelled(TableShape table) {
        return new Ddl(dialect())
                .createTable(table)
                .replaceAll("\\(\n\\s*", "(")
                .replaceAll("\n\\)", ")")
                .replaceAll("\\s*\n\\s*", " ");
    }

    boolean hasTable(Connection connection, String table) throws SQLException;

    /// Keeps other nodes from migrating the same database until it is closed, waiting for those that do.
    ///
    /// @param name names the lock: the version table
    /// @param waiting told for what, once, if there is a wait
    Lock lock(Connection connection, String name, Duration wait, Consumer<String> waiting) throws SQLException;

    /// One transaction: all that the work does, or nothing of it.
    ///
    /// @param waiting told for what, if others must end first
    /// @throws CommitLost if the connection was lost at the commit, so that nobody can know which of both it is
    <R> R inTransaction(Connection connection, Consumer<String> waiting, Work<R> work) throws SQLException;

    /// The same, where nobody listens.
    default <R> R inTransaction(Connection connection, Work<R> work) throws SQLException {
        return inTransaction(connection, _ -> {}, work);
    }

    /// Tells, until it is closed, for whom the connection waits, where others can stand in its way for long.
    ///
    /// @param opens another connection to the same database
    default Lock watch(Connection connection, Work<Connection> opens, Consumer<String> waiting) throws SQLException {
        return () -> {};
    }

    /// Refuses what a step has left behind and the database itself does not watch meanwhile.
    default void requireSound(Connection connection) throws SQLException {}

    /// Carries out one change inside a transaction.
    default void run(Connection connection, Change change, Set<String> leftOut) throws SQLException {
        run(connection, change, leftOut, Copying.SILENT);
    }

    /// The same, telling how far it is where rows have to be copied.
    void run(Connection connection, Change change, Set<String> leftOut, Copying told) throws SQLException;

    /// Copies the database beside itself, where it is a file; refused if that cannot be done. Not inside a
    /// transaction.
    ///
    /// @param label stands in the copy's name
    default Optional<Path> keepCopy(Connection connection, String label) throws SQLException {
        return Optional.empty();
    }

    /// The command line that keeps these tables, where only another program can.
    default Optional<String> dumpCommand(Connection connection, Collection<String> tables, String label)
            throws SQLException {
        return Optional.empty();
    }

    /// A node's right to migrate, until it is closed.
    interface Lock extends AutoCloseable {
        @Override
        void close() throws SQLException;
    }

    /// What happens inside a transaction.
    @FunctionalInterface
    interface Work<R> {
        R run() throws SQLException;
    }
}
