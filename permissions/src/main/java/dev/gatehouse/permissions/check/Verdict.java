package dev.gatehouse.permissions.check;

/// What one branch of a question comes to. The order is what branches are joined by: of a union the greatest
/// counts, of an intersection the least.
public enum Verdict {

    /// Certainly not.
    DENIED,

    /// The branch leads back to itself. Nobody has a right by that; and no such branch may serve as the "no"
    /// that lets somebody through a `but not`.
    CYCLE,

    /// It cannot be told: a condition lacks what it needs, or a limit was reached.
    UNDECIDED,

    /// Certainly.
    ALLOWED;

    Verdict or(Verdict other) {
        return compareTo(other) >= 0 ? this : other;
    }

    Verdict and(Verdict other) {
        return compareTo(other) <= 0 ? this : other;
    }

    Verdict opposite() {
        return switch (this) {
            case DENIED -> ALLOWED;
            case ALLOWED -> DENIED;
            case CYCLE, UNDECIDED -> this;
        };
    }
}
