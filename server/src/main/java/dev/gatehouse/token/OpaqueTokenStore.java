package dev.gatehouse.token;

import static dev.gatehouse.token.OpaqueTokenTable.OPAQUE_ACCESS_TOKEN;

import dev.gatehouse.mapper.Projection;
import dev.gatehouse.mapper.ReadTx;
import dev.gatehouse.mapper.Tx;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Where opaque access tokens are kept, as digests.
final class OpaqueTokenStore {

    private static final Projection<String> CLAIMS =
            Projection.of(row -> row.get(OPAQUE_ACCESS_TOKEN.claims), OPAQUE_ACCESS_TOKEN.claims);

    void add(
            Tx tx,
            String tenantId,
            String digest,
            String clientId,
            Optional<UUID> family,
            String claims,
            Instant expiresAt) {
        tx.insert(OPAQUE_ACCESS_TOKEN)
                .set(OPAQUE_ACCESS_TOKEN.tenantId, tenantId)
                .set(OPAQUE_ACCESS_TOKEN.digest, digest)
                .set(OPAQUE_ACCESS_TOKEN.clientId, clientId)
                .set(OPAQUE_ACCESS_TOKEN.familyId, family)
                .set(OPAQUE_ACCESS_TOKEN.claims, claims)
                .set(OPAQUE_ACCESS_TOKEN.expiresAt, expiresAt)
                .run();
    }

    /// @return its claims as JSON
    Optional<String> find(ReadTx tx, String tenantId, String digest) {
        return tx.find(CLAIMS, OPAQUE_ACCESS_TOKEN.tenantId.eq(tenantId), OPAQUE_ACCESS_TOKEN.digest.eq(digest));
    }

    int removeExpired(Tx tx, int most) {
        return tx.delete(OPAQUE_ACCESS_TOKEN)
                .where(OPAQUE_ACCESS_TOKEN.expiresAt.before(tx.now()))
                .limit(most)
                .run();
    }
}
