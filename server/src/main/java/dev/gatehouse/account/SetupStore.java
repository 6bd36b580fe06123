package dev.gatehouse.account;

import static dev.gatehouse.account.SetupTable.SETUP_CODE;

import dev.gatehouse.mapper.Projection;
import dev.gatehouse.mapper.Tx;
import java.time.Instant;

/// Where the one-time codes for the first administrator are kept.
final class SetupStore {

    private static final Projection<String> DIGEST = Projection.of(SETUP_CODE.digest);

    void add(Tx tx, String tenantId, String digest, Instant expiresAt) {
        tx.insert(SETUP_CODE)
                .set(SETUP_CODE.tenantId, tenantId)
                .set(SETUP_CODE.digest, digest)
                .set(SETUP_CODE.expiresAt, expiresAt)
                .run();
    }

    /// Spends the code, and with it all others of the tenant: the delete is the gate, so that only one caller
    /// passes.
    boolean redeem(Tx tx, String tenantId, String digest) {
        hold(tx, tenantId);
        var redeemed = tx.delete(SETUP_CODE)
                        .where(
                                SETUP_CODE.tenantId.eq(tenantId),
                                SETUP_CODE.digest.eq(digest),
                                SETUP_CODE.expiresAt.after(tx.now()))
                        .run()
                == 1;
        if (redeemed)
            tx.delete(SETUP_CODE).where(SETUP_CODE.tenantId.eq(tenantId)).run();
        return redeemed;
    }

    /// @return how many that nobody can use any more were removed
    int removeExpired(Tx tx, int most) {
        return tx.delete(SETUP_CODE)
                .where(SETUP_CODE.expiresAt.before(tx.now()))
                .limit(most)
                .run();
    }

    /// Two who come with different codes would each spend their own and then wait for the other's; held in one
    /// order, the codes let them wait before they spend any.
    private static void hold(Tx tx, String tenantId) {
        tx.select(DIGEST)
                .where(SETUP_CODE.tenantId.eq(tenantId))
                .orderBy(SETUP_CODE.digest.asc())
                .forUpdate()
                .list();
    }
}
