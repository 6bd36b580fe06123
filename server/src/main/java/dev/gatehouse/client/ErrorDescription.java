package dev.gatehouse.client;

/// What a developer is told beside an error's word. The specification allows it few characters, so that it can
/// stand in a header, an address or JSON alike.
///
/// @spec https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2.1 RFC 6749 §4.1.2.1, §5.2
/// @spec https://www.rfc-editor.org/rfc/rfc6750#section-3 RFC 6750 §3
public final class ErrorDescription {

    private ErrorDescription() {}

    /// @return the text with nothing in it but %x20-21, %x23-5B and %x5D-7E: what is not allowed has a look-alike
    ///     instead, or a question mark
    public static String of(String text) {
        var allowed = new StringBuilder(text.length());
        text.codePoints().map(ErrorDescription::allowed).forEach(allowed::appendCodePoint);
        return allowed.toString();
    }

    private static int allowed(int character) {
        return switch (character) {
            case '"', '`', '‘', '’', '“', '”' -> '\'';
            case '\\' -> '/';
            case '\n', '\r', '\t' -> ' ';
            default -> character >= 0x20 && character <= 0x7E ? character : '?';
        };
    }
}
