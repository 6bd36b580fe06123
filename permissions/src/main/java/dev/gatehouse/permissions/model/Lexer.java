package dev.gatehouse.permissions.model;

/// Takes a model's text apart. It never refuses anything: what is no sign is part of a word, and whoever
/// wanted another word says so.
final class Lexer {

    private static final String SIGNS = ":,[](){}<>*#";

    private final String file;
    private final String text;
    private int at;
    private int line = 1;
    private int lineStart;

    /// @param file that places name; empty if there is one text only
    Lexer(String file, String text) {
        this.file = file;
        this.text = text;
    }

    Token next() {
        skipSpaces();
        if (at == text.length()) return token(Token.Kind.END, "the end of the text", at);
        var character = text.charAt(at);
        if (isLineEnd(character)) return lineEnd();
        if (SIGNS.indexOf(character) >= 0) return take(Token.Kind.SIGN, at + 1);
        return take(Token.Kind.WORD, endOfWord());
    }

    /// Reads an expression: all up to the brace that closes it. Braces in strings and comments do not count.
    ///
    /// @return without the closing brace; whether it was there is to be asked of [#next]
    Word body() {
        var scan = new BodyScan(text, at);
        var end = scan.end();
        moveTo(scan.first());
        var place = here();
        moveTo(end);
        return new Word(scan.kept(), place);
    }

    private Token lineEnd() {
        var place = here();
        while (at < text.length() && isLineEnd(text.charAt(at))) {
            moveTo(at + 1);
            skipSpaces();
        }
        return at == text.length()
                ? new Token(Token.Kind.END, "the end of the text", place, at)
                : new Token(Token.Kind.LINE_END, "the end of the line", place, at);
    }

    private Token take(Token.Kind kind, int end) {
        var token = token(kind, text.substring(at, end), end);
        at = end;
        return token;
    }

    private Token token(Token.Kind kind, String told, int end) {
        return new Token(kind, told, here(), end);
    }

    private Place.InText here() {
        return new Place.InText(file, line, at - lineStart + 1);
    }

    /// A `#` begins a comment where it begins a line or stands after a space; `group#member` has none.
    private void skipSpaces() {
        while (at < text.length()) {
            var character = text.charAt(at);
            if (character == '#' && (at == lineStart || isSpace(text.charAt(at - 1)))) skipLine();
            else if (isSpace(character)) at++;
            else return;
        }
    }

    private void skipLine() {
        while (at < text.length() && !isLineEnd(text.charAt(at))) at++;
    }

    private int endOfWord() {
        var end = at;
        while (end < text.length() && isWord(text.charAt(end))) end++;
        return end;
    }

    private void moveTo(int end) {
        while (at < end) {
            var character = text.charAt(at++);
            var isHalf = character == '\r' && at < text.length() && text.charAt(at) == '\n';
            if (!isLineEnd(character) || isHalf) continue;
            line++;
            lineStart = at;
        }
    }

    private static boolean isWord(char character) {
        return !isSpace(character) && !isLineEnd(character) && SIGNS.indexOf(character) < 0;
    }

    static boolean isSpace(char character) {
        return character == ' ' || character == '\t' || character == '\f' || character == '\uFEFF';
    }

    static boolean isLineEnd(char character) {
        return character == '\n' || character == '\r';
    }
}
