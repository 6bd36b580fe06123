package dev.gatehouse.mapper;

/// A rule over one row, as SQL text that both databases understand.
public record Check(String name, String expression) {
    public Check {
        Identifier.checked("check", name);
        if (expression.isBlank()) throw new IllegalArgumentException("check " + name + ": the expression is empty");
    }
}
