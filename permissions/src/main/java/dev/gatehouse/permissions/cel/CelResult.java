package dev.gatehouse.permissions.cel;

import java.util.List;

/// What became of an expression.
public sealed interface CelResult {

    record Holds(boolean holds) implements CelResult {}

    /// It cannot be decided: these parameters were not given.
    ///
    /// @param parameters at least one, in the order in which they were declared
    record Missing(List<String> parameters) implements CelResult {

        public Missing {
            parameters = List.copyOf(parameters);
        }
    }

    /// A value is not of its declared type, or the expression divides by zero or asks for what is not there.
    ///
    /// @param why a sentence for the caller, without a full stop
    record Failed(String why) implements CelResult {}
}
