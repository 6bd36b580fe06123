package dev.gatehouse.model;

import dev.gatehouse.permissions.model.AuthorizationModel;
import java.time.Instant;
import java.util.Optional;

/// One version of a tenant's own model.
///
/// @param createdBy the account that wrote it, or another name that audit records have
public record StoredModel(
        String tenantId, String id, AuthorizationModel model, Instant createdAt, Optional<String> createdBy) {

    Version version() {
        return new Version(id, createdAt, createdBy);
    }

    /// What the history says of it.
    public record Version(String id, Instant createdAt, Optional<String> createdBy) {}
}
