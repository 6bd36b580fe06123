package dev.gatehouse.migrations.engine;

import static dev.gatehouse.mapper.Identifier.quoted;

import dev.gatehouse.mapper.Dialect;
import dev.gatehouse.migrations.operation.Operation.AddColumn;
import dev.gatehouse.migrations.operation.Operation.AlterColumn;
import dev.gatehouse.migrations.operation.Operation.DropColumn;
import dev.gatehouse.migrations.operation.Operation.OnTable;
import dev.gatehouse.migrations.operation.Replay;
import dev.gatehouse.migrations.shape.ColumnShape;
import dev.gatehouse.migrations.shape.SchemaShape;
import dev.gatehouse.migrations.shape.TableShape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A table made anew: create the new one, copy the rows, drop the old one, take its name.
///
/// It must run with `foreign_keys` off: dropping the old table would delete every row that refers to it. And with
/// `legacy_alter_table` on while the name changes: foreign keys, views and triggers elsewhere name the table and
/// must go on naming it.
///
/// @spec https://www.sqlite.org/lang_altertable.html#otheralter SQLite, making other kinds of table schema
///     changes
record SqliteRebuild(TableShape before, TableShape after, Map<String, String> sources) {

    /// What the new table's name begins with until it takes its place.
    static final String MEANWHILE = "gatehouse_new_";

    private static final Ddl DDL = new Ddl(Dialect.SQLITE);

    /// @param schema the schema as it is now, the table among it
    static SqliteRebuild of(SchemaShape schema, String table, List<OnTable> changes) {
        var before = schema.get(table);
        var sources = new LinkedHashMap<String, String>();
        before.columns().forEach(column -> sources.put(column.name(), quoted(column.name())));
        var now = schema;
        for (var change : changes) {
            follow(sources, now.get(table), change);
            now = Replay.one(now, change);
        }
        return new SqliteRebuild(before, now.get(table), sources);
    }

    /// Keeps, for every column, the expression over the old table that gives its values.
    private static void follow(Map<String, String> sources, TableShape now, OnTable change) {
        switch (change) {
            case AddColumn(var _, var column) ->
                column.defaultsTo().ifPresent(known -> sources.put(column.name(), "(" + known.sqlite() + ")"));
            case DropColumn(var _, var column) -> sources.remove(column);
            case AlterColumn(var _, var column) ->
                sources.computeIfPresent(column.name(), (_, source) -> converted(now, column, source));
            default -> {}
        }
    }

    private static String converted(TableShape now, ColumnShape after, String source) {
        var before = now.column(after.name()).orElseThrow();
        if (before.type() == after.type()) return source;
        return TypeChange.of(now.name() + "." + after.name(), before.type(), after.type())
                .value(Dialect.SQLITE, source);
    }

    /// All of it.
    ///
    /// @param triggers the table's triggers, word for word: they go with the old table
    List<String> statements(List<String> triggers) {
        var statements = new ArrayList<String>();
        statements.add(create());
        statements.add(copy(quoted(fresh()), ""));
        statements.addAll(takeItsPlace(triggers));
        return statements;
    }

    String create() {
        return DDL.createTable(fresh(), after);
    }

    /// @param into the table that takes the rows, quoted
    /// @param portion which rows; empty: all of them
    String copy(String into, String portion) {
        return "insert into %s (%s)\nselect %s\nfrom %s%s"
                .formatted(
                        into,
                        sources.keySet().stream().map(column -> quoted(column)).collect(Collectors.joining(", ")),
                        String.join(", ", sources.values()),
                        quoted(before.name()),
                        portion);
    }

    /// Whether the rows stay what they are, column by column: then SQLite copies them whole, and the indexes of keys
    /// in their own order, several times faster than row by row.
    ///
    /// @spec https://www.sqlite.org/src/file/src/insert.c SQLite, the transfer optimization
    boolean keepsRows() {
        if (!before.checks().equals(after.checks())
                || before.columns().size() != after.columns().size()) return false;
        for (var at = 0; at < before.columns().size(); at++) {
            var old = before.columns().get(at);
            var fresh = after.columns().get(at);
            var isSame = quoted(old.name()).equals(sources.get(fresh.name()))
                    && old.name().equals(fresh.name())
                    && old.defaultsTo().equals(fresh.defaultsTo())
                    && (old.nullable() == fresh.nullable() || fresh.nullable());
            if (!isSame) return false;
        }
        return true;
    }

    /// Copies rows that stay what they are. Without a list of columns, else SQLite goes row by row.
    ///
    /// @param from a table of the same columns, quoted
    String copyWhole(String from) {
        return "insert into %s select * from %s".formatted(quoted(fresh()), from);
    }

    List<String> takeItsPlace(List<String> triggers) {
        var table = quoted(before.name());
        var statements = new ArrayList<String>();
        statements.add("drop table " + table);
        statements.add("pragma legacy_alter_table = on");
        statements.add("alter table %s rename to %s".formatted(quoted(fresh()), table));
        statements.add("pragma legacy_alter_table = off");
        statements.addAll(DDL.createIndexes(after));
        statements.addAll(triggers);
        return statements;
    }

    /// What the new table is called until it takes its place.
    String fresh() {
        return MEANWHILE + before.name();
    }
}
