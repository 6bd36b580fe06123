package dev.gatehouse.permissions.cel;

import java.util.Arrays;
import java.util.Optional;

/// What looks like a function and binds a name: `people.exists(one, one == "bob")`.
///
/// @spec https://github.com/google/cel-spec/blob/master/doc/langdef.md#macros CEL: Macros
enum Macro {
    ALL("all"),
    EXISTS("exists"),
    EXISTS_ONE("exists_one"),
    FILTER("filter"),
    MAP("map");

    private final String name;

    Macro(String name) {
        this.name = name;
    }

    /// For a fault: how a macro of that name is called.
    static Optional<String> usage(String name) {
        return Arrays.stream(values())
                .filter(macro -> macro.name.equals(name))
                .map(macro -> name + "() is called on a list or a map, as in list." + name + "(one, "
                        + (macro == MAP ? "what becomes of it)" : "what is asked of it)"))
                .findFirst();
    }

    static Optional<Macro> called(String name, int arguments) {
        return Arrays.stream(values())
                .filter(macro -> macro.name.equals(name))
                .filter(macro -> arguments == 2 || macro == MAP && arguments == 3)
                .findFirst();
    }
}
