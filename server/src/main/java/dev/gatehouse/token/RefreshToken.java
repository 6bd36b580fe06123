package dev.gatehouse.token;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// A one-time proof that its holder may have new access tokens for a session. The token itself is never kept.
///
/// @param digest of the token
/// @param jkt thumbprint of the key that it asks for; empty: whoever has it may use it
/// @param sessionId the family: all tokens that descend from one sign-in
record RefreshToken(
        String tenantId, String digest, UUID sessionId, Optional<String> jkt, Instant issuedAt, Instant expiresAt) {

    /// How long a spent token still answers with the successor that it has already given: an answer may get lost,
    /// and two tabs may ask at once. A fixed window from the first use, so that it cannot be stretched.
    static final Duration GRACE = Duration.ofSeconds(30);
}
