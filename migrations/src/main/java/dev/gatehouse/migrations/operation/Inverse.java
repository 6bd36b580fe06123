package dev.gatehouse.migrations.operation;

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
import dev.gatehouse.migrations.shape.ForeignKeyShape;
import dev.gatehouse.migrations.shape.IndexShape;
import dev.gatehouse.migrations.shape.MigrationException;
import dev.gatehouse.migrations.shape.SchemaShape;
import dev.gatehouse.migrations.shape.UniqueShape;
import java.util.ArrayList;
import java.util.List;

/// The way back: what a change took away is made again from the shape that was there before it.
public final class Inverse {
    private Inverse() {}

    /// @param before the shape that the first of the operations finds
    public static List<Operation> of(List<Operation> operations, SchemaShape before) {
        var back = new ArrayList<Operation>();
        var schema = before;
        for (var operation : operations) {
            back.addFirst(of(operation, schema));
            schema = Replay.one(schema, operation);
        }
        return List.copyOf(back);
    }

    private static Operation of(Operation operation, SchemaShape before) {
        return switch (operation) {
            case CreateTable(var table) -> new DropTable(table.name());
            case DropTable(var table) -> new CreateTable(before.get(table));
            case RenameTable(var table, var newName) -> new RenameTable(newName, table);
            case AddColumn(var table, var column) -> new DropColumn(table, column.name());
            case DropColumn(var table, var column) ->
                new AddColumn(table, before.get(table).column(column).orElseThrow());
            case RenameColumn(var table, var column, var newName) -> new RenameColumn(table, newName, column);
            case AlterColumn(var table, var column) ->
                new AlterColumn(table, before.get(table).column(column.name()).orElseThrow());
            case ChangePrimaryKey(var table, var _) ->
                new ChangePrimaryKey(table, before.get(table).primaryKey());
            case AddUnique(var table, var unique) -> new DropUnique(table, unique.name());
            case DropUnique(var table, var name) ->
                new AddUnique(
                        table, before.get(table).find(UniqueShape.class, name).orElseThrow());
            case AddForeignKey(var table, var key) -> new DropForeignKey(table, key.name());
            case DropForeignKey(var table, var name) ->
                new AddForeignKey(
                        table,
                        before.get(table).find(ForeignKeyShape.class, name).orElseThrow());
            case AddCheck(var table, var check) -> new DropCheck(table, check.name());
            case DropCheck(var table, var name) ->
                new AddCheck(
                        table, before.get(table).find(CheckShape.class, name).orElseThrow());
            case CreateIndex(var table, var index) -> new DropIndex(table, index.name());
            case DropIndex(var table, var name) ->
                new CreateIndex(
                        table, before.get(table).find(IndexShape.class, name).orElseThrow());
            case Sql _, MoveRows _, LosesData _ ->
                throw new MigrationException("SQL text and row moves have no way back of their own");
        };
    }
}
