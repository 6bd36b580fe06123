package dev.gatehouse.replay;

import static dev.gatehouse.replay.ReplayTable.REPLAY;

import dev.gatehouse.mapper.Tx;
import java.time.Instant;

/// Where it is noted what was shown.
final class ReplayStore {

    /// @return whether it was not there; two callers are never both told so
    boolean add(Tx tx, String tenantId, String digest, Instant expiresAt) {
        return tx.insert(REPLAY)
                        .set(REPLAY.tenantId, tenantId)
                        .set(REPLAY.digest, digest)
                        .set(REPLAY.expiresAt, expiresAt)
                        .onConflict(REPLAY.tenantId, REPLAY.digest)
                        .doNothing()
                        .run()
                == 1;
    }

    int removeExpired(Tx tx, int most) {
        return tx.delete(REPLAY)
                .where(REPLAY.expiresAt.before(tx.now()))
                .limit(most)
                .run();
    }
}
