package dev.gatehouse.key;

import dev.gatehouse.jose.JwtAlgorithm;
import java.time.Instant;

/// A signing key at rest.
///
/// @param sealedKey the private JWK, encrypted for this tenant and kid
/// @param changedAt since when it is in its state
record StoredKey(
        String tenantId,
        String kid,
        JwtAlgorithm algorithm,
        State state,
        String sealedKey,
        Instant createdAt,
        Instant changedAt) {

    enum State {
        /// Published, so that clients know it by the time that it signs. There is one for each algorithm and
        /// tenant.
        NEXT,
        /// Signs. There is one for each algorithm and tenant.
        CURRENT,
        /// Verifies what it signed, and signs no more.
        RETIRED
    }

    /// What the seal is bound to: moved to another row the key does not open.
    static String context(String tenantId, String kid) {
        return "signing key " + tenantId + " " + kid;
    }

    String context() {
        return context(tenantId, kid);
    }
}
