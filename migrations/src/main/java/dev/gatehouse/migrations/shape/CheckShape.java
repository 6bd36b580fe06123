package dev.gatehouse.migrations.shape;

/// A rule over one row, as SQL text that both databases understand.
public record CheckShape(String name, String expression) implements TableElement {

    public CheckShape {
        Names.require("check", name);
        if (expression.isBlank()) throw new MigrationException("check %s: the expression is empty".formatted(name));
    }
}
