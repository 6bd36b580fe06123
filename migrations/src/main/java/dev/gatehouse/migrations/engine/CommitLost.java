package dev.gatehouse.migrations.engine;

import java.sql.SQLException;

/// The connection was lost while the commit was under way. The server may have carried it out or not; from here nobody
/// can know.
public final class CommitLost extends SQLException {

    private static final long serialVersionUID = 1L;

    CommitLost(SQLException failure) {
        super(failure.getMessage(), failure.getSQLState(), failure);
    }

    /// Whether the failure of a commit leaves open what became of it: the connection broke, or the server ended it.
    /// Any other refusal is an answer, and the answer is no.
    ///
    /// @spec https://www.postgresql.org/docs/current/errcodes-appendix.html PostgreSQL, error codes
    static boolean isOne(SQLException failure) {
        var state = String.valueOf(failure.getSQLState());
        return state.startsWith("08") || state.startsWith("57P");
    }
}
