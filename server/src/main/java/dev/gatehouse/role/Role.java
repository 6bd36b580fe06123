package dev.gatehouse.role;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A set of actions under a name, to be given to somebody everywhere or on one thing.
///
/// @param actions in order, each once
record Role(
        String tenantId,
        String name,
        Optional<String> description,
        List<String> actions,
        Instant createdAt,
        Instant updatedAt) {

    public Role {
        actions = actions.stream().sorted().distinct().toList();
    }

    Role with(List<String> others) {
        return new Role(tenantId, name, description, others, createdAt, updatedAt);
    }

    /// Whether it differs at most in when it was made and changed.
    boolean saysTheSame(Role other) {
        return description.equals(other.description) && actions.equals(other.actions);
    }
}
