package dev.gatehouse.relation;

import dev.gatehouse.permissions.relation.Change;
import java.util.List;

/// What one transaction changed in a tenant, told on this node right after it was committed.
///
/// @param changes in their order; empty where there were too many to carry along: whoever wants them reads
///     them
record Commit(String tenantId, long revision, List<Change> changes) {}
