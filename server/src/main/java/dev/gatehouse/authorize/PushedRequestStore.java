package dev.gatehouse.authorize;

import static dev.gatehouse.authorize.PushedRequestTable.PUSHED_REQUEST;

import dev.gatehouse.mapper.ReadTx;
import dev.gatehouse.mapper.Tx;
import java.time.Instant;
import java.util.Optional;

/// Where pushed requests are kept. The database has the last word on single use.
final class PushedRequestStore {

    void add(
            Tx tx,
            String tenantId,
            String digest,
            String clientId,
            String request,
            Instant opensUntil,
            Instant expiresAt) {
        tx.insert(PUSHED_REQUEST)
                .set(PUSHED_REQUEST.tenantId, tenantId)
                .set(PUSHED_REQUEST.digest, digest)
                .set(PUSHED_REQUEST.clientId, clientId)
                .set(PUSHED_REQUEST.request, request)
                .set(PUSHED_REQUEST.opensUntil, opensUntil)
                .set(PUSHED_REQUEST.expiresAt, expiresAt)
                .run();
    }

    Optional<String> find(ReadTx tx, String tenantId, String digest, String clientId) {
        return tx.find(
                PUSHED_REQUEST.kept,
                PUSHED_REQUEST.tenantId.eq(tenantId),
                PUSHED_REQUEST.digest.eq(digest),
                PUSHED_REQUEST.clientId.eq(clientId),
                PUSHED_REQUEST.opensUntil.after(tx.now()));
    }

    boolean remove(Tx tx, String tenantId, String digest) {
        return tx.delete(PUSHED_REQUEST)
                        .where(
                                PUSHED_REQUEST.tenantId.eq(tenantId),
                                PUSHED_REQUEST.digest.eq(digest),
                                PUSHED_REQUEST.expiresAt.after(tx.now()))
                        .run()
                == 1;
    }

    int removeExpired(Tx tx, int most) {
        return tx.delete(PUSHED_REQUEST)
                .where(PUSHED_REQUEST.expiresAt.before(tx.now()))
                .limit(most)
                .run();
    }
}
