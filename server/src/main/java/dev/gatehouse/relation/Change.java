package dev.gatehouse.relation;

import dev.gatehouse.permissions.relation.Relationship;
import java.time.Instant;
import java.util.Optional;

/// One relationship that came or went.
///
/// @param revision of the transaction that did it; the first of a tenant is 1
/// @param ordinal its place among the changes of that revision, from 0
/// @param relationship of a deletion: as it was
/// @param changedBy the subject of the account that did it; empty for a stranger
public record Change(
        long revision,
        int ordinal,
        Operation operation,
        Relationship relationship,
        Instant changedAt,
        Optional<String> changedBy) {

    public enum Operation {
        WRITE,
        DELETE
    }
}
