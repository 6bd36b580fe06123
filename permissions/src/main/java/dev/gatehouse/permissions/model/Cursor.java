package dev.gatehouse.permissions.model;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/// Goes through the tokens of a text, and tells of what it did not find.
final class Cursor {

    /// The words that begin a part of a model. After a fault reading goes on at the next line that one of
    /// them begins.
    private static final List<String> BEGINNINGS = List.of("define", "type", "condition", "extend", "relations");

    private final Lexer lexer;
    private final Faults faults;
    private final Deque<Token> ahead = new ArrayDeque<>();
    private boolean isAtLineStart = true;
    private int behindTaken;

    Cursor(ModelModule module, Faults faults) {
        this.lexer = new Lexer(module.file(), module.text());
        this.faults = faults;
    }

    /// This part cannot be read further. The fault is told; whoever began the part goes on behind it.
    static final class Stumbled extends RuntimeException {
        private static final long serialVersionUID = 1;

        private Stumbled() {
            super(null, null, false, false);
        }
    }

    Token peek() {
        if (ahead.isEmpty()) ahead.add(lexer.next());
        return ahead.peekFirst();
    }

    Token peekSecond() {
        peek();
        if (ahead.size() < 2) ahead.add(lexer.next());
        return ahead.peekLast();
    }

    Token take() {
        var token = peek();
        ahead.removeFirst();
        isAtLineStart = token.kind() == Token.Kind.LINE_END;
        behindTaken = token.end();
        return token;
    }

    /// Whether no space stands between what was taken last and what comes now.
    boolean touches() {
        var token = peek();
        return !token.endsLine() && token.end() - token.text().length() == behindTaken;
    }

    boolean takeIf(char sign) {
        var matches = peek().isSign(sign);
        if (matches) take();
        return matches;
    }

    boolean takeIf(String word) {
        var matches = peek().isWord(word);
        if (matches) take();
        return matches;
    }

    Token expect(char sign) {
        if (!peek().isSign(sign)) throw stumbled("`" + sign + "`");
        return take();
    }

    void expect(String word) {
        if (!peek().isWord(word)) throw stumbled("`" + word + "`");
        take();
    }

    /// @param what it names, as a fault says it: `a type's name`
    Word expectName(String what) {
        if (!peek().isWord()) throw stumbled(what);
        return take().word();
    }

    void expectLineEnd(String... insteads) {
        if (peek().endsLine()) {
            if (peek().kind() == Token.Kind.LINE_END) take();
            return;
        }
        var expected = Arrays.copyOf(insteads, insteads.length + 1);
        expected[insteads.length] = "the end of the line";
        throw stumbled(expected);
    }

    void skipLineEnds() {
        while (peek().kind() == Token.Kind.LINE_END) take();
    }

    /// What an opening brace has just begun; nothing may have been peeked at behind it.
    Word body() {
        return lexer.body();
    }

    /// Tells what stands here instead of what is expected.
    Stumbled stumbled(String... expected) {
        var token = peek();
        return stumbled(token, "Expected " + String.join(" or ", expected) + ", found " + token.told() + ".", expected);
    }

    Stumbled stumbled(Token token, String message, String... expected) {
        tell(token, message, expected);
        return new Stumbled();
    }

    /// A fault behind which the part can still be read.
    void tell(Token token, String message, String... expected) {
        faults.add(new ModelFault(token.place(), message, token.text(), List.of(expected)));
    }

    /// Goes to the next line on which another part begins; this one may be it.
    void skipPart() {
        while (peek().kind() != Token.Kind.END && !beginsPart()) take();
    }

    private boolean beginsPart() {
        return isAtLineStart && peek().isWord() && BEGINNINGS.contains(peek().text());
    }
}
