package dev.gatehouse.jose;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The public keys that the world checks our tokens with, as a JSON document.
///
/// @spec https://www.rfc-editor.org/rfc/rfc7517#section-5 RFC 7517 §5
final class JwkSet {
    private JwkSet() {}

    /// Public parts only; shared secrets are left out.
    public static String json(List<VerificationKey> keys) {
        var published = keys.stream()
                .map(VerificationKey::publicJwk)
                .flatMap(Optional::stream)
                .toList();
        return new String(StrictJson.bytes(Map.of("keys", published)), StandardCharsets.UTF_8);
    }
}
