package dev.gatehouse.mapper;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/// One SQLite connection: prepared statements are kept, and transactions are ours alone to begin and end.
final class SqliteSession implements Session, AutoCloseable {
    private static final int STATEMENTS = 256;

    private final Connection connection;
    private final StatementCache statements;
    private final Map<String, PreparedStatement> controls = new HashMap<>();

    SqliteSession(Connection connection) {
        this.connection = connection;
        this.statements = new StatementCache(connection, STATEMENTS);
    }

    @Override
    public Dialect dialect() {
        return Dialect.SQLITE;
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
        return SqliteErrors.translated(reported, phrase);
    }

    @Override
    public void control(String sql) throws SQLException {
        var statement = controls.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            controls.put(sql, statement);
        }
        try {
            statement.execute();
        } catch (SQLException failed) {
            controls.remove(sql).close();
            throw failed;
        }
    }

    /// SQLite steps through a result in any case.
    @Override
    public Portions streaming() {
        return () -> {};
    }

    Connection connection() {
        return connection;
    }

    StatementCache statements() {
        return statements;
    }

    @Override
    public void close() throws SQLException {
        statements.close();
        for (var control : controls.values()) control.close();
        controls.clear();
        connection.close();
    }
}
