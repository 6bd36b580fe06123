package dev.gatehouse.permissions.cel;

import java.util.List;

/// What became of the text of an expression.
public sealed interface CelCompilation {

    record Compiled(CelExpression expression) implements CelCompilation {}

    /// @param faults at least one, from the beginning of the text to its end
    record Faulty(List<CelFault> faults) implements CelCompilation {

        public Faulty {
            faults = List.copyOf(faults);
        }
    }
}
