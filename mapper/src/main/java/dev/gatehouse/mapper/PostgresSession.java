package dev.gatehouse.mapper;

import java.sql.Connection;
import java.sql.SQLException;

/// One PostgreSQL connection for the length of a transaction, with the statements kept for it.
final class PostgresSession implements Session {
    private final Connection connection;
    private final StatementCache statements;

    PostgresSession(Connection connection, StatementCache statements) {
        this.connection = connection;
        this.statements = statements;
    }

    @Override
    public Dialect dialect() {
        return Dialect.POSTGRES;
    }

    @Override
    public Held prepare(Sql sql) throws SQLException {
        return statements.acquire(sql.text());
    }

    @Override
    public void forget(Sql sql) {
        statements.forget(sql.text());
    }

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
    public Portions streaming() throws SQLException {
        if (!connection.getAutoCommit()) return () -> {};
        connection.setAutoCommit(false);
        return () -> {
            connection.rollback();
            connection.setAutoCommit(true);
        };
    }
}
