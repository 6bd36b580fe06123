package dev.gatehouse.permissions.cel;

import dev.gatehouse.permissions.cel.Token.Kind;
import java.util.List;

/// Where a parser stands among the words.
///
/// After the first mistake the rest would be guessed, so it goes to the end and says nothing more.
final class Cursor {

    private final List<Token> tokens;
    private final Faults faults;
    private int next;
    private boolean lost;

    /// @param tokens the last of them stands for the end
    Cursor(List<Token> tokens, Faults faults) {
        this.tokens = tokens;
        this.faults = faults;
    }

    Token token() {
        return tokens.get(next);
    }

    Token advance() {
        var token = token();
        if (token.kind() != Kind.END) next++;
        return token;
    }

    boolean take(String symbol) {
        if (!token().is(symbol)) return false;
        next++;
        return true;
    }

    void expect(String symbol, String expected) {
        if (!take(symbol)) unexpected(expected);
    }

    /// The minus of a number belongs to the number.
    boolean isSign() {
        return token().is("!") || token().is("-") && !isNumber(tokens.get(next + 1));
    }

    /// Whether there was a mistake.
    boolean isLost() {
        return lost;
    }

    Syntax unexpected(String expected) {
        return fault(token().at(), "expected " + expected + ", found " + token().called());
    }

    /// @return what stands for the part that is at fault
    Syntax fault(int at, String message) {
        if (!lost) faults.add(at, message);
        lost = true;
        next = tokens.size() - 1;
        return new Syntax.Literal(Value.Null.NULL, at);
    }

    private static boolean isNumber(Token token) {
        return token.kind() == Kind.INT || token.kind() == Kind.DOUBLE;
    }
}
