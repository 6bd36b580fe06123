package dev.gatehouse.permissions.model;

/// Finds the end of a condition's expression in a model's text, past its strings, comments and inner braces.
final class BodyScan {

    private final String text;
    private final StringBuilder kept = new StringBuilder();
    private final int start;
    private int at;
    private int first = -1;

    BodyScan(String text, int start) {
        this.text = text;
        this.start = start;
        this.at = start;
    }

    /// @return where the closing brace stands, or the end of the text
    int end() {
        var depth = 0;
        while (at < text.length()) {
            var character = text.charAt(at);
            if (character == '"' || character == '\'') string(character);
            else if (text.startsWith("//", at)) keepLine();
            else if (isComment(character)) skipLine();
            else {
                if (character == '}' && depth-- == 0) return at;
                if (character == '{') depth++;
                keep(1);
            }
        }
        return at;
    }

    /// Where the expression itself begins.
    int first() {
        return first < 0 ? at : first;
    }

    /// The expression, without the model's own comments and in lines that end alike everywhere.
    String kept() {
        return kept.toString().replace("\r\n", "\n").replace('\r', '\n').strip();
    }

    private void string(char quote) {
        var isRaw = at > start && "rR".indexOf(text.charAt(at - 1)) >= 0;
        var mark = String.valueOf(quote);
        if (text.startsWith(mark.repeat(3), at)) mark = mark.repeat(3);
        keep(mark.length());
        while (at < text.length()) {
            if (text.startsWith(mark, at)) {
                keep(mark.length());
                return;
            }
            // A string of one line that does not end there is a fault, which is for the expression to tell.
            if (mark.length() == 1 && Lexer.isLineEnd(text.charAt(at))) return;
            keep(isEscape() && !isRaw ? 2 : 1);
        }
    }

    private boolean isEscape() {
        return text.charAt(at) == '\\' && at + 1 < text.length() && !Lexer.isLineEnd(text.charAt(at + 1));
    }

    private boolean isComment(char character) {
        return character == '#' && at > 0 && Character.isWhitespace(text.charAt(at - 1));
    }

    private void keepLine() {
        while (at < text.length() && !Lexer.isLineEnd(text.charAt(at))) keep(1);
    }

    private void skipLine() {
        while (at < text.length() && !Lexer.isLineEnd(text.charAt(at))) at++;
    }

    private void keep(int length) {
        if (first < 0 && !Character.isWhitespace(text.charAt(at))) first = at;
        var end = at + length;
        kept.append(text, at, end);
        at = end;
    }
}
