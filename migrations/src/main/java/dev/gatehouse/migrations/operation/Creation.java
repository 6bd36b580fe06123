package dev.gatehouse.migrations.operation;

import dev.gatehouse.migrations.operation.Operation.AddForeignKey;
import dev.gatehouse.migrations.operation.Operation.CreateTable;
import dev.gatehouse.migrations.shape.ForeignKeyShape;
import dev.gatehouse.migrations.shape.SchemaShape;
import dev.gatehouse.migrations.shape.TableShape;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/// Makes tables in an order in which every foreign key finds its table; where tables refer to each other in a
/// circle, the keys that close it are added at the end.
public final class Creation {
    private Creation() {}

    public static List<Operation> of(SchemaShape schema) {
        return of(schema.tables(), Set.of());
    }

    /// @param there the tables that are there already
    public static List<Operation> of(Collection<TableShape> tables, Set<String> there) {
        var made = new HashSet<>(there);
        var waiting = new LinkedHashMap<String, TableShape>();
        tables.forEach(table -> waiting.put(table.name(), table));
        var operations = new ArrayList<Operation>();
        var late = new ArrayList<Operation>();
        while (!waiting.isEmpty()) {
            var next = waiting.values().stream()
                    .filter(table -> missing(table, made).isEmpty())
                    .findFirst()
                    .orElseGet(() -> waiting.values().iterator().next());
            var table = next;
            for (var key : missing(next, made)) {
                table = table.without(ForeignKeyShape.class, key.name());
                late.add(new AddForeignKey(table.name(), key));
            }
            operations.add(new CreateTable(table));
            made.add(table.name());
            waiting.remove(table.name());
        }
        operations.addAll(late);
        return operations;
    }

    private static List<ForeignKeyShape> missing(TableShape table, Set<String> made) {
        return table.foreignKeys().stream()
                .filter(key -> !key.target().equals(table.name()) && !made.contains(key.target()))
                .toList();
    }
}
