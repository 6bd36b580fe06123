package dev.gatehouse.key;

import static dev.gatehouse.key.KeyTable.SIGNING_KEY;

import dev.gatehouse.jose.JwtAlgorithm;
import dev.gatehouse.mapper.ReadTx;
import dev.gatehouse.mapper.Tx;
import java.util.List;

/// Where signing keys are kept, sealed.
final class KeyStore {

    /// @return the oldest first
    List<StoredKey> list(ReadTx tx, String tenantId) {
        return tx.select(SIGNING_KEY.key)
                .where(SIGNING_KEY.tenantId.eq(tenantId))
                .orderBy(SIGNING_KEY.createdAt.asc(), SIGNING_KEY.kid.asc())
                .list();
    }

    boolean hasCurrent(ReadTx tx, String tenantId, JwtAlgorithm algorithm) {
        return tx.exists(
                SIGNING_KEY,
                SIGNING_KEY.tenantId.eq(tenantId),
                SIGNING_KEY.algorithm.eq(algorithm),
                SIGNING_KEY.state.eq(StoredKey.State.CURRENT));
    }

    void add(Tx tx, StoredKey key) {
        tx.insert(SIGNING_KEY.key, key);
    }
}
