package dev.gatehouse.migrations.engine;

import dev.gatehouse.migrations.shape.MigrationException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;

/// Looks, before a commit, for rows that refer to a row which is not there. While `foreign_keys` is off nobody
/// else does.
///
/// @spec https://www.sqlite.org/pragma.html#pragma_foreign_key_check SQLite, PRAGMA foreign_key_check
final class SqliteReferences {
    private SqliteReferences() {}

    static void requireSound(Connection connection) throws SQLException {
        var lost = new LinkedHashMap<String, Integer>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("pragma foreign_key_check")) {
            while (rows.next()) {
                lost.merge(
                        "rows of %s refer to rows of %s".formatted(rows.getString(1), rows.getString(3)),
                        1,
                        Integer::sum);
            }
        }
        if (lost.isEmpty()) return;
        var first = lost.firstEntry();
        throw new MigrationException(
                "%d %s that would not be there: nothing was changed".formatted(first.getValue(), first.getKey()));
    }
}
