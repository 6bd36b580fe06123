package dev.gatehouse.secret;

import java.util.Base64;

/// Bytes as text that may stand in a URL, a header or a JSON string: base64url without padding.
///
/// @spec https://www.rfc-editor.org/rfc/rfc4648#section-5 RFC 4648 §5
public final class Base64Url {
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private Base64Url() {}

    /// The text for these bytes.
    public static String encode(byte[] bytes) {
        return ENCODER.encodeToString(bytes);
    }
}
