package dev.gatehouse.mapper;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/// A prepared statement on loan for one execution. Closing it gives it back to its cache or, without one, closes
/// it.
final class Held implements AutoCloseable {
    private final PreparedStatement statement;
    private boolean cached;
    private boolean inUse = true;

    Held(PreparedStatement statement, boolean cached) {
        this.statement = statement;
        this.cached = cached;
    }

    PreparedStatement statement() {
        return statement;
    }

    boolean isInUse() {
        return inUse;
    }

    Held use() {
        inUse = true;
        return this;
    }

    /// The cache has let go of it: closed now, or when its execution ends.
    void evict() throws SQLException {
        cached = false;
        if (!inUse) statement.close();
    }

    @Override
    public void close() throws SQLException {
        inUse = false;
        if (!cached) statement.close();
    }
}
