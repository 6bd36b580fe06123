package dev.gatehouse.testing;

import dev.gatehouse.mapper.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// What stands in the tables, read and written behind the back of the house, as a thief or a forger would.
public final class Rows {

    private Rows() {}

    /// Every value of some columns, as text.
    public static List<String> texts(Database database, String table, String... columns) {
        return with(database, connection -> {
            var texts = new ArrayList<String>();
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery(
                            "select " + String.join(", ", columns) + " from \"" + table + "\"")) {
                var width = rows.getMetaData().getColumnCount();
                while (rows.next()) for (int i = 1; i <= width; i++) texts.add(rows.getString(i));
            }
            return texts;
        });
    }

    /// @return how many rows it touched
    public static int change(Database database, String sql) {
        return with(database, connection -> {
            try (var statement = connection.createStatement()) {
                return statement.executeUpdate(sql);
            }
        });
    }

    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private static <T> T with(Database database, Work<T> work) {
        try (var connection = database.connect()) {
            return work.on(connection);
        } catch (SQLException fault) {
            throw new AssertionError(fault);
        }
    }
}
