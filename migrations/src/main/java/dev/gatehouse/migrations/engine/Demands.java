package dev.gatehouse.migrations.engine;

import static dev.gatehouse.mapper.Identifier.quoted;

import dev.gatehouse.mapper.Dialect;
import dev.gatehouse.migrations.engine.Change.Demand;
import dev.gatehouse.migrations.shape.CheckShape;
import dev.gatehouse.migrations.shape.ColumnShape;
import dev.gatehouse.migrations.shape.LengthRule;
import java.util.Optional;

/// What must hold for the rows that are there, asked before anything is changed, so that a refusal names its
/// reason.
final class Demands {
    private Demands() {}

    /// Every value must fit into the column's new type.
    static Optional<Demand> fits(Dialect dialect, String table, ColumnShape before, ColumnShape after) {
        var name = table + "." + after.name();
        var change = TypeChange.of(name, before.type(), after.type());
        var column = quoted(after.name());
        return change.fits()
                .map(fits -> new Demand(
                        "select count(*) from %s where %s is not null and not coalesce(%s, false)"
                                .formatted(quoted(table), column, fits.sql(dialect, column)),
                        "%%d rows of %s hold a value that does not fit into %s: change those first"
                                .formatted(name, after.type().name().toLowerCase())));
    }

    /// Every row must meet a check that is added.
    static Demand meets(String table, CheckShape check) {
        var refusal = LengthRule.of(check)
                .map(rule -> "rows of %s.%s are longer than %d characters: shorten them first"
                        .formatted(table, rule.column(), rule.most()))
                .orElseGet(() -> "rows of %s do not meet check %s: %s: change those first"
                        .formatted(table, check.name(), check.expression()));
        return new Demand(
                "select count(*) from %s where not (%s)".formatted(quoted(table), check.expression()),
                "%d " + refusal.replace("%", "%%"));
    }

    /// A column without a value for the rows that are there needs a table without rows.
    static Optional<Demand> isFillable(String table, ColumnShape added) {
        if (added.nullable() || added.defaultsTo().isPresent()) return Optional.empty();
        return Optional.of(new Demand(
                "select count(*) from " + quoted(table),
                "column %s.%s is not null and has no default, and there are %%d rows: add it nullable, fill it, then alter it"
                        .formatted(table, added.name())));
    }

    /// A column that becomes not null must hold a value in every row.
    static Optional<Demand> isFilled(String table, ColumnShape before, ColumnShape after) {
        if (!before.nullable() || after.nullable()) return Optional.empty();
        return Optional.of(new Demand(
                "select count(*) from %s where %s is null".formatted(quoted(table), quoted(after.name())),
                "%%d rows of %s.%s are null: fill them before it becomes not null".formatted(table, after.name())));
    }
}
