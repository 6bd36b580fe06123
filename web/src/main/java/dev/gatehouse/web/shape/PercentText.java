package dev.gatehouse.web.shape;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Undoes percent-encoding, strictly: half an escape, a control that is not escaped or bytes that are no
/// UTF-8 make no text.
///
/// @spec https://www.rfc-editor.org/rfc/rfc3986#section-2.1 RFC 3986 §2.1
final class PercentText {
    private PercentText() {}

    /// @param plusIsSpace as HTML forms write query strings
    static Optional<String> decode(String raw, boolean plusIsSpace) {
        if (raw.indexOf('%') < 0 && isVisible(raw)) return Optional.of(plusIsSpace ? raw.replace('+', ' ') : raw);
        var bytes = new ByteArrayOutputStream(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '%') {
                if (i + 2 >= raw.length()) return Optional.empty();
                int high = Character.digit(raw.charAt(i + 1), 16);
                int low = Character.digit(raw.charAt(i + 2), 16);
                if (high < 0 || low < 0) return Optional.empty();
                bytes.write(high << 4 | low);
                i += 2;
            } else if (!isVisible(c)) {
                return Optional.empty();
            } else {
                bytes.write(plusIsSpace && c == '+' ? ' ' : c);
            }
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString());
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }

    private static boolean isVisible(String text) {
        for (int i = 0; i < text.length(); i++) if (!isVisible(text.charAt(i))) return false;
        return true;
    }

    /// All else must be escaped: spaces, controls and what is not ASCII.
    private static boolean isVisible(char c) {
        return c > ' ' && c <= 0x7e;
    }
}
