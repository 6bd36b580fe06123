package dev.gatehouse.role;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A set of actions under a name, to be given to somebody everywhere or on one thing.
///
/// @param actions in order, each once
public record Role(
        String tenantId,
        String name,
        Optional<String> description,
        List<String> actions,
        Instant createdAt,
        Instant updatedAt) {

    static final String NAME = "[a-z][a-z0-9_.-]{0,49}";
    static final String ACTION = "[A-Za-z0-9][A-Za-z0-9_.:/-]{0,99}";

    /// So many actions one role has at most.
    static final int MOST_ACTIONS = 200;

    /// What is wrong with the name of a role, or with its actions, in words.
    public static Optional<String> fault(String name, List<String> actions) {
        if (!name.matches(NAME))
            return Optional.of(
                    "The name of a role is 1 to 50 small letters, digits or _ . - and begins with a letter.");
        if (actions.size() > MOST_ACTIONS) return Optional.of("A role has at most " + MOST_ACTIONS + " actions.");
        return actions.stream()
                .filter(action -> !action.matches(ACTION))
                .findFirst()
                .map(action -> "The action \"" + action + "\" must be 1 to 100 letters, digits or _ . : / - and begin "
                        + "with a letter or a digit.");
    }

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
