package dev.gatehouse.migrations.engine;

import dev.gatehouse.mapper.Dialect;
import dev.gatehouse.mapper.OnDelete;
import dev.gatehouse.mapper.SqlType;
import dev.gatehouse.migrations.shape.CheckShape;
import dev.gatehouse.migrations.shape.ColumnShape;
import dev.gatehouse.migrations.shape.ForeignKeyShape;
import dev.gatehouse.migrations.shape.IndexShape;
import dev.gatehouse.migrations.shape.PrimaryKeyShape;
import dev.gatehouse.migrations.shape.TableElement;
import dev.gatehouse.migrations.shape.UniqueShape;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads the current schema of a PostgreSQL database.
///
/// PostgreSQL can do to a constraint or an index more than a shape can hold. Instead of asking for each of these
/// things, we write down the definition that our shape would have and compare it with PostgreSQL's own: if they
/// differ, there is something that we do not know, and we say so.
///
/// @spec https://www.postgresql.org/docs/current/catalogs.html PostgreSQL, system catalogs
final class PostgresCatalog {

    private final Connection connection;
    private final Set<String> leftOut;
    private final List<Unread> unread = new ArrayList<>();
    private final LinkedHashMap<String, List<TableElement>> tables = new LinkedHashMap<>();

    private PostgresCatalog(Connection connection, Set<String> leftOut) {
        this.connection = connection;
        this.leftOut = leftOut;
    }

    /// @param leftOut tables that are not the program's own, such as the version table
    static Catalog read(Connection connection, Set<String> leftOut) throws SQLException {
        var catalog = new PostgresCatalog(connection, leftOut);
        catalog.each(PostgresCatalogSql.RELATIONS, catalog::relation);
        catalog.each(PostgresCatalogSql.COLUMNS, catalog::column);
        catalog.each(PostgresCatalogSql.CONSTRAINTS, catalog::constraint);
        catalog.each(PostgresCatalogSql.INDEXES, catalog::index);
        catalog.each(PostgresCatalogSql.BESIDES, catalog::besides);
        return Catalog.of(catalog.tables, catalog.unread);
    }

    @FunctionalInterface
    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    private void each(String sql, RowReader reader) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                if (!leftOut.contains(rows.getString("of_table"))) reader.read(rows);
            }
        }
    }

    private void relation(ResultSet row) throws SQLException {
        var name = row.getString("of_table");
        var oddity = row.getString("oddity");
        if (oddity == null) tables.put(name, new ArrayList<>());
        else unread.add(new Unread("table", name, name, oddity));
    }

    private void column(ResultSet row) throws SQLException {
        var table = row.getString("of_table");
        if (!tables.containsKey(table)) return;
        var name = row.getString("name");
        var type = SqlType.named(Dialect.POSTGRES, row.getString("type"));
        var oddity =
                type.isPresent() ? Optional.ofNullable(row.getString("oddity")) : Optional.of("its type is not known");
        if (oddity.isPresent()) {
            unread.add(new Unread("column", name, table, "%s (%s)".formatted(oddity.get(), row.getString("type"))));
            return;
        }
        var column = new ColumnShape(name, type.orElseThrow());
        if (row.getBoolean("is_not_null")) column = column.notNull();
        var defaultsTo = row.getString("defaults_to");
        add(table, defaultsTo == null ? column : column.defaultTo(defaultsTo));
    }

    private void constraint(ResultSet row) throws SQLException {
        var table = row.getString("of_table");
        var name = row.getString("name");
        if (!tables.containsKey(table)) return;
        if (row.getString("definition").equals(row.getString("expected"))) add(table, constraint(name, row));
        else unread.add(new Unread("constraint", name, table, row.getString("definition")));
    }

    private static TableElement constraint(String name, ResultSet row) throws SQLException {
        return switch (row.getString("kind")) {
            case "p" -> new PrimaryKeyShape(name, strings(row.getArray("columns")));
            case "u" -> new UniqueShape(name, strings(row.getArray("columns")));
            case "c" -> new CheckShape(name, row.getString("expression"));
            default ->
                new ForeignKeyShape(
                        name,
                        strings(row.getArray("columns")),
                        row.getString("target"),
                        strings(row.getArray("referenced")),
                        onDelete(row.getString("on_delete")));
        };
    }

    private static OnDelete onDelete(String code) {
        return switch (code) {
            case "r" -> OnDelete.RESTRICT;
            case "c" -> OnDelete.CASCADE;
            case "n" -> OnDelete.SET_NULL;
            default -> OnDelete.NO_ACTION;
        };
    }

    private void index(ResultSet row) throws SQLException {
        var table = row.getString("of_table");
        var name = row.getString("name");
        if (!tables.containsKey(table)) return;
        if (!row.getString("definition").equals(row.getString("expected"))) {
            unread.add(new Unread("index", name, table, row.getString("definition")));
            return;
        }
        var columns = strings(row.getArray("columns"));
        var descending = (Boolean[]) row.getArray("descending").getArray();
        var parts = new ArrayList<IndexShape.Part>();
        for (var at = 0; at < columns.size(); at++) {
            parts.add(new IndexShape.Part(columns.get(at), descending[at]));
        }
        var where = Optional.ofNullable(row.getString("predicate"));
        add(table, new IndexShape(name, row.getBoolean("is_unique"), parts, where));
    }

    private void besides(ResultSet row) throws SQLException {
        unread.add(new Unread(
                row.getString("kind"), row.getString("name"), row.getString("of_table"), row.getString("why")));
    }

    private void add(String table, TableElement element) {
        tables.get(table).add(element);
    }

    private static List<String> strings(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
