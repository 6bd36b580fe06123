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
import dev.gatehouse.migrations.operation.Operation.OnTable;
import dev.gatehouse.migrations.operation.Operation.RenameColumn;
import dev.gatehouse.migrations.operation.Operation.RenameTable;
import dev.gatehouse.migrations.operation.Operation.Sql;
import dev.gatehouse.migrations.shape.CheckShape;
import dev.gatehouse.migrations.shape.ColumnShape;
import dev.gatehouse.migrations.shape.ForeignKeyShape;
import dev.gatehouse.migrations.shape.IndexShape;
import dev.gatehouse.migrations.shape.MigrationException;
import dev.gatehouse.migrations.shape.PrimaryKeyShape;
import dev.gatehouse.migrations.shape.SchemaShape;
import dev.gatehouse.migrations.shape.TableElement;
import dev.gatehouse.migrations.shape.TableShape;
import dev.gatehouse.migrations.shape.UniqueShape;
import java.util.List;
import java.util.stream.Collectors;

/// Runs operations on a model of the schema, with no database near: what comes out is the shape that a database
/// would have. An operation that would fail there is refused here, by name.
public final class Replay {
    private Replay() {}

    public static SchemaShape all(SchemaShape schema, List<Operation> operations) {
        var after = schema;
        for (var operation : operations) after = one(after, operation);
        return after;
    }

    public static SchemaShape one(SchemaShape schema, Operation operation) {
        return switch (operation) {
            case CreateTable(var table) -> create(schema, table);
            case DropTable(var table) -> drop(schema, table);
            case RenameTable(var table, var newName) -> rename(schema, table, newName);
            case DropColumn(var table, var column) -> dropColumn(schema, table, column);
            case RenameColumn rename -> RenameInShape.column(schema, rename);
            case AddForeignKey(var table, var key) -> {
                requireTarget(schema.replace(schema.get(table).with(key)), schema.get(table), key);
                yield schema.replace(schema.get(table).with(key));
            }
            case ChangePrimaryKey change -> {
                requireUnused(schema, change);
                yield schema.replace(change(schema.get(change.table()), change));
            }
            case OnTable change -> schema.replace(change(schema.get(change.table()), change));
            case Sql _, MoveRows _, LosesData _ -> schema;
        };
    }

    private static TableShape change(TableShape table, OnTable change) {
        return switch (change) {
            case AddColumn(var _, var column) -> table.with(column);
            case AlterColumn(var _, var column) -> {
                require(table, ColumnShape.class, column.name());
                yield table.withAltered(column);
            }
            case ChangePrimaryKey(var _, var key) -> {
                var bare = table.primaryKey()
                        .map(old -> table.without(PrimaryKeyShape.class, old.name()))
                        .orElse(table);
                yield key.map(bare::with).orElse(bare);
            }
            case AddUnique(var _, var unique) -> table.with(unique);
            case AddForeignKey(var _, var key) -> table.with(key);
            case AddCheck(var _, var check) -> table.with(check);
            case CreateIndex(var _, var index) -> table.with(index);
            case DropUnique(var _, var name) -> without(table, UniqueShape.class, name);
            case DropForeignKey(var _, var name) -> without(table, ForeignKeyShape.class, name);
            case DropCheck(var _, var name) -> without(table, CheckShape.class, name);
            case DropIndex(var _, var name) -> without(table, IndexShape.class, name);
            case DropColumn(var _, var column) -> without(table, ColumnShape.class, column);
            case RenameColumn(var _, var column, var newName) -> RenameInShape.column(table, column, newName);
        };
    }

    private static SchemaShape create(SchemaShape schema, TableShape table) {
        var after = schema.with(table);
        table.foreignKeys().forEach(key -> requireTarget(after, table, key));
        return after;
    }

    private static void requireTarget(SchemaShape schema, TableShape table, ForeignKeyShape key) {
        var target = schema.find(key.target())
                .orElseThrow(() -> new MigrationException("table %s: %s refers to table %s, which is not there"
                        .formatted(table.name(), key.name(), key.target())));
        for (var column : key.references()) {
            if (target.column(column).isEmpty()) {
                throw new MigrationException("table %s: %s refers to column %s.%s, which is not there"
                        .formatted(table.name(), key.name(), key.target(), column));
            }
        }
    }

    private static SchemaShape drop(SchemaShape schema, String table) {
        var others = schema.referringTo(table).stream()
                .filter(entry -> !entry.getKey().name().equals(table))
                .map(entry -> entry.getKey().name() + "." + entry.getValue().name())
                .collect(Collectors.joining(", "));
        if (!others.isEmpty()) {
            throw new MigrationException("table %s cannot be dropped while %s refers to it: drop that foreign key first"
                    .formatted(table, others));
        }
        return schema.without(table);
    }

    private static SchemaShape rename(SchemaShape schema, String table, String newName) {
        if (schema.find(newName).isPresent()) {
            throw new MigrationException("table %s is there already".formatted(newName));
        }
        return RenameInShape.table(schema, table, newName);
    }

    private static SchemaShape dropColumn(SchemaShape schema, String name, String column) {
        var table = schema.get(name);
        require(table, ColumnShape.class, column);
        var uses = table.constraints()
                .filter(element -> table.columnsOf(element).contains(column))
                .map(TableElement::name)
                .collect(Collectors.joining(", "));
        var referring = schema.referringTo(name).stream()
                .filter(entry -> entry.getValue().references().contains(column))
                .map(entry -> entry.getKey().name() + "." + entry.getValue().name())
                .collect(Collectors.joining(", "));
        if (!uses.isEmpty() || !referring.isEmpty()) {
            var all = uses.isEmpty() ? referring : uses;
            throw new MigrationException(
                    "column %s.%s cannot be dropped while %s uses it: drop that first".formatted(name, column, all));
        }
        return schema.replace(table.without(ColumnShape.class, column));
    }

    /// PostgreSQL refuses it, SQLite would find out at the next write.
    private static void requireUnused(SchemaShape schema, ChangePrimaryKey change) {
        var table = schema.get(change.table());
        change.key().stream().flatMap(key -> key.columns().stream()).forEach(name -> {
            require(table, ColumnShape.class, name);
            if (table.column(name).orElseThrow().nullable()) {
                throw new MigrationException(
                        "column %s.%s is nullable and cannot be in the primary key: alter it to not null first"
                                .formatted(table.name(), name));
            }
        });
        var old = table.primaryKey().map(PrimaryKeyShape::columns).orElse(List.of());
        schema.referringTo(table.name()).stream()
                .filter(entry -> !old.isEmpty()
                        && List.copyOf(entry.getValue().references()).equals(old))
                .findFirst()
                .ifPresent(entry -> {
                    throw new MigrationException(
                            "the primary key of %s cannot change while %s.%s refers to it: drop that foreign key first"
                                    .formatted(
                                            table.name(),
                                            entry.getKey().name(),
                                            entry.getValue().name()));
                });
    }

    private static TableShape without(TableShape table, Class<? extends TableElement> kind, String name) {
        require(table, kind, name);
        return table.without(kind, name);
    }

    private static void require(TableShape table, Class<? extends TableElement> kind, String name) {
        if (table.find(kind, name).isEmpty()) {
            var what = kind.getSimpleName()
                    .replace("Shape", "")
                    .replaceAll("([a-z])([A-Z])", "$1 $2")
                    .toLowerCase();
            throw new MigrationException("table %s has no %s %s".formatted(table.name(), what, name));
        }
    }
}
