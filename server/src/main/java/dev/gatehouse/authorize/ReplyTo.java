package dev.gatehouse.authorize;

import dev.gatehouse.client.Client;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/// Where and how the client is answered. It exists only for a client that is known and a redirect URI that is its
/// own.
///
/// @param state given back as it came
/// @spec https://openid.net/specs/oauth-v2-multiple-response-types-1_0.html#ResponseModes Multiple Response Types §2.1
record ReplyTo(Client client, String redirectUri, Mode mode, Optional<String> state) {

    /// Whether an answer that goes there proves that it is this client who asked: it has a secret, or the address is
    /// its own on the web. Any program on the person's machine can take the name and the address of another one's.
    /// Whoever may be such a program is asked about as if nothing had ever been allowed.
    ///
    /// @spec https://www.rfc-editor.org/rfc/rfc8252#section-8.6 RFC 8252 §8.6
    boolean isProof() {
        return !client.profile().isPublic() || redirectUri.startsWith("https:");
    }

    /// How the answer travels. The fragment is for tokens, which never stand there.
    ///
    /// @spec https://openid.net/specs/oauth-v2-form-post-response-mode-1_0.html OAuth 2.0 Form Post Response Mode
    /// @spec https://openid.net/specs/oauth-v2-jarm.html#section-2.3 JARM §2.3
    enum Mode {
        QUERY("query", false, false),
        FORM_POST("form_post", true, false),
        /// The best for codes, which JARM says is the query.
        JWT("jwt", false, true),
        QUERY_JWT("query.jwt", false, true),
        FORM_POST_JWT("form_post.jwt", true, true);

        private final String wire;
        private final boolean isForm;
        private final boolean isSigned;

        Mode(String wire, boolean isForm, boolean isSigned) {
            this.wire = wire;
            this.isForm = isForm;
            this.isSigned = isSigned;
        }

        /// Whether a page posts it; otherwise it stands in an address.
        boolean isForm() {
            return isForm;
        }

        /// Whether the answer is one JWT, signed by us.
        boolean isSigned() {
            return isSigned;
        }

        /// @param allowed as a client's registration has them; none: all. `jwt` and `query.jwt` are the same
        boolean isAmong(Set<String> allowed) {
            return allowed.isEmpty()
                    || allowed.stream()
                            .flatMap(name -> named(name).stream())
                            .anyMatch(mode -> mode.isForm == isForm && mode.isSigned == isSigned);
        }

        static Optional<Mode> named(String wire) {
            return Arrays.stream(values())
                    .filter(mode -> mode.wire.equals(wire))
                    .findFirst();
        }
    }
}
