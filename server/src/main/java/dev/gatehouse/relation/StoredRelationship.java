package dev.gatehouse.relation;

import dev.gatehouse.permissions.relation.Relationship;
import java.time.Instant;

/// A relationship as it stands in the table.
///
/// @param revision of the write that brought it
public record StoredRelationship(String tenantId, Relationship relationship, long revision, Instant writtenAt) {}
