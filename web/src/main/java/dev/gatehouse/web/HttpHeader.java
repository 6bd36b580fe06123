package dev.gatehouse.web;

/// One header of an answer. Refuses what would let a value break out of its line.
public record HttpHeader(String name, String value) {
    public HttpHeader {
        if (!isName(name)) throw new IllegalArgumentException("not a header name: " + name);
        if (!isValue(value)) {
            throw new IllegalArgumentException(
                    "the value of header " + name + " has a line break, control or non-Latin character");
        }
    }

    /// Loops, not streams: this is asked for every header of every answer.
    private static boolean isName(String text) {
        for (int i = 0; i < text.length(); i++) if (!isTokenCharacter(text.charAt(i))) return false;
        return !text.isEmpty();
    }

    private static boolean isValue(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' && c != '\t' || c == 0x7f || c > 0xff) return false;
        }
        return true;
    }

    /// @spec https://www.rfc-editor.org/rfc/rfc9110#section-5.6.2 RFC 9110 §5.6.2
    private static boolean isTokenCharacter(int c) {
        return c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || c >= '0' && c <= '9'
                || "!#$%&'*+-.^_`|~".indexOf(c) >= 0;
    }
}
