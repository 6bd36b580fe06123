package dev.gatehouse.migrations.engine;

import dev.gatehouse.migrations.shape.CheckShape;
import dev.gatehouse.migrations.shape.ColumnShape;
import dev.gatehouse.migrations.shape.ForeignKeyShape;
import dev.gatehouse.migrations.shape.IndexShape;
import dev.gatehouse.migrations.shape.MigrationException;
import dev.gatehouse.migrations.shape.PrimaryKeyShape;
import dev.gatehouse.migrations.shape.SchemaShape;
import dev.gatehouse.migrations.shape.SqlText;
import dev.gatehouse.migrations.shape.TableElement;
import dev.gatehouse.migrations.shape.TableShape;
import dev.gatehouse.migrations.shape.UniqueShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What a reader found in a database, and by name what it could not read.
public record Catalog(SchemaShape schema, List<Unread> unread) {

    public Catalog {
        unread = List.copyOf(unread);
    }

    /// What stands on a column that could not be read cannot be read either: it joins the unread.
    static Catalog of(Map<String, List<TableElement>> tables, List<Unread> found) {
        var unread = new ArrayList<>(found);
        var shapes = new ArrayList<TableShape>();
        tables.forEach((name, elements) -> {
            var missing = found.stream()
                    .filter(one -> one.kind().equals("column") && one.table().equals(name))
                    .map(Unread::name)
                    .collect(Collectors.toSet());
            var readable = new ArrayList<TableElement>();
            for (var element : elements) {
                if (isOver(element, missing)) {
                    unread.add(new Unread("constraint", element.name(), name, "it is over a column that is not read"));
                } else {
                    readable.add(element);
                }
            }
            if (readable.stream().anyMatch(ColumnShape.class::isInstance)) shapes.add(table(name, readable, unread));
            else unread.add(new Unread("table", name, name, "it has no column that can be read"));
        });
        return new Catalog(SchemaShape.of(shapes), unread);
    }

    /// A database may hold what a shape refuses, such as two constraints of one name.
    private static TableShape table(String name, List<TableElement> elements, List<Unread> unread) {
        var table = TableShape.of(
                name, elements.stream().filter(ColumnShape.class::isInstance).toList());
        for (var element : elements) {
            if (element instanceof ColumnShape) continue;
            try {
                table = table.with(element);
            } catch (MigrationException refused) {
                unread.add(new Unread("constraint", element.name(), name, refused.getMessage()));
            }
        }
        return table;
    }

    private static boolean isOver(TableElement element, Set<String> missing) {
        return missing.stream().anyMatch(column -> switch (element) {
            case ColumnShape _ -> false;
            case PrimaryKeyShape key -> key.columns().contains(column);
            case UniqueShape unique -> unique.columns().contains(column);
            case ForeignKeyShape key -> key.columns().contains(column);
            case CheckShape check -> SqlText.of(check.expression()).mentions(column);
            case IndexShape index ->
                index.columns().contains(column)
                        || index.where()
                                .map(sql -> SqlText.of(sql).mentions(column))
                                .orElse(false);
        });
    }

    /// Whether the reader met a table or a part of one of this name that it could not read.
    public boolean isUnread(String table, String name) {
        return unread.stream()
                .anyMatch(found -> found.isPartOfTable()
                        && found.table().equals(table)
                        && found.name().equals(name));
    }

    /// The parts of this table that a shape cannot hold: a rebuild would lose them.
    public List<Unread> unreadIn(String table) {
        return unread.stream()
                .filter(found -> found.table().equals(table) && found.isPartOfTable())
                .toList();
    }
}
