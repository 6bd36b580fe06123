package dev.gatehouse.migrations.engine;

import dev.gatehouse.migrations.shape.MigrationException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Rebuilds a table as it is today, whatever its history says: columns that someone added by hand are carried
/// over, and what cannot be carried over stops the rebuild before it starts.
final class SqliteRebuilding {
    private static final System.Logger LOG = System.getLogger(SqliteRebuilding.class.getName());

    private SqliteRebuilding() {}

    static void run(Connection connection, Change.Rebuild rebuild, Set<String> leftOut, Copying told)
            throws SQLException {
        var catalog = SqliteCatalog.read(connection, leftOut);
        requireReadable(catalog, rebuild.table());
        var entries = SqliteCatalog.entries(connection);
        var made = SqliteRebuild.of(catalog.schema(), rebuild.table(), rebuild.changes());
        var triggers = triggersOf(rebuild.table(), entries);
        rehearse(rebuild.table(), entries, made.statements(triggers));
        try {
            SqliteEngine.execute(connection, made.create());
            new SqliteCopying(connection, made, told).run();
            for (var statement : made.takeItsPlace(triggers)) SqliteEngine.execute(connection, statement);
        } catch (SQLException failure) {
            throw inTheTablesName(failure);
        }
    }

    /// Nobody but us knows the new table by the name that it has meanwhile.
    private static SQLException inTheTablesName(SQLException failure) {
        return new SQLException(
                failure.getMessage().replace(SqliteRebuild.MEANWHILE, "").replace(SqliteStage.PREFIX, ""),
                failure.getSQLState(),
                failure.getErrorCode(),
                failure);
    }

    private static void requireReadable(Catalog catalog, String table) {
        var unread = catalog.unreadIn(table);
        if (unread.isEmpty()) return;
        throw new MigrationException("table %s cannot be rebuilt, since this would be lost: %s"
                .formatted(table, unread.stream().map(Unread::toString).collect(Collectors.joining("; "))));
    }

    /// SQLite keeps the table's name as the trigger's author wrote it, in capitals perhaps.
    private static List<String> triggersOf(String table, List<SqliteCatalog.Entry> entries) {
        return entries.stream()
                .filter(entry -> entry.type().equals("trigger") && entry.table().equalsIgnoreCase(table))
                .map(SqliteCatalog.Entry::sql)
                .toList();
    }

    /// Does it all on an empty copy first: a view or a trigger that names a column which goes would break only
    /// later, when somebody uses it.
    private static void rehearse(String table, List<SqliteCatalog.Entry> entries, List<String> rebuild)
            throws SQLException {
        if (entries.stream().noneMatch(SqliteRebuilding::isViewOrTrigger)) return;
        try (var copy = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            for (var entry : entries) create(copy, entry);
            if (broken(copy).isPresent()) return;
            for (var statement : rebuild) SqliteEngine.execute(copy, statement);
            var broken = broken(copy);
            if (broken.isPresent()) {
                throw new MigrationException(
                        "table %s cannot be rebuilt, %s: drop it before and create it again afterwards, with op.sql"
                                .formatted(table, broken.get()));
            }
        }
    }

    private static boolean isViewOrTrigger(SqliteCatalog.Entry entry) {
        return entry.type().equals("view") || entry.type().equals("trigger");
    }

    /// What cannot be made in memory, such as a virtual table without its module, cannot be rehearsed.
    private static void create(Connection copy, SqliteCatalog.Entry entry) {
        try {
            SqliteEngine.execute(copy, entry.sql());
        } catch (SQLException failure) {
            LOG.log(System.Logger.Level.DEBUG, "not rehearsed: " + entry.name(), failure);
        }
    }

    /// Renaming any table makes SQLite look at every view and every trigger, and name the one that does not work.
    private static Optional<String> broken(Connection copy) throws SQLException {
        SqliteEngine.execute(copy, "create table gatehouse_probe (x)");
        try {
            SqliteEngine.execute(copy, "alter table gatehouse_probe rename to gatehouse_probed");
            SqliteEngine.execute(copy, "drop table gatehouse_probed");
            return SqliteTriggers.broken(copy);
        } catch (SQLException failure) {
            var message = failure.getMessage();
            return Optional.of(
                    message.contains("(")
                            ? message.substring(message.indexOf('(') + 1, message.length() - 1)
                            : message);
        }
    }
}
