package dev.gatehouse.mapper;

import java.sql.Connection;
import java.sql.SQLException;

/// One PostgreSQL connection for the length of a transaction. The driver keeps the prepared statements.
final class PostgresSession implements Session {
    private static final int FETCH = 500;

    private final Connection connection;

    PostgresSession(Connection connection) {
        this.connection = connection;
    }

    @Override
    public Dialect dialect() {
        return Dialect.POSTGRES;
    }

    @Override
    public Held prepare(Sql sql) throws SQLException {
        return new Held(connection.prepareStatement(sql.text()), false);
    }

    @Override
    public void forget(Sql sql) {}

    @Override
    public DatabaseFault translated(SQLException reported, Phrase phrase) {
        return PostgresErrors.translated(reported);
    }

    @Override
    public void control(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /// The driver fetches in portions only inside a transaction.
    @Override
    public AutoCloseable streaming() throws SQLException {
        if (!connection.getAutoCommit()) return () -> {};
        connection.setAutoCommit(false);
        return () -> {
            connection.rollback();
            connection.setAutoCommit(true);
        };
    }

    @Override
    public int fetchSize() {
        return FETCH;
    }
}
