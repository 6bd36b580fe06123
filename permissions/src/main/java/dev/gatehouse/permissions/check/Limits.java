package dev.gatehouse.permissions.check;

/// How far a question may go.
///
/// @param depth how many relations may stand one behind the other between an object and a user, where each
///     leads to another object or is a relationship's userset; second names of a relation do not count
/// @param steps how many relations of objects may be looked at for one question
/// @param answers how many a list may have, all its pages together
public record Limits(int depth, int steps, int answers) {

    public static final Limits USUAL = new Limits(25, 1_000_000, 1_000_000);

    public Limits {
        if (depth < 1 || steps < 1 || answers < 1) throw new IllegalArgumentException("limits are at least 1");
    }

    /// Second names do not count, but a model may have a thousand of them, and each takes its place on the
    /// stack.
    boolean areReached(int itsDepth, int way) {
        return itsDepth >= depth || way >= 40 * depth;
    }

    public Limits depth(int other) {
        return new Limits(other, steps, answers);
    }
}
