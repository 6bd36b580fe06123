package dev.gatehouse.permissions.relation;

import java.util.Optional;

/// That somebody has a relation to something: one stored edge.
///
/// @param object `document:charter`
/// @param user `person:bob`, `group:staff#member` or `person:*`
/// @param condition what must be true at the moment of the question
public record Relationship(String object, String relation, String user, Optional<ConditionUse> condition) {

    /// Without a condition.
    public static Relationship of(String object, String relation, String user) {
        return new Relationship(object, relation, user, Optional.empty());
    }

    /// The same, which counts only while a condition is met.
    public Relationship with(ConditionUse use) {
        return new Relationship(object, relation, user, Optional.of(use));
    }

    /// As people write it, `document:charter#viewer@person:bob`.
    @Override
    public String toString() {
        return object + "#" + relation + "@" + user
                + condition.map(use -> " with " + use.name()).orElse("");
    }
}
