package dev.gatehouse.migrations.shape;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedCollection;

/// All tables at one moment of their history. Immutable: a change makes a new one.
public final class SchemaShape {

    public static final SchemaShape EMPTY = new SchemaShape(new LinkedHashMap<>());

    private final LinkedHashMap<String, TableShape> tables;

    private SchemaShape(LinkedHashMap<String, TableShape> tables) {
        this.tables = tables;
    }

    public static SchemaShape of(Collection<TableShape> tables) {
        var schema = EMPTY;
        for (var table : tables) schema = schema.with(table);
        return schema;
    }

    public SequencedCollection<TableShape> tables() {
        return List.copyOf(tables.values());
    }

    public Optional<TableShape> find(String name) {
        return Optional.ofNullable(tables.get(name));
    }

    public TableShape get(String name) {
        return find(name).orElseThrow(() -> new MigrationException("there is no table " + name));
    }

    public SchemaShape with(TableShape added) {
        if (tables.containsKey(added.name())) {
            throw new MigrationException("table %s is there already".formatted(added.name()));
        }
        var all = new LinkedHashMap<>(tables);
        all.put(added.name(), added);
        return new SchemaShape(all);
    }

    public SchemaShape without(String name) {
        get(name);
        var all = new LinkedHashMap<>(tables);
        all.remove(name);
        return new SchemaShape(all);
    }

    /// The table in the place of the one that has its name.
    public SchemaShape replace(TableShape changed) {
        return replace(changed.name(), changed);
    }

    /// The table in the place of another, which may have had another name.
    public SchemaShape replace(String name, TableShape changed) {
        get(name);
        var all = new LinkedHashMap<String, TableShape>();
        for (var entry : tables.entrySet()) {
            if (entry.getKey().equals(name)) all.put(changed.name(), changed);
            else all.put(entry.getKey(), entry.getValue());
        }
        return new SchemaShape(all);
    }

    /// The foreign keys of other tables, and of the table itself, that refer to this table.
    public List<Map.Entry<TableShape, ForeignKeyShape>> referringTo(String target) {
        return tables.values().stream()
                .flatMap(table -> table.foreignKeys().stream()
                        .filter(key -> key.target().equals(target))
                        .map(key -> Map.entry(table, key)))
                .toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SchemaShape schema && schema.tables.equals(tables);
    }

    @Override
    public int hashCode() {
        return tables.hashCode();
    }

    @Override
    public String toString() {
        return tables.values().toString();
    }
}
