package dev.gatehouse.mapper;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/// One PostgreSQL connection for the length of a transaction. The driver keeps the prepared statements.
final class PostgresSession implements Session {
    /// Rows that lie in memory at once while streaming.
    private static final int PORTION = 500;

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
    public Portions streaming() throws SQLException {
        var driver = connection.unwrap(PGConnection.class);
        boolean alone = connection.getAutoCommit();
        if (alone) connection.setAutoCommit(false);
        driver.setDefaultFetchSize(PORTION);
        return () -> {
            driver.setDefaultFetchSize(0);
            if (alone) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        };
    }
}
