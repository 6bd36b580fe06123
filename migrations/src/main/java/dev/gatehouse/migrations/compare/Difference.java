package dev.gatehouse.migrations.compare;

import dev.gatehouse.migrations.engine.Catalog;
import dev.gatehouse.migrations.operation.Creation;
import dev.gatehouse.migrations.operation.Operation;
import dev.gatehouse.migrations.operation.Operation.AddForeignKey;
import dev.gatehouse.migrations.operation.Operation.CreateTable;
import dev.gatehouse.migrations.operation.Operation.DropForeignKey;
import dev.gatehouse.migrations.operation.Operation.DropTable;
import dev.gatehouse.migrations.shape.ForeignKeyShape;
import dev.gatehouse.migrations.shape.SchemaShape;
import dev.gatehouse.migrations.shape.TableShape;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The operations from one schema to another, in an order in which each of them works: foreign keys that stand in
/// the way go first, then come new tables, then each table that changed, then foreign keys, and what is dropped
/// goes last.
final class Difference {

    private final SchemaShape before;
    private final Catalog live;
    private final List<TableDifference> changed = new ArrayList<>();
    private final List<TableShape> created;
    private final List<TableShape> dropped;

    /// @param spelledBefore the schema that is there, as the engine spells it
    /// @param spelledAfter the schema that is wanted, as the engine spells it
    /// @param before the schema that is there, in neutral words
    /// @param after the schema that is wanted, in neutral words
    /// @param live what could not be read is left alone
    Difference(
            SchemaShape spelledBefore, SchemaShape spelledAfter, SchemaShape before, SchemaShape after, Catalog live) {
        this.before = before;
        this.live = live;
        created = after.tables().stream()
                .filter(table -> before.find(table.name()).isEmpty() && !live.isUnread(table.name(), table.name()))
                .toList();
        dropped = before.tables().stream()
                .filter(table -> after.find(table.name()).isEmpty() && !live.isUnread(table.name(), table.name()))
                .toList();
        for (var table : before.tables()) {
            var name = table.name();
            if (live.isUnread(name, name)) continue;
            after.find(name)
                    .ifPresent(wanted -> changed.add(
                            new TableDifference(spelledBefore.get(name), spelledAfter.get(name), table, wanted, live)));
        }
    }

    List<Operation> operations() {
        var detached = detached();
        var operations = new ArrayList<Operation>();
        for (var key : detached)
            operations.add(new DropForeignKey(key.table(), key.key().name()));
        operations.addAll(Creation.of(created, names(before.tables())));
        changed.forEach(table -> operations.addAll(table.operations()));
        for (var key : attached(detached)) operations.add(new AddForeignKey(key.table(), key.key()));
        operations.addAll(drops());
        return operations;
    }

    private record Reference(String table, ForeignKeyShape key) {}

    /// Foreign keys of tables that stay: those that go or change, and those that hold on to a key or a type that
    /// changes.
    private Set<Reference> detached() {
        var detached = new LinkedHashSet<Reference>();
        for (var table : changed) {
            for (var key : table.before().foreignKeys()) {
                if (live.isUnread(table.name(), key.name())) continue;
                if (!table.isSame(key) || standsInTheWay(table, key)) detached.add(new Reference(table.name(), key));
            }
        }
        return detached;
    }

    private boolean standsInTheWay(TableDifference table, ForeignKeyShape key) {
        var target =
                changed.stream().filter(one -> one.name().equals(key.target())).findFirst();
        return table.changesType(key.columns())
                || target.filter(one -> one.changesType(key.references()) || one.changesKey(key.references()))
                        .isPresent();
    }

    /// Foreign keys of tables that stay: those that are new, and those that were only in the way.
    private List<Reference> attached(Set<Reference> detached) {
        var attached = new ArrayList<Reference>();
        for (var table : changed) {
            for (var key : table.after().foreignKeys()) {
                var wasDetached = detached.stream()
                        .anyMatch(gone -> gone.table().equals(table.name())
                                && gone.key().name().equals(key.name()));
                var isNew =
                        table.before().find(ForeignKeyShape.class, key.name()).isEmpty();
                if (wasDetached || (isNew && !live.isUnread(table.name(), key.name()))) {
                    attached.add(new Reference(table.name(), key));
                }
            }
        }
        return attached;
    }

    /// Whoever refers to a table goes before it, as it would be made after it; a circle is opened first.
    private List<Operation> drops() {
        var gone = names(dropped);
        var stay = names(before.tables());
        stay.removeAll(gone);
        var operations = new ArrayList<Operation>();
        for (var creation : Creation.of(dropped, stay).reversed()) {
            switch (creation) {
                case AddForeignKey(var table, var key) -> operations.add(new DropForeignKey(table, key.name()));
                case CreateTable(var table) -> operations.add(new DropTable(table.name()));
                default -> throw new IllegalStateException("tables are made by nothing else");
            }
        }
        return operations;
    }

    private static Set<String> names(Collection<TableShape> tables) {
        return new HashSet<>(tables.stream().map(TableShape::name).toList());
    }
}
