package dev.gatehouse.web;

/// One header of an answer. Refuses what would let a value break out of its line.
public record HttpHeader(String name, String value) {
    public HttpHeader {
        if (name.isEmpty() || !name.chars().allMatch(HttpHeader::isTokenCharacter))
            throw new IllegalArgumentException("not a header name: " + name);
        if (!value.chars().allMatch(c -> c == '\t' || c >= ' ' && c != 0x7f && c <= 0xff)) {
            throw new IllegalArgumentException(
                    "the value of header " + name + " has a line break, control or non-Latin character");
        }
    }

    /// @spec https://www.rfc-editor.org/rfc/rfc9110#section-5.6.2 RFC 9110 §5.6.2
    private static boolean isTokenCharacter(int c) {
        return c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || c >= '0' && c <= '9'
                || "!#$%&'*+-.^_`|~".indexOf(c) >= 0;
    }
}
