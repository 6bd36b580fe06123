package dev.gatehouse.migrations.engine;

import java.sql.SQLException;

/// What PostgreSQL says when something that we do not manage, such as a view, stands in the way of a change: it names
/// the thing, and here it is said what to do.
final class PostgresRefusal {
    private static final String DEPENDENTS = "2BP01";
    private static final String NOT_SUPPORTED = "0A000";

    private PostgresRefusal() {}

    static SQLException explained(SQLException failure, String sql) {
        var state = String.valueOf(failure.getSQLState());
        var isInTheWay = state.equals(DEPENDENTS) || state.equals(NOT_SUPPORTED) && isTypeChange(sql);
        if (!isInTheWay) return failure;
        var message = failure.getMessage().replaceAll("\\R\\s*Hint: [^\\n]*CASCADE[^\\n]*", "");
        return new SQLException(
                message + "\ndrop it before and create it again afterwards, with op.sql",
                state,
                failure.getErrorCode(),
                failure);
    }

    private static boolean isTypeChange(String sql) {
        return sql.startsWith("alter table ") && sql.contains(" type ");
    }
}
