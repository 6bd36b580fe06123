package dev.gatehouse.model;

import static dev.gatehouse.model.ModelTable.AUTHORIZATION_MODEL;

import dev.gatehouse.mapper.Condition;
import dev.gatehouse.mapper.ReadTx;
import dev.gatehouse.mapper.Tx;
import java.util.List;
import java.util.Optional;

/// Where models are kept.
final class ModelStore {

    void add(Tx tx, ModelRow row) {
        tx.insert(AUTHORIZATION_MODEL.row, row);
    }

    Optional<ModelRow> find(ReadTx tx, String tenantId, String id) {
        return tx.find(
                AUTHORIZATION_MODEL.row, AUTHORIZATION_MODEL.tenantId.eq(tenantId), AUTHORIZATION_MODEL.id.eq(id));
    }

    /// The id of the current one: ids sort by time.
    Optional<String> newest(ReadTx tx, String tenantId) {
        return versions(tx, tenantId, Optional.empty(), 1).stream().findFirst().map(StoredModel.Version::id);
    }

    /// @param before only versions that are older than this one
    /// @return the newest first, `limit` at most
    List<StoredModel.Version> versions(ReadTx tx, String tenantId, Optional<String> before, int limit) {
        return tx.select(AUTHORIZATION_MODEL.version)
                .where(AUTHORIZATION_MODEL.tenantId.eq(tenantId))
                .and(Condition.when(before, AUTHORIZATION_MODEL.id::lt))
                .orderBy(AUTHORIZATION_MODEL.id.desc())
                .limit(limit)
                .list();
    }

    /// @return how many were removed
    int erase(Tx tx, String tenantId, int most) {
        return tx.delete(AUTHORIZATION_MODEL)
                .where(AUTHORIZATION_MODEL.tenantId.eq(tenantId))
                .limit(most)
                .run();
    }
}
