package dev.gatehouse.migrations.engine;

import static dev.gatehouse.mapper.Identifier.quoted;

import dev.gatehouse.mapper.Dialect;
import dev.gatehouse.migrations.shape.ForeignKeyShape;
import dev.gatehouse.migrations.shape.TableElement;
import dev.gatehouse.migrations.shape.TableShape;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A temporary table that takes the rows of a new one first. It has no keys while it is filled; afterwards they are
/// made as indexes, which SQLite sorts. SQLite copies rows and indexes whole from one table into another, but only
/// where both have them as keys: so the temporary schema is told that these indexes are keys.
///
/// What is written by hand here is the connection's own temporary schema, never the database's: nothing of it is left
/// when the step is over, and if SQLite did not take it, the rows would be copied one by one.
///
/// @param keys the columns of each key that has an index, by the number that SQLite gives it
/// @spec https://www.sqlite.org/pragma.html#pragma_writable_schema SQLite, PRAGMA writable_schema
/// @spec https://www.sqlite.org/src/file/src/insert.c SQLite, the transfer optimization
record SqliteStage(Connection connection, TableShape table, Map<String, List<String>> keys) {

    static final String PREFIX = "gatehouse_stage_";

    private static final Ddl DDL = new Ddl(Dialect.SQLITE);

    /// For the new table of this rebuild, which is there already.
    static SqliteStage of(Connection connection, SqliteRebuild rebuild) throws SQLException {
        return new SqliteStage(connection, rebuild.after(), keys(connection, rebuild.fresh()));
    }

    /// An `integer primary key` is the row's own number and has no index.
    private static Map<String, List<String>> keys(Connection connection, String fresh) throws SQLException {
        var keys = new LinkedHashMap<String, List<String>>();
        var sql = """
                select substr(i.name, length('sqlite_autoindex_' || ?1 || '_') + 1), c.name
                from pragma_index_list(?1) i, pragma_index_info(i.name) c
                where i.origin in ('pk', 'u') order by i.seq desc, c.seqno""";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, fresh);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    keys.computeIfAbsent(rows.getString(1), _ -> new ArrayList<>())
                            .add(rows.getString(2));
                }
            }
        }
        return keys;
    }

    /// For use in a statement.
    String name() {
        return "temp." + quoted(bareName());
    }

    private String bareName() {
        return PREFIX + table.name();
    }

    /// Without keys, but for a primary key that is the row's own number.
    void create() throws SQLException {
        var elements = new ArrayList<>(
                table.columns().stream().map(TableElement.class::cast).toList());
        elements.addAll(table.checks());
        table.primaryKey().filter(key -> !keys.containsValue(key.columns())).ifPresent(elements::add);
        var bare = TableShape.of(table.name(), elements);
        execute(DDL.createTable(bareName(), bare).replaceFirst("create table", "create temp table"));
    }

    /// Makes the keys' indexes of the rows that are there.
    void sortKeys() throws SQLException {
        for (var key : keys.entrySet()) {
            execute("create unique index temp.%s on %s (%s)"
                    .formatted(
                            quoted(indexName(key.getKey())),
                            quoted(bareName()),
                            key.getValue().stream()
                                    .map(column -> quoted(column))
                                    .collect(Collectors.joining(", "))));
        }
        callThemKeys();
    }

    private String indexName(String number) {
        return bareName() + "_" + number;
    }

    private void callThemKeys() throws SQLException {
        var keyed = table.foreignKeys().stream()
                .reduce(table, (shape, key) -> shape.without(ForeignKeyShape.class, key.name()), (one, _) -> one);
        execute("pragma writable_schema = on");
        try {
            for (var number : keys.keySet()) {
                update(
                        "update sqlite_temp_master set name = ?, sql = null where type = 'index' and name = ?",
                        "sqlite_autoindex_%s_%s".formatted(bareName(), number),
                        indexName(number));
            }
            update(
                    "update sqlite_temp_master set sql = ? where type = 'table' and name = ?",
                    DDL.createTable(bareName(), keyed),
                    bareName());
        } finally {
            execute("pragma writable_schema = reset");
        }
    }

    void drop() throws SQLException {
        execute("drop table " + name());
    }

    private void update(String sql, String one, String other) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, one);
            statement.setString(2, other);
            statement.executeUpdate();
        }
    }

    private void execute(String sql) throws SQLException {
        SqliteEngine.execute(connection, sql);
    }
}
