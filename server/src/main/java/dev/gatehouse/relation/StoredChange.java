package dev.gatehouse.relation;

/// A change as it stands in the table.
record StoredChange(String tenantId, Change change) {}
