package dev.gatehouse.migrations.engine;

import java.sql.Connection;
import java.sql.SQLException;

/// Asks a question whose answer is one number.
public final class Counting {
    private Counting() {}

    public static long count(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
