package dev.gatehouse.authorize;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a client wants the person to be asked.
///
/// @spec https://openid.net/specs/openid-connect-core-1_0.html#AuthRequest OpenID Connect Core §3.1.2.1
/// @spec https://openid.net/specs/openid-connect-prompt-create-1_0.html Initiating User Registration §4
enum Prompt {
    /// Nothing at all: it is an error when something would have to be asked.
    NONE,
    LOGIN,
    CONSENT,
    SELECT_ACCOUNT,
    CREATE;

    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Prompt> named(String wire) {
        return Arrays.stream(values())
                .filter(prompt -> prompt.wire().equals(wire))
                .findFirst();
    }
}
