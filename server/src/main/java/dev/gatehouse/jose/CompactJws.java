package dev.gatehouse.jose;

import dev.gatehouse.secret.Base64Url;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/// A token taken apart, believed in nothing yet.
///
/// @spec https://www.rfc-editor.org/rfc/rfc7515#section-5.2 RFC 7515 §5.2
record CompactJws(Map<String, Object> header, byte[] payload, byte[] signingInput, byte[] signature) {

    /// Empty unless it is three parts of strict base64url, the first a JSON object.
    static Optional<CompactJws> parse(String token) {
        var first = token.indexOf('.');
        var second = token.indexOf('.', first + 1);
        if (first < 0 || second < 0 || token.indexOf('.', second + 1) >= 0) return Optional.empty();

        return json(token.substring(0, first))
                .flatMap(header -> decoded(token.substring(first + 1, second))
                        .flatMap(payload -> decoded(token.substring(second + 1))
                                .map(signature -> new CompactJws(
                                        header, payload, ascii(token.substring(0, second)), signature))));
    }

    /// The payload as JSON; empty when it is not an object, or says one name twice.
    Optional<Map<String, Object>> claims() {
        return StrictJson.object(payload);
    }

    Optional<String> headerText(String name) {
        return header.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    private static Optional<Map<String, Object>> json(String part) {
        return decoded(part).flatMap(StrictJson::object);
    }

    /// One spelling for each sequence of bytes: otherwise the last character of a signature could be changed
    /// freely.
    private static Optional<byte[]> decoded(String part) {
        try {
            var bytes = Base64.getUrlDecoder().decode(part);
            return Base64Url.encode(bytes).equals(part) ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
