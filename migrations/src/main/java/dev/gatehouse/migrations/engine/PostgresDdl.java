package dev.gatehouse.migrations.engine;

import static dev.gatehouse.mapper.Identifier.quoted;

import dev.gatehouse.mapper.Dialect;
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
import dev.gatehouse.migrations.operation.Operation.OnTable;
import dev.gatehouse.migrations.operation.Operation.RenameColumn;
import dev.gatehouse.migrations.operation.Operation.RenameTable;
import dev.gatehouse.migrations.operation.Operation.Sql;
import dev.gatehouse.migrations.operation.Replay;
import dev.gatehouse.migrations.shape.SchemaShape;
import dev.gatehouse.migrations.shape.TableShape;
import java.util.ArrayList;
import java.util.List;

/// Operations as PostgreSQL says them. It can alter everything in place.
final class PostgresDdl {

    private static final Ddl DDL = new Ddl(Dialect.POSTGRES);

    private PostgresDdl() {}

    static List<Change> plan(List<Operation> operations, SchemaShape before) {
        var changes = new ArrayList<Change>();
        var schema = before;
        for (var operation : operations) {
            var after = Replay.one(schema, operation);
            Losses.of(Dialect.POSTGRES, operation, schema).ifPresent(changes::add);
            changes.addAll(changes(operation, schema));
            schema = after;
        }
        return changes;
    }

    private static List<Change> changes(Operation operation, SchemaShape before) {
        return switch (operation) {
            case CreateTable(var table) -> {
                var statements = new ArrayList<>(List.of(DDL.createTable(table)));
                statements.addAll(DDL.createIndexes(table));
                yield run(statements);
            }
            case DropTable(var table) -> run("drop table " + quoted(table));
            case RenameTable(var table, var newName) ->
                run("alter table %s rename to %s".formatted(quoted(table), quoted(newName)));
            case AddColumn(var table, var column) -> {
                var changes = new ArrayList<Change>();
                Demands.isFillable(table, column).ifPresent(changes::add);
                changes.addAll(run("alter table %s add column %s".formatted(quoted(table), DDL.column(column))));
                yield changes;
            }
            case AddCheck(var table, var check) -> {
                var changes = new ArrayList<Change>(List.of(Demands.meets(table, check)));
                changes.addAll(run("alter table %s add %s".formatted(quoted(table), DDL.constraint(check))));
                yield changes;
            }
            case AlterColumn alter -> PostgresAlterColumn.changes(alter, before.get(alter.table()));
            case OnTable change -> run(statements(change, before.get(change.table())));
            case Sql(var dialect, var text) -> dialect == Dialect.POSTGRES ? run(text) : List.of();
            case MoveRows(var move) -> List.of(new Change.Move(move));
            case LosesData _ -> List.of();
        };
    }

    private static List<String> statements(OnTable change, TableShape before) {
        var alter = "alter table %s ".formatted(quoted(before.name()));
        return switch (change) {
            case DropColumn(var _, var column) -> List.of(alter + "drop column " + quoted(column));
            case RenameColumn(var _, var column, var newName) ->
                List.of(alter + "rename column %s to %s".formatted(quoted(column), quoted(newName)));
            case ChangePrimaryKey(var _, var key) -> {
                var statements = new ArrayList<String>();
                before.primaryKey().ifPresent(old -> statements.add(alter + "drop constraint " + quoted(old.name())));
                key.ifPresent(added -> statements.add(alter + "add " + DDL.constraint(added.in(before.name()))));
                yield statements;
            }
            case AddUnique(var _, var unique) -> List.of(alter + "add " + DDL.constraint(unique));
            case AddForeignKey(var _, var key) -> List.of(alter + "add " + DDL.constraint(key));
            case DropUnique(var _, var name) -> List.of(alter + "drop constraint " + quoted(name));
            case DropForeignKey(var _, var name) -> List.of(alter + "drop constraint " + quoted(name));
            case DropCheck(var _, var name) -> List.of(alter + "drop constraint " + quoted(name));
            case CreateIndex(var table, var index) -> List.of(DDL.createIndex(table, index));
            case DropIndex(var _, var name) -> List.of("drop index " + quoted(name));
            case AddColumn _, AlterColumn _, AddCheck _ ->
                throw new IllegalStateException(change + " asks about rows first");
        };
    }

    private static List<Change> run(String sql) {
        return run(List.of(sql));
    }

    static List<Change> run(List<String> statements) {
        return statements.stream().<Change>map(Change.Run::new).toList();
    }
}
