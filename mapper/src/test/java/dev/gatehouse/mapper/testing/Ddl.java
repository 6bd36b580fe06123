package dev.gatehouse.mapper.testing;

import dev.gatehouse.mapper.Column;
import dev.gatehouse.mapper.Dialect;
import dev.gatehouse.mapper.Identifier;
import dev.gatehouse.mapper.Index;
import dev.gatehouse.mapper.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Makes declared tables in an empty database, for tests that stand below the migrations.
final class Ddl {
    private Ddl() {}

    static List<String> of(Dialect dialect, Table... tables) {
        var statements = new ArrayList<String>();
        for (var table : tables) {
            statements.add(table(dialect, table));
            for (var index : table.indexes()) statements.add(index(table, index));
        }
        return statements;
    }

    private static String table(Dialect dialect, Table table) {
        var lines = new ArrayList<String>();
        for (var column : table.columns()) lines.add(column(dialect, column));
        table.primaryKey()
                .ifPresent(key -> lines.add("constraint " + key.name() + " primary key " + names(key.columns())));
        for (var key : table.uniqueKeys()) lines.add("constraint " + key.name() + " unique " + names(key.columns()));
        for (var key : table.foreignKeys())
            lines.add("constraint " + key.name() + " foreign key " + names(key.columns()) + " references "
                    + Identifier.quoted(key.target().name()) + " " + names(key.references()) + " on delete "
                    + key.onDelete().sql());
        for (var check : table.checks())
            lines.add("constraint " + check.name() + " check (" + check.expression() + ")");
        return "create table " + Identifier.quoted(table.name()) + " (\n    " + String.join(",\n    ", lines) + "\n)";
    }

    private static String column(Dialect dialect, Column<?> column) {
        return Identifier.quoted(column.name()) + " " + column.type().sqlType().ddl(dialect)
                + (column.isNullable() ? "" : " not null")
                + column.defaultSql(dialect).map(sql -> " default " + sql).orElse("");
    }

    private static String index(Table table, Index index) {
        var columns = index.columns().stream()
                .map(by -> Identifier.quoted(by.column().name()) + (by.isDescending() ? " desc" : ""))
                .collect(Collectors.joining(", "));
        return "create " + (index.isUnique() ? "unique " : "") + "index " + index.name() + " on "
                + Identifier.quoted(table.name()) + " (" + columns + ")"
                + index.where().map(it -> " where " + it).orElse("");
    }

    private static String names(List<Column<?>> columns) {
        return columns.stream()
                .map(column -> Identifier.quoted(column.name()))
                .collect(Collectors.joining(", ", "(", ")"));
    }
}
