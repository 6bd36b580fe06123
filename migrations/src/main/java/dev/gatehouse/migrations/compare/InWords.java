package dev.gatehouse.migrations.compare;

import dev.gatehouse.migrations.operation.Operation;
import dev.gatehouse.migrations.operation.Operation.AddCheck;
import dev.gatehouse.migrations.operation.Operation.AddColumn;
import dev.gatehouse.migrations.operation.Operation.AddForeignKey;
import dev.gatehouse.migrations.operation.Operation.AddUnique;
import dev.gatehouse.migrations.operation.Operation.AlterColumn;
import dev.gatehouse.migrations.operation.Operation.ChangePrimaryKey;
import dev.gatehouse.migrations.operation.Operation.CreateIndex;
import dev.gatehouse.migrations.operation.Operation.CreateTable;
import dev.gatehouse.migrations.operation.Operation.DropCheck;
import dev.gatehouse.migrations.operation.Operation.DropColumn;
import dev.gatehouse.migrations.operation.Operation.DropForeignKey;
import dev.gatehouse.migrations.operation.Operation.DropIndex;
import dev.gatehouse.migrations.operation.Operation.DropTable;
import dev.gatehouse.migrations.operation.Operation.DropUnique;
import dev.gatehouse.migrations.operation.Operation.LosesData;
import dev.gatehouse.migrations.operation.Operation.MoveRows;
import dev.gatehouse.migrations.operation.Operation.RenameColumn;
import dev.gatehouse.migrations.operation.Operation.RenameTable;
import dev.gatehouse.migrations.operation.Operation.Sql;
import dev.gatehouse.migrations.shape.CheckShape;
import dev.gatehouse.migrations.shape.ColumnShape;
import dev.gatehouse.migrations.shape.ForeignKeyShape;
import dev.gatehouse.migrations.shape.IndexShape;
import dev.gatehouse.migrations.shape.PrimaryKeyShape;
import dev.gatehouse.migrations.shape.TableElement;
import dev.gatehouse.migrations.shape.UniqueShape;
import java.util.List;
import java.util.stream.Stream;

/// Operations and elements as a person would say them.
final class InWords {
    private InWords() {}

    /// A check that goes and comes back with another length is a changed length.
    ///
    /// @param downgrade the way back, which says what a check that goes was
    static List<String> of(List<Operation> upgrade, List<Operation> downgrade) {
        var lengths = Length.changed(upgrade, downgrade);
        return upgrade.stream()
                .flatMap(operation -> lengths.stream()
                        .filter(length -> length.isPartOf(operation))
                        .findFirst()
                        .map(length ->
                                operation instanceof AddCheck ? Stream.of(length.toString()) : Stream.<String>empty())
                        .orElseGet(() -> Stream.of(of(operation) + change(operation, downgrade))))
                .toList();
    }

    /// What is different about a column that stays, if the way back says what it was.
    private static String change(Operation operation, List<Operation> downgrade) {
        if (!(operation instanceof AlterColumn(var table, var column))) return "";
        return downgrade.stream()
                .filter(AlterColumn.class::isInstance)
                .map(AlterColumn.class::cast)
                .filter(back ->
                        back.table().equals(table) && back.column().name().equals(column.name()))
                .findFirst()
                .map(back -> ": " + ColumnChange.inWords(back.column(), column))
                .orElse("");
    }

    private static String of(Operation operation) {
        return switch (operation) {
            case CreateTable(var table) -> "added table " + table.name();
            case DropTable(var table) -> "removed table " + table;
            case RenameTable(var table, var newName) -> "renamed table %s to %s".formatted(table, newName);
            case AddColumn(var table, var column) -> "added " + element(table, column);
            case DropColumn(var table, var column) -> "removed column %s.%s".formatted(table, column);
            case RenameColumn(var table, var column, var newName) ->
                "renamed column %s.%s to %s".formatted(table, column, newName);
            case AlterColumn(var table, var column) -> "changed " + element(table, column);
            case ChangePrimaryKey(var table, var _) -> "changed primary key of " + table;
            case AddUnique(var table, var unique) -> "added " + element(table, unique);
            case DropUnique(var table, var name) -> "removed unique %s.%s".formatted(table, name);
            case AddForeignKey(var table, var key) -> "added " + element(table, key);
            case DropForeignKey(var table, var name) -> "removed foreign key %s.%s".formatted(table, name);
            case AddCheck(var table, var check) -> "added " + element(table, check);
            case DropCheck(var table, var name) -> "removed check %s.%s".formatted(table, name);
            case CreateIndex(var table, var index) -> "added " + element(table, index);
            case DropIndex(var table, var name) -> "removed index %s.%s".formatted(table, name);
            case Sql(var dialect, var _) -> "SQL for " + dialect;
            case MoveRows _ -> "moved rows";
            case LosesData(var table, var column) ->
                "loses data of " + (column.isEmpty() ? table : table + "." + column);
        };
    }

    static String element(String table, TableElement element) {
        var kind = switch (element) {
            case ColumnShape _ -> "column";
            case PrimaryKeyShape _ -> "primary key";
            case UniqueShape _ -> "unique";
            case ForeignKeyShape _ -> "foreign key";
            case CheckShape _ -> "check";
            case IndexShape _ -> "index";
        };
        return "%s %s.%s".formatted(kind, table, element.name());
    }
}
