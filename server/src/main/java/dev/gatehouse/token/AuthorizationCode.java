package dev.gatehouse.token;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A one-time proof that a person signed in and consented, waiting for its client to redeem it.
///
/// We keep a digest, never the code itself: whoever reads the table can redeem nothing.
///
/// @param family what its tokens will belong to
/// @param redirectUri where it was sent, to the letter
/// @param codeChallenge empty only for a client that is exempt from PKCE
/// @param dpopJkt thumbprint of the only key that may redeem it (RFC 9449 §10)
/// @spec https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2 RFC 6749 §4.1.2
record AuthorizationCode(
        String digest,
        TokenFamily family,
        String redirectUri,
        Optional<String> codeChallenge,
        Optional<String> nonce,
        Optional<String> dpopJkt,
        Instant issuedAt,
        Instant expiresAt) {

    /// RFC 6749 allows ten minutes at most; a browser redirect needs seconds.
    static final Duration LIFETIME = Duration.ofSeconds(60);

    AuthorizationCode {
        if (!issuedAt.isBefore(expiresAt)) throw new IllegalArgumentException("a code must expire after it is issued");
    }
}
