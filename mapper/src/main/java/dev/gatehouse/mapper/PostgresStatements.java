package dev.gatehouse.mapper;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ConcurrentHashMap;
import org.postgresql.jdbc.PgConnection;

/// The prepared statements of each connection in the pool. They are the driver's own, past the pool's wrapping,
/// which would make and close a statement for every query: a tenth of what a point select costs here.
final class PostgresStatements {
    private static final int STATEMENTS = 256;

    private final ConcurrentHashMap<PgConnection, StatementCache> caches = new ConcurrentHashMap<>();

    /// A connection belongs to one thread while it is borrowed, and so do its statements.
    StatementCache of(Connection borrowed) throws SQLException {
        var connection = borrowed.unwrap(PgConnection.class);
        var known = caches.get(connection);
        return known != null ? known : added(connection);
    }

    /// A new connection mostly means that an old one has gone.
    private StatementCache added(PgConnection connection) {
        caches.keySet().removeIf(PostgresStatements::isClosed);
        var cache = new StatementCache(connection, STATEMENTS);
        caches.put(connection, cache);
        return cache;
    }

    private static boolean isClosed(PgConnection connection) {
        try {
            return connection.isClosed();
        } catch (SQLException _) {
            return true;
        }
    }

    int size() {
        return caches.size();
    }
}
