package dev.gatehouse.permissions.check;

/// How far a question may go.
///
/// @param depth how many relations may stand one behind the other between an object and a user, where each
///     leads to another object or is a relationship's userset; second names of a relation do not count
/// @param steps how many relations of objects may be looked at for one question
/// @param answers how many a list may have, all its pages together
/// @param deadline when it must be done: steps do not all take as long, and a question may be many
public record Limits(int depth, int steps, int answers, Deadline deadline) {

    /// 25 relations one behind the other, a million looked at, a million answers, and all the time that it
    /// takes.
    public static final Limits USUAL = new Limits(25, 1_000_000, 1_000_000);

    /// Without a deadline.
    public Limits(int depth, int steps, int answers) {
        this(depth, steps, answers, Deadline.NEVER);
    }

    /// So many fit onto a thread's usual stack of a megabyte, with room for whoever asks.
    private static final int LONGEST_WAY = 600;

    public Limits {
        if (depth < 1 || steps < 1 || answers < 1) throw new IllegalArgumentException("limits are at least 1");
    }

    /// Second names do not count, but a model may have a thousand of them, and each takes its place on the
    /// stack; so do the parentheses of each.
    ///
    /// @param way how many relations and rewrites are under way
    boolean areReached(int itsDepth, int way) {
        return itsDepth >= depth || way >= Math.min(40 * depth, LONGEST_WAY);
    }

    /// The same limits, but for the depth.
    public Limits depth(int other) {
        return new Limits(other, steps, answers, deadline);
    }

    /// The same limits, but for the deadline.
    public Limits until(Deadline other) {
        return new Limits(depth, steps, answers, other);
    }
}
