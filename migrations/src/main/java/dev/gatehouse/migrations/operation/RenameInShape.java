package dev.gatehouse.migrations.operation;

import dev.gatehouse.migrations.operation.Operation.RenameColumn;
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
import java.util.List;
import java.util.function.UnaryOperator;

/// A rename follows a name wherever it stands, as both databases do it themselves.
final class RenameInShape {
    private RenameInShape() {}

    static SchemaShape table(SchemaShape schema, String name, String newName) {
        var after = schema.replace(name, renamed(schema.get(name), newName));
        for (var table : after.tables()) {
            after = after.replace(mapForeignKeys(
                    table,
                    key -> key.target().equals(name)
                            ? new ForeignKeyShape(key.name(), key.columns(), newName, key.references(), key.onDelete())
                            : key));
        }
        return after;
    }

    static SchemaShape column(SchemaShape schema, RenameColumn rename) {
        var after = schema.replace(column(schema.get(rename.table()), rename.column(), rename.newName()));
        for (var table : after.tables()) {
            after = after.replace(mapForeignKeys(
                    table,
                    key -> key.target().equals(rename.table())
                            ? new ForeignKeyShape(
                                    key.name(),
                                    key.columns(),
                                    key.target(),
                                    swap(key.references(), rename.column(), rename.newName()),
                                    key.onDelete())
                            : key));
        }
        return after;
    }

    static TableShape column(TableShape table, String column, String newName) {
        if (table.column(column).isEmpty()) {
            throw new MigrationException("table %s has no column %s".formatted(table.name(), column));
        }
        return TableShape.of(
                table.name(),
                table.elements().stream()
                        .map(element -> inElement(element, column, newName))
                        .toList());
    }

    private static TableElement inElement(TableElement element, String column, String newName) {
        return switch (element) {
            case ColumnShape shape -> shape.name().equals(column) ? shape.renamed(newName) : shape;
            case PrimaryKeyShape(var name, var columns) -> new PrimaryKeyShape(name, swap(columns, column, newName));
            case UniqueShape(var name, var columns) -> new UniqueShape(name, swap(columns, column, newName));
            case ForeignKeyShape(var name, var columns, var target, var references, var onDelete) ->
                new ForeignKeyShape(name, swap(columns, column, newName), target, references, onDelete);
            case CheckShape(var name, var expression) -> new CheckShape(name, inText(expression, column, newName));
            case IndexShape(var name, var unique, var parts, var where) ->
                new IndexShape(
                        name,
                        unique,
                        parts.stream()
                                .map(part -> part.column().equals(column)
                                        ? new IndexShape.Part(newName, part.descending())
                                        : part)
                                .toList(),
                        where.map(sql -> inText(sql, column, newName)));
        };
    }

    private static String inText(String sql, String column, String newName) {
        var text = SqlText.of(sql);
        return text.mentions(column) ? text.renamed(column, newName) : sql;
    }

    private static List<String> swap(List<String> columns, String column, String newName) {
        return columns.stream()
                .map(name -> name.equals(column) ? newName : name)
                .toList();
    }

    private static TableShape mapForeignKeys(TableShape table, UnaryOperator<ForeignKeyShape> change) {
        return new TableShape(
                table.name(),
                table.columns(),
                table.primaryKey(),
                table.uniques(),
                table.foreignKeys().stream().map(change).toList(),
                table.checks(),
                table.indexes());
    }

    private static TableShape renamed(TableShape table, String newName) {
        return new TableShape(
                newName,
                table.columns(),
                table.primaryKey(),
                table.uniques(),
                table.foreignKeys(),
                table.checks(),
                table.indexes());
    }
}
