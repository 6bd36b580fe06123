package dev.gatehouse.token;

import static dev.gatehouse.token.RefreshTokenTable.REFRESH_TOKEN;

import dev.gatehouse.mapper.Condition;
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
    /// @param proven the keys that its holder has shown: the token's own one, or none for one without
    Optional<RefreshToken> spend(Tx tx, String tenantId, String digest, String sealedSuccessor, Confirmation proven) {
        return tx.update(REFRESH_TOKEN)
                .set(REFRESH_TOKEN.spentAt, tx.now())
                .set(REFRESH_TOKEN.sealedSuccessor, sealedSuccessor)
                .where(
                        REFRESH_TOKEN.tenantId.eq(tenantId),
                        REFRESH_TOKEN.digest.eq(digest),
                        isFor(proven),
                        REFRESH_TOKEN.spentAt.isNull(),
                        REFRESH_TOKEN.expiresAt.after(tx.now()))
                .returning(REFRESH_TOKEN.token);
    }

    Optional<RefreshTokenTable.Spent> findSpent(Tx tx, String tenantId, String digest, Confirmation proven) {
        return tx.find(
                REFRESH_TOKEN.spent,
                REFRESH_TOKEN.tenantId.eq(tenantId),
                REFRESH_TOKEN.digest.eq(digest),
                isFor(proven),
                REFRESH_TOKEN.spentAt.isNotNull());
    }

    private static Condition isFor(Confirmation proven) {
        return proven.jkt().map(REFRESH_TOKEN.jkt::eq).orElseGet(REFRESH_TOKEN.jkt::isNull);
    }
}
