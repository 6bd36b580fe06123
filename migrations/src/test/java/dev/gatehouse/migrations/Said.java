package dev.gatehouse.migrations;

import dev.gatehouse.migrations.operation.Operation;
import java.util.List;

/// A revision of operations that are there already, where a test needs no file.
record Said(String id, List<String> parents, List<Operation> up, List<Operation> down) implements Revision {
    @Override
    public String message() {
        return "step " + id;
    }

    @Override
    public void upgrade(Operations op) {
        up.forEach(operation -> say(op, operation));
    }

    @Override
    public void downgrade(Operations op) {
        down.forEach(operation -> say(op, operation));
    }

    private static void say(Operations op, Operation operation) {
        switch (operation) {
            case Operation.CreateTable(var table) ->
                op.createTable(
                        table.name(), table.elements().toArray(dev.gatehouse.migrations.shape.TableElement[]::new));
            case Operation.DropTable(var table) -> op.dropTable(table);
            case Operation.RenameTable(var table, var newName) -> op.renameTable(table, newName);
            case Operation.AddColumn(var table, var column) -> op.addColumn(table, column);
            case Operation.DropColumn(var table, var column) -> op.dropColumn(table, column);
            case Operation.RenameColumn(var table, var column, var newName) -> op.renameColumn(table, column, newName);
            case Operation.AlterColumn(var table, var column) -> op.alterColumn(table, column);
            case Operation.ChangePrimaryKey(var table, var key) ->
                key.ifPresentOrElse(added -> op.changePrimaryKey(table, added), () -> op.dropPrimaryKey(table));
            case Operation.AddUnique(var table, var unique) -> op.addUnique(table, unique);
            case Operation.DropUnique(var table, var name) -> op.dropUnique(table, name);
            case Operation.AddForeignKey(var table, var key) -> op.addForeignKey(table, key);
            case Operation.DropForeignKey(var table, var name) -> op.dropForeignKey(table, name);
            case Operation.AddCheck(var table, var check) -> op.addCheck(table, check);
            case Operation.DropCheck(var table, var name) -> op.dropCheck(table, name);
            case Operation.CreateIndex(var table, var index) -> op.createIndex(table, index);
            case Operation.DropIndex(var table, var name) -> op.dropIndex(table, name);
            case Operation.Sql(var dialect, var text) -> op.sql(dialect, text);
            case Operation.LosesData(var table, var column) -> op.losesData(table, column);
            case Operation.MoveRows(var move) -> op.moveRows(move);
        }
    }
}
