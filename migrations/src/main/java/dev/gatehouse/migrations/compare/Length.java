package dev.gatehouse.migrations.compare;

import dev.gatehouse.migrations.operation.Operation;
import dev.gatehouse.migrations.operation.Operation.AddCheck;
import dev.gatehouse.migrations.operation.Operation.DropCheck;
import dev.gatehouse.migrations.shape.LengthRule;
import java.util.List;
import java.util.Optional;

/// A column whose longest text changes: a check that goes, and one of the same name that comes.
record Length(String table, String check, LengthRule before, LengthRule after) {

    static List<Length> changed(List<Operation> upgrade, List<Operation> downgrade) {
        return upgrade.stream()
                .filter(AddCheck.class::isInstance)
                .map(AddCheck.class::cast)
                .flatMap(added -> of(added, downgrade).stream())
                .toList();
    }

    private static Optional<Length> of(AddCheck added, List<Operation> downgrade) {
        var after = LengthRule.of(added.check());
        var before = downgrade.stream()
                .filter(AddCheck.class::isInstance)
                .map(AddCheck.class::cast)
                .filter(back -> back.table().equals(added.table())
                        && back.check().name().equals(added.check().name()))
                .findFirst()
                .flatMap(back -> LengthRule.of(back.check()));
        return after.flatMap(now -> before.filter(then -> then.column().equals(now.column()))
                .map(then -> new Length(added.table(), added.check().name(), then, now)));
    }

    boolean isPartOf(Operation operation) {
        return switch (operation) {
            case DropCheck(var onTable, var name) -> onTable.equals(table) && name.equals(check);
            case AddCheck(var onTable, var added) ->
                onTable.equals(table) && added.name().equals(check);
            default -> false;
        };
    }

    @Override
    public String toString() {
        return "changed length of %s.%s from %d to %d".formatted(table, after.column(), before.most(), after.most());
    }
}
