package dev.gatehouse.migrations.engine;

import static dev.gatehouse.mapper.Identifier.quoted;

import dev.gatehouse.mapper.Dialect;
import dev.gatehouse.migrations.operation.Operation;
import dev.gatehouse.migrations.operation.Operation.AlterColumn;
import dev.gatehouse.migrations.operation.Operation.DropColumn;
import dev.gatehouse.migrations.operation.Operation.DropTable;
import dev.gatehouse.migrations.shape.SchemaShape;
import java.util.Optional;

/// Which operations take data away: dropped tables, dropped columns, and types that cannot hold every value.
public final class Losses {
    private Losses() {}

    /// The question how much would be lost, if the operation can lose anything.
    public static Optional<Change.Loss> of(Dialect dialect, Operation operation, SchemaShape before) {
        return switch (operation) {
            case DropTable(var table) ->
                Optional.of(new Change.Loss(table, "", "select count(*) from " + quoted(table)));
            case DropColumn(var table, var column) ->
                Optional.of(new Change.Loss(
                        table, column, "select count(%s) from %s".formatted(quoted(column), quoted(table))));
            case AlterColumn alter -> narrowing(dialect, alter, before);
            default -> Optional.empty();
        };
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
