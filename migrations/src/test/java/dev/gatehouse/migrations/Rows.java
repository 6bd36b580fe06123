package dev.gatehouse.migrations;

import static dev.gatehouse.mapper.Identifier.quoted;

import dev.gatehouse.mapper.Dialect;
import dev.gatehouse.mapper.SqlType;
import dev.gatehouse.migrations.shape.ColumnShape;
import dev.gatehouse.migrations.shape.SchemaShape;
import dev.gatehouse.migrations.shape.TableShape;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Rows for any schema, made from its shape alone. What a row holds depends only on the column's type and the
/// row's number, so the row of the same number is there for every foreign key.
final class Rows {
    private static final int FULL = 2;

    private final Connection connection;
    private final Dialect dialect;

    Rows(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    /// Two full rows in each table, and one with nothing in what may be empty.
    ///
    /// @param next where the schema goes from here: a text that becomes a number looks like one
    void fill(SchemaShape schema, SchemaShape next) throws SQLException {
        withoutReferences(() -> {
            for (var table : schema.tables()) {
                for (var row = 1; row <= FULL + 1; row++) insert(schema, table, next, row);
            }
        });
    }

    private interface Work {
        void run() throws SQLException;
    }

    private void withoutReferences(Work work) throws SQLException {
        var isSqlite = dialect == Dialect.SQLITE;
        execute(isSqlite ? "pragma foreign_keys = off" : "set session_replication_role = replica");
        work.run();
        execute(isSqlite ? "pragma foreign_keys = on" : "set session_replication_role = origin");
    }

    private void insert(SchemaShape schema, TableShape table, SchemaShape next, int row) throws SQLException {
        var names =
                table.columns().stream().map(column -> quoted(column.name())).collect(Collectors.joining(", "));
        var values = table.columns().stream()
                .map(column -> column.nullable()
                                && (row > FULL && mayBeEmpty(next, table, column)
                                        || refersNowhere(schema, next, table, column))
                        ? "null"
                        : value(column, typeIn(next, table, column), row))
                .collect(Collectors.joining(", "));
        if (row > FULL && isTruthUnique(table, next)) return;
        execute("insert into %s (%s) values (%s)".formatted(quoted(table.name()), names, values));
    }

    /// Only two rows can have different truths.
    private static boolean isTruthUnique(TableShape table, SchemaShape next) {
        return table.columns().stream()
                .anyMatch(column -> (column.type() == SqlType.BOOLEAN || typeIn(next, table, column) == SqlType.BOOLEAN)
                        && (isUsed(table, column)
                                || next.find(table.name())
                                        .filter(same -> isUsed(same, column))
                                        .isPresent()));
    }

    private static boolean isUsed(TableShape table, ColumnShape column) {
        return table.constraints().anyMatch(key -> table.columnsOf(key).contains(column.name()));
    }

    /// A table that comes or goes has no row to refer to.
    private static boolean refersNowhere(SchemaShape schema, SchemaShape next, TableShape table, ColumnShape column) {
        return Stream.of(schema, next)
                .flatMap(one -> one.find(table.name()).stream())
                .flatMap(same -> same.foreignKeys().stream())
                .anyMatch(key -> key.columns().contains(column.name())
                        && (schema.find(key.target()).isEmpty()
                                || next.find(key.target()).isEmpty()));
    }

    private static boolean mayBeEmpty(SchemaShape next, TableShape table, ColumnShape column) {
        return next.find(table.name())
                .flatMap(same -> same.column(column.name()))
                .map(ColumnShape::nullable)
                .orElse(true);
    }

    private static SqlType typeIn(SchemaShape next, TableShape table, ColumnShape column) {
        return next.find(table.name())
                .flatMap(same -> same.column(column.name()))
                .map(ColumnShape::type)
                .orElse(column.type());
    }

    private String value(ColumnShape column, SqlType next, int row) {
        var truth = row % 2 == 1;
        return switch (column.type()) {
            case TEXT -> text(next, row);
            case INTEGER, BIGINT -> next == SqlType.BOOLEAN ? String.valueOf(row % 2) : String.valueOf(row);
            case DOUBLE -> row + ".0";
            case BOOLEAN -> dialect == Dialect.SQLITE ? (truth ? "1" : "0") : String.valueOf(truth);
            case UUID -> "'00000000-0000-0000-0000-00000000000%d'".formatted(row);
            case JSON -> "'{\"row\": %d}'".formatted(row);
            case BYTES -> dialect == Dialect.SQLITE ? "x'0%d'".formatted(row) : "'\\x0%d'".formatted(row);
            case INSTANT ->
                dialect == Dialect.SQLITE ? row + "000000" : "'1970-01-01 00:00:0%d+00'::timestamptz".formatted(row);
        };
    }

    private static String text(SqlType next, int row) {
        return switch (next) {
            case UUID -> "'00000000-0000-0000-0000-00000000000%d'".formatted(row);
            case BOOLEAN -> row % 2 == 1 ? "'true'" : "'false'";
            default -> "'%d%d'".formatted(row, row);
        };
    }

    /// The rows of these columns, sorted; a table or column that is not in both schemas is left out.
    Map<String, List<String>> common(SchemaShape one, SchemaShape other, boolean withChangedTypes) throws SQLException {
        var all = new TreeMap<String, List<String>>();
        for (var table : one.tables()) {
            var same = other.find(table.name());
            if (same.isEmpty()) continue;
            var columns = table.columns().stream()
                    .filter(column -> same.get().column(column.name()).stream()
                            .anyMatch(there -> withChangedTypes || there.type() == column.type()))
                    .map(column -> quoted(column.name()))
                    .sorted()
                    .toList();
            all.put(table.name(), read(table.name(), columns));
        }
        return all;
    }

    private List<String> read(String table, List<String> columns) throws SQLException {
        var listed = columns.isEmpty() ? "1" : String.join(", ", columns);
        var rows = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var found = statement.executeQuery("select %s from %s".formatted(listed, quoted(table)))) {
            while (found.next()) {
                rows.add(IntStream.rangeClosed(1, Math.max(1, columns.size()))
                        .mapToObj(at -> text(found, at))
                        .collect(Collectors.joining(" | ")));
            }
        }
        return rows.stream().sorted().toList();
    }

    private static String text(java.sql.ResultSet row, int at) {
        try {
            return row.getObject(at) instanceof byte[] bytes
                    ? java.util.HexFormat.of().formatHex(bytes)
                    : String.valueOf(row.getString(at));
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new SQLException(sql + ": " + failure.getMessage(), failure);
        }
    }
}
