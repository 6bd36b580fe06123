package dev.gatehouse.mapper;

import dev.gatehouse.mapper.ConstraintViolation.Kind;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Optional;
import org.postgresql.util.PSQLException;

/// What PostgreSQL's errors mean.
///
/// @spec https://www.postgresql.org/docs/current/errcodes-appendix.html PostgreSQL, error codes
final class PostgresErrors {
    private PostgresErrors() {}

    static DatabaseFault translated(SQLException reported) {
        var state = state(reported);
        var message = reported.getMessage();
        return switch (state) {
            case "23505", "23P01" -> violation(Kind.UNIQUE, reported);
            case "23503", "23001" -> violation(Kind.FOREIGN_KEY, reported);
            case "23502" -> violation(Kind.NOT_NULL, reported);
            case "23514" -> violation(Kind.CHECK, reported);
            case "40001", "40P01" -> new Contention(message, reported);
            // statement or lock timeout, too many connections
            case "57014", "55P03", "53300" -> new DatabaseBusy(message, reported);
            default ->
                state.startsWith("08") || state.startsWith("57P") || state.startsWith("58")
                        ? new DatabaseDown("the database cannot be reached: " + message, reported)
                        : unknown(reported, message);
        };
    }

    /// The pool says the same whether all its connections are taken or none can be made; its cause tells.
    private static DatabaseFault unknown(SQLException reported, String message) {
        return reported instanceof SQLTransientConnectionException
                ? new DatabaseBusy("no connection became free: " + message, reported)
                : new DatabaseFault(message, reported);
    }

    /// A batch and the pool wrap what happened.
    private static String state(SQLException reported) {
        for (Throwable at = reported; at != null; at = at.getCause()) {
            if (at instanceof PSQLException known && known.getSQLState() != null) return known.getSQLState();
        }
        return reported.getSQLState() == null ? "" : reported.getSQLState();
    }

    private static DatabaseFault violation(Kind kind, SQLException reported) {
        for (Throwable at = reported; at != null; at = at.getCause()) {
            if (at instanceof PSQLException known && known.getServerErrorMessage() != null) {
                var said = known.getServerErrorMessage();
                return ConstraintViolation.of(
                        kind,
                        Optional.ofNullable(said.getConstraint()),
                        Optional.ofNullable(said.getTable()),
                        said.getColumn() == null ? List.of() : List.of(said.getColumn()),
                        reported);
            }
        }
        return ConstraintViolation.of(kind, Optional.empty(), Optional.empty(), List.of(), reported);
    }
}
