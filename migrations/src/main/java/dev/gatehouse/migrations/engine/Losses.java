package dev.gatehouse.migrations.engine;

import static dev.gatehouse.mapper.Identifier.quoted;

import dev.gatehouse.mapper.Dialect;
import dev.gatehouse.migrations.operation.Operation;
import dev.gatehouse.migrations.operation.Operation.AddColumn;
import dev.gatehouse.migrations.operation.Operation.AlterColumn;
import dev.gatehouse.migrations.operation.Operation.CreateTable;
import dev.gatehouse.migrations.operation.Operation.DropColumn;
import dev.gatehouse.migrations.operation.Operation.DropTable;
import dev.gatehouse.migrations.operation.Operation.LosesData;
import dev.gatehouse.migrations.operation.Replay;
import dev.gatehouse.migrations.shape.SchemaShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which operations take data away: dropped tables, dropped columns, and types that cannot hold every value.
public final class Losses {
    private Losses() {}

    /// The question how much would be lost, if the operation can lose anything.
    public static Optional<Change.Loss> of(Dialect dialect, Operation operation, SchemaShape before) {
        return switch (operation) {
            case DropTable(var table) -> Optional.of(all(table, ""));
            case DropColumn(var table, var column) -> Optional.of(all(table, column));
            case LosesData(var table, var column) -> Optional.of(all(table, column));
            case AlterColumn alter -> narrowing(dialect, alter, before);
            default -> Optional.empty();
        };
    }

    /// What these operations would take from a schema of this shape, whatever rows there are. What they made
    /// themselves does not count.
    public static List<DeclaredLoss> declared(List<Operation> operations, SchemaShape before) {
        var losses = new ArrayList<DeclaredLoss>();
        var schema = before;
        for (var at = 0; at < operations.size(); at++) {
            var operation = operations.get(at);
            var earlier = operations.subList(0, at);
            of(Dialect.SQLITE, operation, schema)
                    .map(loss -> new DeclaredLoss(loss.table(), loss.column()))
                    .filter(loss -> !losses.contains(loss) && !isMadeBy(earlier, loss))
                    .ifPresent(losses::add);
            schema = Replay.one(schema, operation);
        }
        return List.copyOf(losses);
    }

    /// Whether the operation can take data away at all: most cannot, and need no look at the schema.
    public static boolean isPossible(Operation operation) {
        return switch (operation) {
            case DropTable _, DropColumn _, LosesData _, AlterColumn _ -> true;
            default -> false;
        };
    }

    private static boolean isMadeBy(List<Operation> operations, DeclaredLoss loss) {
        return operations.stream().anyMatch(operation -> switch (operation) {
            case CreateTable(var table) -> table.name().equals(loss.table());
            case AddColumn(var table, var column) ->
                table.equals(loss.table()) && column.name().equals(loss.column());
            default -> false;
        });
    }

    private static Change.Loss all(String table, String column) {
        var what = column.isEmpty() ? "*" : quoted(column);
        return new Change.Loss(table, column, "select count(%s) from %s".formatted(what, quoted(table)));
    }

    private static Optional<Change.Loss> narrowing(Dialect dialect, AlterColumn alter, SchemaShape before) {
        var table = alter.table();
        var after = alter.column();
        var type = before.get(table).column(after.name()).orElseThrow().type();
        if (type == after.type()) return Optional.empty();
        var column = quoted(after.name());
        return TypeChange.of(table + "." + after.name(), type, after.type())
                .keeps()
                .map(keeps -> new Change.Loss(
                        table,
                        after.name(),
                        "select count(*) from %s where %s is not null and not coalesce(%s, false)"
                                .formatted(quoted(table), column, keeps.sql(dialect, column))));
    }
}
