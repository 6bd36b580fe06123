package dev.gatehouse.migrations.engine;

import static dev.gatehouse.mapper.Identifier.quoted;

import dev.gatehouse.migrations.shape.SqlText;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Finds a trigger that no longer works, without letting it run. A rename of a table makes SQLite look at every
/// trigger, but not at the columns that it writes; explaining a statement that fires it does.
final class SqliteTriggers {
    private static final Set<String> EVENTS = Set.of("insert", "update", "delete");

    private SqliteTriggers() {}

    /// The first one that does not work, in SQLite's words.
    static Optional<String> broken(Connection connection) throws SQLException {
        for (var entry : SqliteCatalog.entries(connection)) {
            if (!entry.type().equals("trigger")) continue;
            var failure = fails(connection, firing(connection, entry));
            if (failure.isPresent())
                return Optional.of("error in trigger %s: %s".formatted(entry.name(), failure.get()));
        }
        return Optional.empty();
    }

    private static String firing(Connection connection, SqliteCatalog.Entry trigger) throws SQLException {
        var event = SqlText.of(trigger.sql()).tokens().stream()
                .filter(token -> EVENTS.stream().anyMatch(token::is))
                .findFirst()
                .map(SqlText.Token::text)
                .orElseThrow();
        var table = quoted(trigger.table());
        return switch (event) {
            case "insert" -> "explain insert into %s default values".formatted(table);
            case "update" -> "explain update %s set %s".formatted(table, everyColumn(connection, trigger.table()));
            default -> "explain delete from " + table;
        };
    }

    private static String everyColumn(Connection connection, String table) throws SQLException {
        var columns = new ArrayList<String>();
        try (var statement = connection.prepareStatement("select name from pragma_table_info(?)")) {
            statement.setString(1, table);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) columns.add(quoted(rows.getString(1)));
            }
        }
        return columns.stream().map(column -> column + " = " + column).collect(Collectors.joining(", "));
    }

    private static Optional<String> fails(Connection connection, String explained) {
        try (var statement = connection.createStatement();
                var _ = statement.executeQuery(explained)) {
            return Optional.empty();
        } catch (SQLException failure) {
            var message = failure.getMessage();
            return Optional.of(message.substring(message.indexOf('(') + 1).replaceAll("\\)$", ""));
        }
    }
}
