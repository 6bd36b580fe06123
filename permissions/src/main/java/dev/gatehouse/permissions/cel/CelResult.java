package dev.gatehouse.permissions.cel;

import java.util.List;

/// What became of an expression.
public sealed interface CelResult {

    record Holds(boolean holds) implements CelResult {}

    /// It cannot be decided: these parameters were not given.
    record Missing(List<String> parameters) implements CelResult {}

    /// A value is not of its declared type, or the expression divides by zero or asks for what is not there.
    record Failed(String why) implements CelResult {}
}
