package dev.gatehouse.authorize;

import java.util.Arrays;
import java.util.Optional;

/// Where and how the client is answered. It exists only for a client that is known and a redirect URI that is its
/// own.
///
/// @param state given back as it came
/// @spec https://openid.net/specs/oauth-v2-form-post-response-mode-1_0.html OAuth 2.0 Form Post Response Mode
record ReplyTo(String redirectUri, Mode mode, Optional<String> state) {

    enum Mode {
        QUERY("query"),
        FORM_POST("form_post");

        private final String wire;

        Mode(String wire) {
            this.wire = wire;
        }

        static Optional<Mode> named(String wire) {
            return Arrays.stream(values())
                    .filter(mode -> mode.wire.equals(wire))
                    .findFirst();
        }
    }
}
