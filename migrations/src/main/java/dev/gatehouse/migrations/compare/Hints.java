package dev.gatehouse.migrations.compare;

import dev.gatehouse.migrations.operation.Operation;
import dev.gatehouse.migrations.operation.Operation.AddColumn;
import dev.gatehouse.migrations.operation.Operation.CreateTable;
import dev.gatehouse.migrations.operation.Operation.DropColumn;
import dev.gatehouse.migrations.operation.Operation.DropTable;
import dev.gatehouse.migrations.shape.ColumnShape;
import dev.gatehouse.migrations.shape.SchemaShape;
import dev.gatehouse.migrations.shape.TableShape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/// What only a person can decide. A rename looks like a drop and an add: guessing wrong would lose the data.
final class Hints {

    private final List<Operation> operations;
    private final SchemaShape before;
    private final List<String> hints = new ArrayList<>();

    private Hints(List<Operation> operations, SchemaShape before) {
        this.operations = operations;
        this.before = before;
    }

    /// @param before what the revisions made
    /// @param live what is in the database
    static List<String> of(List<Operation> operations, SchemaShape before, SchemaShape live) {
        var hints = new Hints(operations, before);
        hints.renamedColumns();
        hints.renamedTables();
        hints.columnsToFill();
        hints.thereAlready(live);
        return hints.hints;
    }

    private void renamedColumns() {
        for (var added : only(AddColumn.class)) {
            for (var dropped : likely(added)) {
                hints.add(
                        "if %s.%s was renamed to %s, write op.renameColumn(\"%s\", \"%s\", \"%s\") in place of the drop and the add"
                                .formatted(
                                        added.table(),
                                        dropped.column(),
                                        added.column().name(),
                                        added.table(),
                                        dropped.column(),
                                        added.column().name()));
            }
        }
    }

    /// Columns of its type; only those that are like it in all but the name, if there are any.
    private List<DropColumn> likely(AddColumn added) {
        var sameType = only(DropColumn.class).stream()
                .filter(dropped -> dropped.table().equals(added.table())
                        && typeOf(dropped).type() == added.column().type())
                .toList();
        var alike = sameType.stream()
                .filter(dropped ->
                        typeOf(dropped).renamed(added.column().name()).equals(added.column()))
                .toList();
        return alike.isEmpty() ? sameType : alike;
    }

    private ColumnShape typeOf(DropColumn dropped) {
        return before.get(dropped.table()).column(dropped.column()).orElseThrow();
    }

    private void renamedTables() {
        for (var created : only(CreateTable.class)) {
            for (var dropped : only(DropTable.class)) {
                if (namesOf(created.table()).equals(namesOf(before.get(dropped.table())))) {
                    hints.add(
                            "if table %s was renamed to %s, write op.renameTable(\"%s\", \"%s\") in place of the drop and the create"
                                    .formatted(
                                            dropped.table(),
                                            created.table().name(),
                                            dropped.table(),
                                            created.table().name()));
                }
            }
        }
    }

    private static HashSet<String> namesOf(TableShape table) {
        return new HashSet<>(table.columns().stream().map(ColumnShape::name).toList());
    }

    private void columnsToFill() {
        for (var added : only(AddColumn.class)) {
            if (!added.column().nullable() && added.column().defaultsTo().isEmpty()) {
                hints.add(
                        "column %s.%s is not null without a default: if the table has rows, add it nullable, fill it, then alter it"
                                .formatted(added.table(), added.column().name()));
            }
        }
    }

    private void thereAlready(SchemaShape live) {
        for (var created : only(CreateTable.class)) {
            var name = created.table().name();
            if (live.find(name).isPresent()) hints.add(alreadyThere("table " + name));
        }
        for (var added : only(AddColumn.class)) {
            var name = added.column().name();
            if (live.find(added.table()).flatMap(table -> table.column(name)).isPresent()) {
                hints.add(alreadyThere("column %s.%s".formatted(added.table(), name)));
            }
        }
    }

    private static String alreadyThere(String what) {
        return "%s is in this database already: stamp the revision here in place of running it, or take away what was made by hand"
                .formatted(what);
    }

    private <T extends Operation> List<T> only(Class<T> kind) {
        return operations.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
