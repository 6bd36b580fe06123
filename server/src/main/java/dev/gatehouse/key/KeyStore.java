package dev.gatehouse.key;

import static dev.gatehouse.key.KeyTable.SIGNING_KEY;

import dev.gatehouse.jose.JwtAlgorithm;
import dev.gatehouse.mapper.ReadTx;
import dev.gatehouse.mapper.Tx;
import java.util.List;

/// Where signing keys are kept, sealed.
final class KeyStore {

    /// Lets whoever changes the keys come one after another: what is read from here on stays so until this
    /// transaction ends.
    void takeTurn(Tx tx) {
        tx.lock("signing keys");
    }

    /// @return the oldest first
    List<StoredKey> list(ReadTx tx, String tenantId) {
        return tx.select(SIGNING_KEY.key)
                .where(SIGNING_KEY.tenantId.eq(tenantId))
                .orderBy(SIGNING_KEY.createdAt.asc(), SIGNING_KEY.kid.asc())
                .list();
    }

    boolean has(ReadTx tx, String tenantId, JwtAlgorithm algorithm, StoredKey.State state) {
        return tx.exists(
                SIGNING_KEY,
                SIGNING_KEY.tenantId.eq(tenantId),
                SIGNING_KEY.algorithm.eq(algorithm),
                SIGNING_KEY.state.eq(state));
    }

    void add(Tx tx, StoredKey key) {
        tx.insert(SIGNING_KEY.key, key);
    }

    /// Moves a key on. To be called in turn.
    void move(Tx tx, StoredKey key, StoredKey.State to) {
        tx.update(SIGNING_KEY)
                .set(SIGNING_KEY.state, to)
                .set(SIGNING_KEY.changedAt, tx.now())
                .where(SIGNING_KEY.tenantId.eq(key.tenantId()), SIGNING_KEY.kid.eq(key.kid()))
                .run();
    }

    /// Removes a key, if it is still in its state.
    boolean remove(Tx tx, StoredKey key) {
        return tx.delete(SIGNING_KEY)
                        .where(
                                SIGNING_KEY.tenantId.eq(key.tenantId()),
                                SIGNING_KEY.kid.eq(key.kid()),
                                SIGNING_KEY.state.eq(key.state()))
                        .run()
                == 1;
    }
}
