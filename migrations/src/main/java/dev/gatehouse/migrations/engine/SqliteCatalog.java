package dev.gatehouse.migrations.engine;

import dev.gatehouse.migrations.shape.IndexShape;
import dev.gatehouse.migrations.shape.MigrationException;
import dev.gatehouse.migrations.shape.TableElement;
import dev.gatehouse.migrations.shape.TableShape;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads a SQLite database's schema from the statements that it keeps.
///
/// @spec https://www.sqlite.org/schematab.html SQLite, the schema table
final class SqliteCatalog {

    /// One row of SQLite's schema table.
    record Entry(String type, String name, String table, String sql) {}

    private final List<Unread> unread = new ArrayList<>();
    private final LinkedHashMap<String, List<TableElement>> tables = new LinkedHashMap<>();

    private SqliteCatalog() {}

    /// @param leftOut tables that are not the program's own, such as the version table
    static Catalog read(Connection connection, Set<String> leftOut) throws SQLException {
        var catalog = new SqliteCatalog();
        for (var entry : entries(connection)) {
            if (!leftOut.contains(entry.table())) catalog.add(entry);
        }
        return Catalog.of(catalog.tables, catalog.unread);
    }

    /// Tables first: the rest belongs to them. What a virtual table keeps its rows in comes and goes with it.
    static List<Entry> entries(Connection connection) throws SQLException {
        var entries = new ArrayList<Entry>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select type, name, tbl_name, sql from sqlite_master
                        where name not like 'sqlite\\_%' escape '\\' and sql is not null
                          and tbl_name not in (select name from pragma_table_list where type = 'shadow')
                        order by case type when 'table' then 1 when 'index' then 2 when 'view' then 3 else 4 end, rowid""")) {
            while (rows.next()) {
                entries.add(new Entry(rows.getString(1), rows.getString(2), rows.getString(3), rows.getString(4)));
            }
        }
        return entries;
    }

    private void add(Entry entry) {
        switch (entry.type()) {
            case "table" -> addTable(entry);
            case "index" -> addIndex(entry);
            case "view" -> unread.add(new Unread("view", entry.name(), "", "views are left alone"));
            default -> unread.add(new Unread(entry.type(), entry.name(), entry.table(), "triggers are left alone"));
        }
    }

    private void addTable(Entry entry) {
        if (SqlCursor.of(entry.sql()).take("create", "virtual")) {
            unread.add(new Unread("virtual table", entry.name(), entry.name(), "virtual tables are left alone"));
            return;
        }
        var elements = new ArrayList<TableElement>();
        try {
            TableShape.requireName(entry.name());
            elements.addAll(SqliteTableText.read(entry.name(), entry.sql(), unread));
        } catch (UnreadableSql | MigrationException failure) {
            unread.add(new Unread("table", entry.name(), entry.name(), failure.getMessage()));
            return;
        }
        tables.put(entry.name(), elements);
    }

    private void addIndex(Entry entry) {
        try {
            var index = index(SqlCursor.of(entry.sql()));
            if (tables.containsKey(entry.table())) tables.get(entry.table()).add(index);
        } catch (UnreadableSql | MigrationException failure) {
            unread.add(new Unread("index", entry.name(), entry.table(), failure.getMessage()));
        }
    }

    private static IndexShape index(SqlCursor sql) {
        sql.take("create");
        var unique = sql.take("unique");
        sql.take("index");
        sql.take("if", "not", "exists");
        var name = sql.name();
        sql.take("on");
        sql.name();
        var parts =
                sql.inBrackets().byCommas().stream().map(SqliteCatalog::part).toList();
        var where = sql.take("where") ? Optional.of(sql.rest()) : Optional.<String>empty();
        return new IndexShape(name, unique, parts, where);
    }

    private static IndexShape.Part part(SqlCursor sql) {
        var column = sql.name();
        var descending = sql.take("desc");
        sql.take("asc");
        if (sql.hasMore()) throw new UnreadableSql("it is over " + column + " " + sql.rest());
        return new IndexShape.Part(column, descending);
    }
}
