package dev.gatehouse.permissions.check;

/// The answer to one check.
public sealed interface Finding {

    record Allowed() implements Finding {}

    record Denied() implements Finding {}

    /// Neither: treat it as a no, and tell whoever asked what is missing.
    record Undecided(Problem problem) implements Finding {}

    default boolean isAllowed() {
        return this instanceof Allowed;
    }
}
