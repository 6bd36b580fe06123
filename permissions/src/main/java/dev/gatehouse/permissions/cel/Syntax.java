package dev.gatehouse.permissions.cel;

import java.util.List;
import java.util.Optional;

/// An expression as it was written, before anybody knows what its names mean.
sealed interface Syntax {

    /// Where a fault about it would point to.
    int at();

    /// How many stand in one another, itself included.
    int depth();

    record Literal(Value value, int at) implements Syntax {

        @Override
        public int depth() {
            return 1;
        }
    }

    record Name(String name, int at) implements Syntax {

        @Override
        public int depth() {
            return 1;
        }
    }

    /// `operand.field`
    record Select(Syntax operand, String field, int at, int depth) implements Syntax {

        Select(Syntax operand, String field, int at) {
            this(operand, field, at, 1 + operand.depth());
        }
    }

    /// `function(arguments)` or `target.function(arguments)`
    record Call(Optional<Syntax> target, String function, List<Syntax> arguments, int at, int depth) implements Syntax {

        Call(Optional<Syntax> target, String function, List<Syntax> arguments, int at) {
            this(
                    target,
                    function,
                    arguments,
                    at,
                    Math.max(above(arguments), 1 + target.map(Syntax::depth).orElse(0)));
        }
    }

    /// @param symbol `+`, `!`, `?:`, `[]` for an index; `-` with one operand or two; `&&` and `||` with two
    ///     or more
    record Operation(String symbol, List<Syntax> operands, int at, int depth) implements Syntax {

        Operation(String symbol, List<Syntax> operands, int at) {
            this(symbol, operands, at, above(operands));
        }
    }

    /// `[1, 2]`
    record Elements(List<Syntax> elements, int at, int depth) implements Syntax {

        Elements(List<Syntax> elements, int at) {
            this(elements, at, above(elements));
        }
    }

    /// `{"a": 1}`, keys and values by turns.
    record Entries(List<Syntax> keysAndValues, int at, int depth) implements Syntax {

        Entries(List<Syntax> keysAndValues, int at) {
            this(keysAndValues, at, above(keysAndValues));
        }
    }

    private static int above(List<Syntax> parts) {
        return 1 + parts.stream().mapToInt(Syntax::depth).max().orElse(0);
    }
}
