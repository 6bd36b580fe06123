package dev.gatehouse.permissions.model;

import dev.gatehouse.permissions.cel.CelExpression;

/// What must be true at the moment of the question for a relationship to count.
///
/// @param expression in CEL, over its parameters
public record Condition(String name, CelExpression expression) {

    public Condition {
        name = name.intern();
    }
}
