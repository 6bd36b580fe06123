package dev.gatehouse.permissions.cel;

import java.util.Set;

/// Which words mean something by themselves, and how strongly operators bind.
final class Words {

    /// Of the operators that stand between two values.
    static final int WEAKEST = 1;

    private static final int NONE = 0;

    static final Set<String> VALUES = Set.of("true", "false", "null", "in");

    /// @spec https://github.com/google/cel-spec/blob/master/doc/langdef.md#syntax CEL: RESERVED
    static final Set<String> RESERVED = Set.of(("as break const continue else for function if import let loop package"
                    + " namespace return var void while")
            .split(" "));

    private Words() {}

    /// @return less than [#WEAKEST] if it is no operator between two values
    static int bond(Token token) {
        if (token.kind() == Token.Kind.STRING) return NONE;
        return switch (token.text()) {
            case "||" -> WEAKEST;
            case "&&" -> 2;
            case "==", "!=", "<", "<=", ">", ">=", "in" -> 3;
            case "+", "-" -> 4;
            case "*", "/", "%" -> 5;
            default -> NONE;
        };
    }
}
