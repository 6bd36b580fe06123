package dev.gatehouse.mapper;

import java.sql.SQLException;

/// A connection as a transaction uses it: it prepares statements and knows what its database's errors mean.
sealed interface Session permits SqliteSession, PostgresSession {
    Dialect dialect();

    /// The statement, ready for its values.
    Held prepare(Sql sql) throws SQLException;

    /// The statement failed.
    void forget(Sql sql);

    /// What the driver reported, in the mapper's terms.
    DatabaseFault translated(SQLException reported, Phrase phrase);

    /// Runs a word of transaction control: `savepoint`, `release`, `rollback to`.
    void control(String sql) throws SQLException;

    /// From here on results may come in portions, so that a large one never lies in memory whole.
    Portions streaming() throws SQLException;

    /// A time in which results come in portions.
    interface Portions extends AutoCloseable {
        @Override
        void close() throws SQLException;
    }
}
