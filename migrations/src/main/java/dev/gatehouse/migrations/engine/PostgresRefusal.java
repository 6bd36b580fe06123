package dev.gatehouse.migrations.engine;

import java.sql.SQLException;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/// What PostgreSQL says when something that we do not manage, such as a view, stands in the way of a change. The server
/// names the thing; what to do is said here, in place of the server's advice to drop it without looking.
final class PostgresRefusal {
    private static final String DEPENDENTS = "2BP01";
    private static final String NOT_SUPPORTED = "0A000";

    private PostgresRefusal() {}

    static SQLException explained(SQLException failure, String sql) {
        var state = String.valueOf(failure.getSQLState());
        var isInTheWay = state.equals(DEPENDENTS) || state.equals(NOT_SUPPORTED) && isTypeChange(sql);
        if (!isInTheWay || !(failure instanceof PSQLException said) || said.getServerErrorMessage() == null) {
            return failure;
        }
        return new SQLException(
                named(said.getServerErrorMessage()) + ": drop it before and create it again afterwards, with op.sql",
                state,
                failure);
    }

    private static boolean isTypeChange(String sql) {
        return sql.startsWith("alter table ") && sql.contains(" type ");
    }

    /// Connections may be set to keep details out of messages, since those of other errors hold rows. These hold names.
    private static String named(ServerErrorMessage said) {
        return said.getDetail() == null ? said.getMessage() : said.getMessage() + ": " + said.getDetail();
    }
}
