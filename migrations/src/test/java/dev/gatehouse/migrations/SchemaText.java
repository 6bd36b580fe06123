package dev.gatehouse.migrations;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The second witness: a database's schema in its own text, read without any code of the product. Lines are
/// sorted, since a column that is dropped and added again stands at the end.
public final class SchemaText {
    private SchemaText() {}

    public static List<String> of(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().equals("SQLite")
                ? sqlite(connection)
                : postgres(connection);
    }

    /// `sqlite_master`, cut at the commas that stand in one bracket.
    private static List<String> sqlite(Connection connection) throws SQLException {
        var lines = new ArrayList<String>();
        for (var row : rows(
                connection,
                "select name, sql from sqlite_master where sql is not null and name <> 'schema_revision'")) {
            for (var part : parts(row.getLast())) {
                lines.add(row.getFirst() + ": " + plain(part));
            }
        }
        return lines.stream().sorted().toList();
    }

    /// `default 0 not null` and `not null default 0` are the same column.
    private static String plain(String part) {
        var text = part.replace("\"", "")
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT)
                .strip();
        var isColumn = !text.startsWith("constraint ") && !text.startsWith("where ");
        return isColumn && text.contains(" not null") ? text.replace(" not null", "") + " not null" : text;
    }

    private static List<String> parts(String sql) {
        var parts = new ArrayList<String>();
        var depth = 0;
        var inString = false;
        var part = new StringBuilder();
        for (var c : sql.toCharArray()) {
            if (c == '\'') inString = !inString;
            if (!inString && c == '(') depth++;
            if (!inString && c == ')') depth--;
            var cuts = !inString && (c == ',' && depth == 1 || c == '(' && depth == 1 || c == ')' && depth == 0);
            if (cuts) {
                parts.add(part.toString());
                part.setLength(0);
            } else part.append(c);
        }
        parts.add(part.toString());
        return parts.stream().map(String::strip).filter(text -> !text.isEmpty()).toList();
    }

    private static List<String> postgres(Connection connection) throws SQLException {
        var lines = new ArrayList<String>();
        rows(connection, """
                select table_name, column_name, data_type, udt_name, is_nullable, column_default, collation_name
                from information_schema.columns
                where table_schema = current_schema() and table_name <> 'schema_revision'""").forEach(row -> lines.add(row.toString()));
        rows(connection, """
                select conrelid::regclass::text, conname, pg_get_constraintdef(oid) from pg_constraint
                where connamespace = current_schema()::regnamespace and contype <> 'n'
                  and conrelid::regclass::text <> 'schema_revision'""").forEach(row -> lines.add(row.toString()));
        rows(
                        connection,
                        "select indexdef from pg_indexes where schemaname = current_schema() and tablename <> 'schema_revision'")
                .forEach(row -> lines.add(row.toString()));
        return lines.stream().sorted().toList();
    }

    private static List<List<String>> rows(Connection connection, String sql) throws SQLException {
        var all = new ArrayList<List<String>>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                var row = new ArrayList<String>();
                for (var at = 1; at <= rows.getMetaData().getColumnCount(); at++)
                    row.add(String.valueOf(rows.getString(at)));
                all.add(row);
            }
        }
        return all;
    }
}
