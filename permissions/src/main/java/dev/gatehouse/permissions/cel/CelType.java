package dev.gatehouse.permissions.cel;

import java.util.Locale;
import java.util.Optional;

/// What kind of value a parameter of a condition is.
///
/// @spec https://openfga.dev/docs/modeling/conditions OpenFGA: types of parameters
public sealed interface CelType {

    /// How many containers may stand in one another: whatever walks a type or a value of it needs a bottom.
    int DEEPEST = 8;

    /// The kinds without parts.
    enum Simple implements CelType {
        BOOL,
        STRING,
        INT,
        UINT,
        DOUBLE,
        DURATION,
        TIMESTAMP,
        IPADDRESS,
        /// Anything at all.
        ANY;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    record ListOf(CelType element) implements CelType {

        public ListOf {
            shallow(element);
        }

        @Override
        public String toString() {
            return "list<" + element + ">";
        }
    }

    /// Its keys are strings.
    record MapOf(CelType value) implements CelType {

        public MapOf {
            shallow(value);
        }

        @Override
        public String toString() {
            return "map<" + value + ">";
        }
    }

    /// How many containers stand in one another: 0 for `int`, 2 for `list<map<int>>`.
    default int depth() {
        return switch (this) {
            case Simple _ -> 0;
            case ListOf(var element) -> 1 + element.depth();
            case MapOf(var value) -> 1 + value.depth();
        };
    }

    /// Reads a type as [#toString] writes it.
    ///
    /// @param text `int`, `list<string>`, `map<any>`
    /// @return nothing if it is no type, or one that is nested deeper than [#DEEPEST]
    static Optional<CelType> parse(String text) {
        return CelTypeText.parse(text.strip(), DEEPEST);
    }

    /// Whether a value can stand for one of this type.
    ///
    /// @param json as JSON has it
    /// @return what was expected and what was found; nothing if it can
    default Optional<String> misfit(Object json) {
        return Coercion.coerce(json, this) instanceof Value.Failure failure
                ? Optional.of(failure.why())
                : Optional.empty();
    }

    private static void shallow(CelType part) {
        if (part.depth() >= DEEPEST) throw new IllegalArgumentException("a type is at most " + DEEPEST + " deep");
    }
}
