package dev.gatehouse.token;

import static dev.gatehouse.token.RefreshTokenTable.REFRESH_TOKEN;

import dev.gatehouse.mapper.Tx;
import java.util.Optional;

/// Where refresh tokens are kept, as digests.
final class RefreshTokenStore {

    void add(Tx tx, RefreshToken token) {
        tx.insert(REFRESH_TOKEN.token, token);
    }

    /// Spends the token if nobody has. Two callers can never both be given it.
    ///
    /// @param sealedSuccessor what a second use within the grace is answered with
    Optional<RefreshToken> spend(Tx tx, String tenantId, String digest, String sealedSuccessor) {
        return tx.update(REFRESH_TOKEN)
                .set(REFRESH_TOKEN.spentAt, tx.now())
                .set(REFRESH_TOKEN.sealedSuccessor, sealedSuccessor)
                .where(
                        REFRESH_TOKEN.tenantId.eq(tenantId),
                        REFRESH_TOKEN.digest.eq(digest),
                        REFRESH_TOKEN.spentAt.isNull(),
                        REFRESH_TOKEN.expiresAt.after(tx.now()))
                .returning(REFRESH_TOKEN.token);
    }

    Optional<RefreshTokenTable.Spent> findSpent(Tx tx, String tenantId, String digest) {
        return tx.find(
                REFRESH_TOKEN.spent,
                REFRESH_TOKEN.tenantId.eq(tenantId),
                REFRESH_TOKEN.digest.eq(digest),
                REFRESH_TOKEN.spentAt.isNotNull());
    }
}
