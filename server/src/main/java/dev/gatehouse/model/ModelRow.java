package dev.gatehouse.model;

import java.time.Instant;
import java.util.Optional;

/// A version as it is stored.
///
/// @param json read only after the transaction has ended, since that takes a while
record ModelRow(String tenantId, String id, String json, Instant createdAt, Optional<String> createdBy) {

    static ModelRow of(StoredModel stored, String json) {
        return new ModelRow(stored.tenantId(), stored.id(), json, stored.createdAt(), stored.createdBy());
    }

    StoredModel restored() {
        return new StoredModel(tenantId, id, ModelJson.restore(json), createdAt, createdBy);
    }
}
