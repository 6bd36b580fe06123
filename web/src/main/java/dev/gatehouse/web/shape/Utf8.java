package dev.gatehouse.web.shape;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Looks at the bytes before the parser does: it would guess UTF-16 and UTF-32, and let overlong forms pass.
///
/// @spec https://www.rfc-editor.org/rfc/rfc8259#section-8.1 RFC 8259 §8.1
final class Utf8 {
    private Utf8() {}

    /// What is wrong with the bytes, if anything is.
    static Optional<String> fault(byte[] bytes) {
        boolean ascii = true;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == 0) return Optional.of("it has a NUL byte at byte " + (i + 1) + ": JSON is text in UTF-8");
            ascii &= bytes[i] > 0;
        }
        return ascii ? Optional.empty() : malformed(bytes);
    }

    private static Optional<String> malformed(byte[] bytes) {
        if (bytes.length >= 3 && bytes[0] == (byte) 0xef && bytes[1] == (byte) 0xbb && bytes[2] == (byte) 0xbf) {
            return Optional.of("it begins with a byte order mark: JSON is UTF-8 without one");
        }
        var in = ByteBuffer.wrap(bytes);
        var scratch = CharBuffer.allocate(Math.min(bytes.length, 4096));
        var decoder = StandardCharsets.UTF_8.newDecoder();
        CoderResult result;
        do {
            scratch.clear();
            result = decoder.decode(in, scratch, true);
        } while (result.isOverflow());
        return result.isError() ? Optional.of("it is not UTF-8 at byte " + (in.position() + 1)) : Optional.empty();
    }
}
