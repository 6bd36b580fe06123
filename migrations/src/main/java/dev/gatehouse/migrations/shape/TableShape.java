package dev.gatehouse.migrations.shape;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// A table at one moment of its history, with everything that belongs to it. It names no column that is not
/// there.
public record TableShape(
        String name,
        List<ColumnShape> columns,
        Optional<PrimaryKeyShape> primaryKey,
        List<UniqueShape> uniques,
        List<ForeignKeyShape> foreignKeys,
        List<CheckShape> checks,
        List<IndexShape> indexes) {

    public TableShape {
        Names.require("table", name);
        var key = primaryKey.map(PrimaryKeyShape::columns).orElse(List.of());
        columns = columns.stream()
                .map(column -> key.contains(column.name()) ? column.notNull() : column)
                .toList();
        var table = name;
        primaryKey = primaryKey.map(unnamed -> unnamed.in(table));
        uniques = List.copyOf(uniques);
        foreignKeys = List.copyOf(foreignKeys);
        checks = List.copyOf(checks);
        indexes = List.copyOf(indexes);
    }

    /// A table of these elements, in any order. Refuses a name that is there twice and a column that is not
    /// there.
    public static TableShape of(String name, Collection<? extends TableElement> elements) {
        var keys = only(PrimaryKeyShape.class, elements);
        if (keys.size() > 1) throw new MigrationException("table %s has two primary keys".formatted(name));
        var table = new TableShape(
                name,
                only(ColumnShape.class, elements),
                keys.stream().findFirst(),
                only(UniqueShape.class, elements),
                only(ForeignKeyShape.class, elements),
                only(CheckShape.class, elements),
                only(IndexShape.class, elements));
        table.requireSound();
        return table;
    }

    /// Refuses a name that no table of ours can have.
    public static void requireName(String name) {
        Names.require("table", name);
    }

    private static <T extends TableElement> List<T> only(Class<T> kind, Collection<? extends TableElement> elements) {
        return elements.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private void requireSound() {
        if (columns.isEmpty()) throw new MigrationException("table %s has no column".formatted(name));
        var names = new HashSet<String>();
        for (var column : columns) {
            if (!names.add(column.name())) throw twice("column", column.name());
        }
        var constraints = new HashSet<String>();
        constraints().forEach(element -> {
            if (!constraints.add(element.name())) throw twice("constraint or index", element.name());
            columnsOf(element).stream()
                    .filter(column -> !names.contains(column))
                    .findFirst()
                    .ifPresent(missing -> {
                        throw new MigrationException("table %s: %s names column %s, which is not there"
                                .formatted(name, element.name(), missing));
                    });
        });
    }

    private MigrationException twice(String what, String twice) {
        return new MigrationException("table %s: %s %s is there twice".formatted(name, what, twice));
    }

    /// Everything but the columns: keys, checks and indexes.
    public Stream<TableElement> constraints() {
        return Stream.of(primaryKey.stream(), uniques.stream(), foreignKeys.stream(), checks.stream(), indexes.stream())
                .flatMap(all -> all.map(TableElement.class::cast));
    }

    public List<TableElement> elements() {
        return Stream.concat(columns.stream(), constraints()).toList();
    }

    public Optional<ColumnShape> column(String wanted) {
        return columns.stream().filter(named(wanted)).findFirst();
    }

    public <T extends TableElement> Optional<T> find(Class<T> kind, String wanted) {
        return elements().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .filter(named(wanted))
                .findFirst();
    }

    /// This table with an element more, at the end of its kind.
    public TableShape with(TableElement added) {
        var elements = new ArrayList<>(elements());
        elements.add(added);
        return of(name, elements);
    }

    /// This table without the elements of that kind and name.
    public TableShape without(Class<? extends TableElement> kind, String gone) {
        var elements = elements().stream()
                .filter(element -> !(kind.isInstance(element) && element.name().equals(gone)))
                .toList();
        return of(name, elements);
    }

    /// This table with the column in the place of the one of its name.
    public TableShape withAltered(ColumnShape altered) {
        var elements = elements().stream()
                .map(element ->
                        element instanceof ColumnShape && element.name().equals(altered.name()) ? altered : element)
                .toList();
        return of(name, elements);
    }

    /// The columns of this table that an element names; for a check or a condition those that its text mentions.
    public List<String> columnsOf(TableElement element) {
        return switch (element) {
            case ColumnShape column -> List.of(column.name());
            case PrimaryKeyShape key -> key.columns();
            case UniqueShape unique -> unique.columns();
            case ForeignKeyShape foreignKey -> foreignKey.columns();
            case CheckShape check -> mentioned(check.expression());
            case IndexShape index ->
                Stream.concat(index.columns().stream(), index.where().stream().flatMap(sql -> mentioned(sql).stream()))
                        .distinct()
                        .toList();
        };
    }

    private List<String> mentioned(String sql) {
        var text = SqlText.of(sql);
        return columns.stream().map(ColumnShape::name).filter(text::mentions).toList();
    }

    private static Predicate<TableElement> named(String wanted) {
        return element -> element.name().equals(wanted);
    }
}
