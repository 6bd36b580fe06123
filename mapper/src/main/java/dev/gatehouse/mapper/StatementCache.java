package dev.gatehouse.mapper;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;

/// The prepared statements of one connection, the least recently used go first. SQLite's driver has no such
/// cache, and preparing costs more than most queries.
final class StatementCache implements AutoCloseable {
    private final Connection connection;
    private final int most;
    private final LinkedHashMap<String, Held> statements = new LinkedHashMap<>(64, 0.75f, true);

    StatementCache(Connection connection, int most) {
        this.connection = connection;
        this.most = most;
    }

    /// A statement that is running cannot run again inside itself: then the second one is prepared for once.
    Held acquire(String sql) throws SQLException {
        var known = statements.get(sql);
        if (known == null) return prepared(sql);
        return known.isInUse() ? new Held(connection.prepareStatement(sql), false) : known.use();
    }

    private Held prepared(String sql) throws SQLException {
        var held = new Held(connection.prepareStatement(sql), true);
        statements.put(sql, held);
        if (statements.size() > most) statements.pollFirstEntry().getValue().evict();
        return held;
    }

    /// After a fault the driver may have closed the statement on its own, and may fail to close it again.
    void forget(String sql) {
        var known = statements.remove(sql);
        try {
            if (known != null) known.evict();
        } catch (SQLException closing) {
            System.getLogger(StatementCache.class.getName())
                    .log(System.Logger.Level.DEBUG, "a failed statement could not be closed", closing);
        }
    }

    int size() {
        return statements.size();
    }

    @Override
    public void close() throws SQLException {
        for (var held : statements.values()) held.evict();
        statements.clear();
    }
}
