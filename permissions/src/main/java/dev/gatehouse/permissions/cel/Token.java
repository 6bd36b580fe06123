package dev.gatehouse.permissions.cel;

/// A word of an expression.
///
/// @param text as it stands there; of a string what it means
/// @param at where it begins, in `char`s from 0
record Token(Kind kind, String text, int at) {

    enum Kind {
        /// Also `true`, `in` and other words of the language.
        WORD,
        INT,
        UINT,
        DOUBLE,
        STRING,
        SYMBOL,
        END
    }

    boolean is(String symbol) {
        return text.equals(symbol) && (kind == Kind.SYMBOL || kind == Kind.WORD);
    }

    /// As a fault names it.
    String called() {
        return switch (kind) {
            case END -> "the end";
            case STRING -> "a string";
            case WORD, INT, UINT, DOUBLE, SYMBOL ->
                "\"" + (text.length() > 40 ? text.substring(0, 40) + "…" : text) + "\"";
        };
    }
}
