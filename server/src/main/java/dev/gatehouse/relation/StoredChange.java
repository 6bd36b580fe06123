package dev.gatehouse.relation;

import dev.gatehouse.permissions.relation.Change;
import java.time.Instant;
import java.util.Optional;

/// A change as it stands in the row of a tenant's changes.
///
/// @param revision of the transaction that did it; the first of a tenant is 1
/// @param ordinal its place among the changes of that revision, from 0
/// @param change of a deletion with the condition that the relationship had
/// @param changedBy who did it, as audit records name it; empty for a stranger
public record StoredChange(
        String tenantId, long revision, int ordinal, Change change, Instant changedAt, Optional<String> changedBy) {}
