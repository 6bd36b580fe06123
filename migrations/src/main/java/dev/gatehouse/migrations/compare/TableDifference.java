package dev.gatehouse.migrations.compare;

import dev.gatehouse.migrations.engine.Catalog;
import dev.gatehouse.migrations.operation.Operation;
import dev.gatehouse.migrations.operation.Operation.AddCheck;
import dev.gatehouse.migrations.operation.Operation.AddColumn;
import dev.gatehouse.migrations.operation.Operation.AddUnique;
import dev.gatehouse.migrations.operation.Operation.AlterColumn;
import dev.gatehouse.migrations.operation.Operation.ChangePrimaryKey;
import dev.gatehouse.migrations.operation.Operation.CreateIndex;
import dev.gatehouse.migrations.operation.Operation.DropCheck;
import dev.gatehouse.migrations.operation.Operation.DropColumn;
import dev.gatehouse.migrations.operation.Operation.DropIndex;
import dev.gatehouse.migrations.operation.Operation.DropUnique;
import dev.gatehouse.migrations.shape.CheckShape;
import dev.gatehouse.migrations.shape.ColumnShape;
import dev.gatehouse.migrations.shape.IndexShape;
import dev.gatehouse.migrations.shape.TableElement;
import dev.gatehouse.migrations.shape.TableShape;
import dev.gatehouse.migrations.shape.UniqueShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What changes in one table, but for its foreign keys, which concern two.
///
/// @param spelledBefore the table that is there, as the engine spells it: only this is compared
/// @param spelledAfter the table that is wanted, as the engine spells it
/// @param before the table that is there, in neutral words: only this is written
/// @param after the table that is wanted, in neutral words
record TableDifference(
        TableShape spelledBefore, TableShape spelledAfter, TableShape before, TableShape after, Catalog live) {

    String name() {
        return before.name();
    }

    /// Whether the element is wanted as it is. What the reader cannot read in the database is left alone.
    boolean isSame(TableElement element) {
        var kind = element.getClass();
        return live.isUnread(name(), element.name())
                || spelledBefore.find(kind, element.name()).equals(spelledAfter.find(kind, element.name()));
    }

    boolean changesType(List<String> columns) {
        return columns.stream().anyMatch(column -> {
            var old = before.column(column);
            var wanted = after.column(column);
            return old.isPresent()
                    && wanted.isPresent()
                    && old.get().type() != wanted.get().type();
        });
    }

    /// Whether a key over exactly these columns, to which others may refer, goes or changes.
    boolean changesKey(List<String> columns) {
        var wanted = Set.copyOf(columns);
        var primary =
                before.primaryKey().filter(key -> wanted.equals(Set.copyOf(key.columns())) && changesPrimaryKey());
        return primary.isPresent()
                || before.uniques().stream().anyMatch(key -> wanted.equals(Set.copyOf(key.columns())) && !isSame(key));
    }

    List<Operation> operations() {
        var operations = new ArrayList<Operation>();
        gone(IndexShape.class).forEach(index -> operations.add(new DropIndex(name(), index.name())));
        gone(CheckShape.class).forEach(check -> operations.add(new DropCheck(name(), check.name())));
        gone(UniqueShape.class).forEach(unique -> operations.add(new DropUnique(name(), unique.name())));
        added(ColumnShape.class).forEach(column -> operations.add(new AddColumn(name(), column)));
        altered(false).forEach(column -> operations.add(new AlterColumn(name(), column)));
        if (changesPrimaryKey()) operations.add(new ChangePrimaryKey(name(), after.primaryKey()));
        altered(true).forEach(column -> operations.add(new AlterColumn(name(), column)));
        removedColumns().forEach(column -> operations.add(new DropColumn(name(), column.name())));
        come(UniqueShape.class).forEach(unique -> operations.add(new AddUnique(name(), unique)));
        come(CheckShape.class).forEach(check -> operations.add(new AddCheck(name(), check)));
        come(IndexShape.class).forEach(index -> operations.add(new CreateIndex(name(), index)));
        return operations;
    }

    /// A column can become nullable only once it is out of the primary key, so those wait.
    private List<ColumnShape> altered(boolean becomesNullable) {
        return after.columns().stream()
                .filter(column -> before.column(column.name()).isPresent() && !isSame(column))
                .filter(column -> {
                    var old = before.column(column.name()).orElseThrow();
                    return becomesNullable == (!old.nullable() && column.nullable());
                })
                .toList();
    }

    private boolean changesPrimaryKey() {
        var unread = after.primaryKey()
                .filter(key -> live.isUnread(name(), key.name()))
                .isPresent();
        return !unread && !spelledBefore.primaryKey().equals(spelledAfter.primaryKey());
    }

    private List<ColumnShape> removedColumns() {
        return before.columns().stream()
                .filter(column -> after.column(column.name()).isEmpty() && !live.isUnread(name(), column.name()))
                .toList();
    }

    /// Those that go, and those that change and come back.
    private <T extends TableElement> List<T> gone(Class<T> kind) {
        return before.elements().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .filter(element -> !isSame(element))
                .toList();
    }

    private <T extends TableElement> List<T> come(Class<T> kind) {
        return after.elements().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .filter(element -> !isSame(element))
                .toList();
    }

    private <T extends TableElement> List<T> added(Class<T> kind) {
        return come(kind).stream()
                .filter(element -> before.find(kind, element.name()).isEmpty())
                .toList();
    }
}
