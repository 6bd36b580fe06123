package dev.gatehouse.token;

import static dev.gatehouse.token.ClientRefreshTokenTable.CLIENT_REFRESH_TOKEN;

import dev.gatehouse.mapper.ReadTx;
import dev.gatehouse.mapper.Tx;
import java.time.Instant;
import java.util.Optional;

/// Where the refresh tokens of clients are kept, as digests.
final class ClientRefreshTokenStore {

    void add(Tx tx, TokenFamily family, String digest, Instant expiresAt) {
        tx.insert(CLIENT_REFRESH_TOKEN)
                .set(CLIENT_REFRESH_TOKEN.tenantId, family.tenantId())
                .set(CLIENT_REFRESH_TOKEN.digest, digest)
                .set(CLIENT_REFRESH_TOKEN.familyId, family.id())
                .set(CLIENT_REFRESH_TOKEN.issuedAt, tx.now())
                .set(CLIENT_REFRESH_TOKEN.expiresAt, expiresAt)
                .run();
    }

    Optional<ClientRefreshTokenTable.Kept> find(ReadTx tx, String tenantId, String digest) {
        return tx.find(
                CLIENT_REFRESH_TOKEN.kept,
                CLIENT_REFRESH_TOKEN.tenantId.eq(tenantId),
                CLIENT_REFRESH_TOKEN.digest.eq(digest));
    }

    /// Spends the token if nobody has.
    ///
    /// @param sealedSuccessor what a second use within the grace is answered with
    /// @return whether it was this call. Two callers are never both told so
    boolean spend(Tx tx, String tenantId, String digest, String sealedSuccessor) {
        return tx.update(CLIENT_REFRESH_TOKEN)
                        .set(CLIENT_REFRESH_TOKEN.spentAt, tx.now())
                        .set(CLIENT_REFRESH_TOKEN.sealedSuccessor, sealedSuccessor)
                        .where(
                                CLIENT_REFRESH_TOKEN.tenantId.eq(tenantId),
                                CLIENT_REFRESH_TOKEN.digest.eq(digest),
                                CLIENT_REFRESH_TOKEN.spentAt.isNull(),
                                CLIENT_REFRESH_TOKEN.expiresAt.after(tx.now()))
                        .run()
                == 1;
    }

    /// Puts off the end of a token that stays the same.
    ///
    /// @return false if it is spent or has expired
    boolean renew(Tx tx, String tenantId, String digest, Instant expiresAt) {
        return tx.update(CLIENT_REFRESH_TOKEN)
                        .set(CLIENT_REFRESH_TOKEN.expiresAt, expiresAt)
                        .where(
                                CLIENT_REFRESH_TOKEN.tenantId.eq(tenantId),
                                CLIENT_REFRESH_TOKEN.digest.eq(digest),
                                CLIENT_REFRESH_TOKEN.spentAt.isNull(),
                                CLIENT_REFRESH_TOKEN.expiresAt.after(tx.now()))
                        .run()
                == 1;
    }

    int removeExpired(Tx tx, int most) {
        return tx.delete(CLIENT_REFRESH_TOKEN)
                .where(CLIENT_REFRESH_TOKEN.expiresAt.before(tx.now()))
                .limit(most)
                .run();
    }
}
