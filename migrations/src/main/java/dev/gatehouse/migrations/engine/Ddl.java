package dev.gatehouse.migrations.engine;

import static dev.gatehouse.mapper.Identifier.quoted;

import dev.gatehouse.mapper.Dialect;
import dev.gatehouse.mapper.Identifier;
import dev.gatehouse.mapper.OnDelete;
import dev.gatehouse.migrations.shape.CheckShape;
import dev.gatehouse.migrations.shape.ColumnShape;
import dev.gatehouse.migrations.shape.ForeignKeyShape;
import dev.gatehouse.migrations.shape.IndexShape;
import dev.gatehouse.migrations.shape.PrimaryKeyShape;
import dev.gatehouse.migrations.shape.SqlText;
import dev.gatehouse.migrations.shape.TableElement;
import dev.gatehouse.migrations.shape.TableShape;
import dev.gatehouse.migrations.shape.UniqueShape;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The data definition text that both databases share, spelled for one of them.
record Ddl(Dialect dialect) {

    private static final Set<String> BARE_DEFAULTS =
            Set.of("null", "true", "false", "current_timestamp", "current_date", "current_time");

    String createTable(TableShape table) {
        return createTable(table.name(), table);
    }

    /// The table under another name, as a rebuild needs it.
    String createTable(String name, TableShape table) {
        var lines = Stream.concat(
                        table.columns().stream().map(this::column),
                        table.constraints()
                                .filter(element -> !(element instanceof IndexShape))
                                .map(this::constraint))
                .collect(Collectors.joining(",\n    ", "\n    ", "\n"));
        return "create table %s (%s)".formatted(quoted(name), lines);
    }

    List<String> createIndexes(TableShape table) {
        return table.indexes().stream()
                .map(index -> createIndex(table.name(), index))
                .toList();
    }

    String createIndex(String table, IndexShape index) {
        var parts = index.parts().stream()
                .map(part -> quoted(part.column()) + (part.descending() ? " desc" : ""))
                .collect(Collectors.joining(", "));
        return "create %sindex %s on %s (%s)%s"
                .formatted(
                        index.unique() ? "unique " : "",
                        quoted(index.name()),
                        quoted(table),
                        parts,
                        index.where().map(" where "::concat).orElse(""));
    }

    String column(ColumnShape column) {
        return "%s %s%s%s"
                .formatted(
                        quoted(column.name()),
                        column.type().ddl(dialect),
                        column.nullable() ? "" : " not null",
                        column.defaultsTo()
                                .map(known -> " default " + defaultText(known.sql(dialect)))
                                .orElse(""));
    }

    /// A literal stands as it is; anything else needs brackets on SQLite and bears them on PostgreSQL.
    static String defaultText(String sql) {
        return isBareDefault(sql) ? sql : "(" + sql + ")";
    }

    static boolean isBareDefault(String sql) {
        var tokens = SqlText.of(sql).tokens();
        var last = tokens.getLast();
        var signed = tokens.size() == 2
                && (tokens.getFirst().is("-") || tokens.getFirst().is("+"));
        if (tokens.size() > 1 && !signed) return false;
        return last.kind() == SqlText.Kind.LITERAL || BARE_DEFAULTS.contains(last.text());
    }

    String element(String table, TableElement element) {
        return switch (element) {
            case ColumnShape column -> column(column);
            case IndexShape index -> createIndex(table, index);
            default -> constraint(element);
        };
    }

    String constraint(TableElement element) {
        return "constraint %s %s"
                .formatted(
                        quoted(element.name()),
                        switch (element) {
                            case PrimaryKeyShape key -> "primary key " + names(key.columns());
                            case UniqueShape unique -> "unique " + names(unique.columns());
                            case CheckShape check -> "check (" + check.expression() + ")";
                            case ForeignKeyShape key -> foreignKey(key);
                            case ColumnShape _, IndexShape _ ->
                                throw new IllegalArgumentException(element.name() + " is no constraint");
                        });
    }

    private static String foreignKey(ForeignKeyShape key) {
        return "foreign key %s references %s %s%s"
                .formatted(
                        names(key.columns()),
                        quoted(key.target()),
                        names(key.references()),
                        key.onDelete() == OnDelete.NO_ACTION
                                ? ""
                                : " on delete " + key.onDelete().sql());
    }

    static String names(List<String> columns) {
        return columns.stream().map(Identifier::quoted).collect(Collectors.joining(", ", "(", ")"));
    }
}
