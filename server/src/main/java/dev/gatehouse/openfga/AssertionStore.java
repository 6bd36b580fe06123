package dev.gatehouse.openfga;

import static dev.gatehouse.openfga.AssertionTable.MODEL_ASSERTIONS;

import dev.gatehouse.mapper.ReadTx;
import dev.gatehouse.mapper.Tx;
import java.util.Optional;

/// Where assertions are kept.
final class AssertionStore {

    /// In the place of those that there were.
    void put(Tx tx, String tenantId, String modelId, String json) {
        tx.insert(MODEL_ASSERTIONS)
                .set(MODEL_ASSERTIONS.tenantId, tenantId)
                .set(MODEL_ASSERTIONS.modelId, modelId)
                .set(MODEL_ASSERTIONS.assertions, json)
                .set(MODEL_ASSERTIONS.writtenAt, tx.now())
                .onConflict(MODEL_ASSERTIONS.tenantId, MODEL_ASSERTIONS.modelId)
                .doUpdate()
                .set(MODEL_ASSERTIONS.assertions, json)
                .set(MODEL_ASSERTIONS.writtenAt, tx.now())
                .run();
    }

    Optional<String> find(ReadTx tx, String tenantId, String modelId) {
        return tx.find(
                MODEL_ASSERTIONS.json, MODEL_ASSERTIONS.tenantId.eq(tenantId), MODEL_ASSERTIONS.modelId.eq(modelId));
    }

    /// @return how many were removed
    int erase(Tx tx, String tenantId, int most) {
        return tx.delete(MODEL_ASSERTIONS)
                .where(MODEL_ASSERTIONS.tenantId.eq(tenantId))
                .limit(most)
                .run();
    }
}
