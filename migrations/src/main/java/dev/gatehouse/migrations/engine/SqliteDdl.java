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
import dev.gatehouse.migrations.shape.ColumnShape;
import dev.gatehouse.migrations.shape.SchemaShape;
import dev.gatehouse.migrations.shape.TableShape;
import java.util.ArrayList;
import java.util.List;

/// Operations as SQLite says them. What its `alter table` cannot do becomes a rebuild; changes of one table that
/// stand side by side share one, so that the rows are copied once.
///
/// @spec https://www.sqlite.org/lang_altertable.html SQLite, ALTER TABLE
///
/// @param altersConstraints whether `alter table` knows checks and `not null`. The library that we bring along does;
///     the `sqlite3` that a script is given to as a rule does not
record SqliteDdl(boolean altersConstraints) {

    private static final Ddl DDL = new Ddl(Dialect.SQLITE);

    /// For the library that we bring along.
    static List<Change> plan(List<Operation> operations, SchemaShape before) {
        return new SqliteDdl(true).changes(operations, before);
    }

    /// For a script, which may meet a SQLite of any age.
    static List<Change> planForAnyVersion(List<Operation> operations, SchemaShape before) {
        return new SqliteDdl(false).changes(operations, before);
    }

    private List<Change> changes(List<Operation> operations, SchemaShape before) {
        var changes = new ArrayList<Change>();
        var schema = before;
        for (var at = 0; at < operations.size(); ) {
            var stretch = stretch(operations, at);
            losses(stretch, schema, changes);
            changes.addAll(ofStretch(stretch, schema));
            schema = Replay.all(schema, stretch);
            at += stretch.size();
        }
        return changes;
    }

    private static void losses(List<Operation> stretch, SchemaShape before, List<Change> changes) {
        var schema = before;
        for (var operation : stretch) {
            var after = Replay.one(schema, operation);
            Losses.of(Dialect.SQLITE, operation, schema)
                    .filter(loss -> operation instanceof LosesData || isThere(loss, before))
                    .ifPresent(changes::add);
            schema = after;
        }
    }

    /// A column that is added and dropped again in one stretch holds nothing.
    private static boolean isThere(Change.Loss loss, SchemaShape before) {
        return loss.column().isEmpty()
                || before.get(loss.table()).column(loss.column()).isPresent();
    }

    /// The operations from here on that change the same table, or the one operation that is here.
    private static List<Operation> stretch(List<Operation> operations, int from) {
        var to = from + 1;
        if (canShare(operations.get(from)) && operations.get(from) instanceof OnTable first) {
            while (to < operations.size() && canShare(operations.get(to)) && isOn(first.table(), operations.get(to)))
                to++;
        }
        return operations.subList(from, to);
    }

    private static boolean isOn(String table, Operation operation) {
        return operation instanceof OnTable change && change.table().equals(table);
    }

    /// A rename stands alone: SQLite follows it into the foreign keys of other tables, a rebuild would not.
    private static boolean canShare(Operation operation) {
        return !(operation instanceof RenameColumn);
    }

    private List<Change> ofStretch(List<Operation> stretch, SchemaShape before) {
        return switch (stretch.getFirst()) {
            case CreateTable(var table) -> {
                var statements = new ArrayList<>(List.of(DDL.createTable(table)));
                statements.addAll(DDL.createIndexes(table));
                yield PostgresDdl.run(statements);
            }
            case DropTable(var table) -> run("drop table " + quoted(table));
            case RenameTable(var table, var newName) ->
                run("alter table %s rename to %s".formatted(quoted(table), quoted(newName)));
            case Sql(var dialect, var text) -> dialect == Dialect.SQLITE ? run(text) : List.of();
            case MoveRows(var move) -> List.of(new Change.Move(move));
            case LosesData _ -> List.of();
            case OnTable first ->
                onTable(stretch.stream().map(OnTable.class::cast).toList(), before, first.table());
        };
    }

    private List<Change> onTable(List<OnTable> stretch, SchemaShape before, String table) {
        var changes = new ArrayList<Change>();
        var needsRebuild = false;
        var schema = before;
        for (var change : stretch) {
            needsRebuild |= needsRebuild(change, schema.get(table));
            if (!needsRebuild) changes.addAll(inPlace(change, schema.get(table)));
            schema = Replay.one(schema, change);
        }
        return needsRebuild ? rebuild(stretch, before, table) : changes;
    }

    private static List<Change> rebuild(List<OnTable> stretch, SchemaShape before, String table) {
        var changes = new ArrayList<Change>();
        var schema = before;
        for (var change : stretch) {
            demands(change, before.get(table), schema.get(table), changes);
            schema = Replay.one(schema, change);
        }
        changes.add(new Change.Rebuild(table, stretch, before));
        return changes;
    }

    /// Asked of the rows as they are before the rebuild, so only of columns that are there by then.
    private static void demands(OnTable change, TableShape first, TableShape now, List<Change> changes) {
        if (change instanceof AddColumn(var table, var column)) {
            Demands.isFillable(table, column).ifPresent(changes::add);
        }
        if (change instanceof AddCheck(var table, var check)
                && now.columnsOf(check).stream()
                        .allMatch(name -> first.column(name).equals(now.column(name)))) {
            changes.add(Demands.meets(table, check));
        }
        if (change instanceof AlterColumn(var table, var after)
                && first.column(after.name()).isPresent()) {
            var before = now.column(after.name()).orElseThrow();
            Demands.isFilled(table, before, after).ifPresent(changes::add);
            if (before.type() != after.type()) {
                Demands.fits(Dialect.SQLITE, table, before, after).ifPresent(changes::add);
            }
        }
    }

    private boolean needsRebuild(OnTable change, TableShape before) {
        return switch (change) {
            case AddColumn(var _, var column) -> !canBeAdded(column);
            case AlterColumn(var _, var column) ->
                !altersConstraints
                        || !isOnlyNullability(before.column(column.name()).orElseThrow(), column);
            case ChangePrimaryKey _, AddUnique _, DropUnique _, AddForeignKey _, DropForeignKey _ -> true;
            case AddCheck(var _, var check) -> !altersConstraints || CheckOfNull.mayBeUnknown(before, check);
            case DropCheck _ -> !altersConstraints;
            case DropColumn _, RenameColumn _, CreateIndex _, DropIndex _ -> false;
        };
    }

    /// SQLite gives the rows that are there a constant only.
    private static boolean canBeAdded(ColumnShape column) {
        return column.defaultsTo()
                .map(known ->
                        Ddl.isBareDefault(known.sqlite()) && !known.sqlite().startsWith("current_"))
                .orElse(column.nullable());
    }

    private static boolean isOnlyNullability(ColumnShape before, ColumnShape after) {
        return before.type() == after.type() && before.defaultsTo().equals(after.defaultsTo());
    }

    private static List<Change> inPlace(OnTable change, TableShape before) {
        var table = quoted(before.name());
        var alter = "alter table %s ".formatted(table);
        return switch (change) {
            case AddColumn(var _, var column) -> run(alter + "add column " + DDL.column(column));
            case DropColumn(var _, var column) -> run(alter + "drop column " + quoted(column));
            case RenameColumn(var _, var column, var newName) ->
                run(alter + "rename column %s to %s".formatted(quoted(column), quoted(newName)));
            case AddCheck(var _, var check) -> {
                var changes = new ArrayList<Change>(List.of(Demands.meets(before.name(), check)));
                changes.addAll(run(alter + "add " + DDL.constraint(check)));
                yield changes;
            }
            case DropCheck(var _, var name) -> run(alter + "drop constraint " + quoted(name));
            case CreateIndex(var _, var index) -> run(DDL.createIndex(before.name(), index));
            case DropIndex(var _, var name) -> run("drop index " + quoted(name));
            case AlterColumn(var _, var column) -> changeNullability(alter, before, column);
            case ChangePrimaryKey _, AddUnique _, DropUnique _, AddForeignKey _, DropForeignKey _ ->
                throw new IllegalStateException(change + " needs a rebuild");
        };
    }

    private static List<Change> changeNullability(String alter, TableShape table, ColumnShape after) {
        var before = table.column(after.name()).orElseThrow();
        if (before.nullable() == after.nullable()) return List.of();
        var changes = new ArrayList<Change>();
        Demands.isFilled(table.name(), before, after).ifPresent(changes::add);
        changes.addAll(run(alter
                + "alter column %s %s not null".formatted(quoted(after.name()), after.nullable() ? "drop" : "set")));
        return changes;
    }

    private static List<Change> run(String sql) {
        return List.of(new Change.Run(sql));
    }
}
