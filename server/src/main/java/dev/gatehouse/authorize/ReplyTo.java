package dev.gatehouse.authorize;

import dev.gatehouse.client.Client;
import dev.gatehouse.client.ResponseMode;
import java.util.Optional;

/// Where and how the client is answered. It exists only for a client that is known and a redirect URI that is its
/// own.
///
/// @param state given back as it came
/// @spec https://openid.net/specs/oauth-v2-multiple-response-types-1_0.html#ResponseModes Multiple Response Types §2.1
record ReplyTo(Client client, String redirectUri, ResponseMode mode, Optional<String> state) {

    /// Whether an answer that goes there proves that it is this client who asked: it has a secret, or the address is
    /// its own on the web. Any program on the person's machine can take the name and the address of another one's.
    /// Whoever may be such a program is asked about as if nothing had ever been allowed.
    ///
    /// @spec https://www.rfc-editor.org/rfc/rfc8252#section-8.6 RFC 8252 §8.6
    boolean isProof() {
        return !client.profile().isPublic() || redirectUri.startsWith("https:");
    }
}
