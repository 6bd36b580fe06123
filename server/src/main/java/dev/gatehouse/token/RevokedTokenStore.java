package dev.gatehouse.token;

import static dev.gatehouse.token.RevokedTokenTable.REVOKED_TOKEN;

import dev.gatehouse.mapper.ReadTx;
import dev.gatehouse.mapper.Tx;
import java.time.Instant;

/// Where it is kept which access tokens were revoked.
final class RevokedTokenStore {

    /// @return whether this call did it
    boolean add(Tx tx, String tenantId, String jti, Instant expiresAt) {
        return tx.insert(REVOKED_TOKEN)
                        .set(REVOKED_TOKEN.tenantId, tenantId)
                        .set(REVOKED_TOKEN.jti, jti)
                        .set(REVOKED_TOKEN.expiresAt, expiresAt)
                        .onConflict(REVOKED_TOKEN.tenantId, REVOKED_TOKEN.jti)
                        .doNothing()
                        .run()
                == 1;
    }

    boolean has(ReadTx tx, String tenantId, String jti) {
        return tx.exists(REVOKED_TOKEN, REVOKED_TOKEN.tenantId.eq(tenantId), REVOKED_TOKEN.jti.eq(jti));
    }

    int removeExpired(Tx tx, int most) {
        return tx.delete(REVOKED_TOKEN)
                .where(REVOKED_TOKEN.expiresAt.before(tx.now()))
                .limit(most)
                .run();
    }
}
