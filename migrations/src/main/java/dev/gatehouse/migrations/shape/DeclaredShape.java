package dev.gatehouse.migrations.shape;

import dev.gatehouse.mapper.Column;
import dev.gatehouse.mapper.Dialect;
import dev.gatehouse.mapper.Ordered;
import dev.gatehouse.mapper.SqlType;
import dev.gatehouse.mapper.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// The tables that a program declares for its mapper, as shapes: one declaration serves the queries and the
/// migrations.
public final class DeclaredShape {
    private DeclaredShape() {}

    public static SchemaShape of(Collection<? extends Table> tables) {
        return SchemaShape.of(tables.stream().map(DeclaredShape::of).toList());
    }

    private static TableShape of(Table table) {
        var elements = new ArrayList<TableElement>();
        table.columns().forEach(column -> elements.add(of(column)));
        table.primaryKey().ifPresent(key -> elements.add(new PrimaryKeyShape(key.name(), names(key.columns()))));
        table.uniqueKeys().forEach(key -> elements.add(new UniqueShape(key.name(), names(key.columns()))));
        table.foreignKeys()
                .forEach(key -> elements.add(new ForeignKeyShape(
                        key.name(),
                        names(key.columns()),
                        key.target().name(),
                        names(key.references()),
                        key.onDelete())));
        table.checks().forEach(check -> elements.add(new CheckShape(check.name(), check.expression())));
        table.indexes()
                .forEach(index -> elements.add(
                        new IndexShape(index.name(), index.isUnique(), parts(index.columns()), index.where())));
        return TableShape.of(table.name(), elements);
    }

    private static ColumnShape of(Column<?> column) {
        var defaultsTo = column.defaultSql(Dialect.POSTGRES)
                .map(postgres -> column.type().sqlType() == SqlType.BOOLEAN
                        ? DefaultShape.of(postgres)
                        : new DefaultShape(column.defaultSql(Dialect.SQLITE).orElseThrow(), postgres));
        return new ColumnShape(column.name(), column.type().sqlType(), column.isNullable(), defaultsTo);
    }

    private static List<IndexShape.Part> parts(List<Ordered.By<?>> columns) {
        return columns.stream()
                .map(by -> new IndexShape.Part(by.column().name(), by.isDescending()))
                .toList();
    }

    private static List<String> names(List<Column<?>> columns) {
        return columns.stream().map(Column::name).toList();
    }
}
