package dev.gatehouse.permissions.check;

/// The way of one question from relation to relation: where it has been, and whether it may go on.
///
/// Relationships nest deeply and are millions. Where a limit stops a question, the answer says so: it is
/// never taken for a "no".
final class Walk {

    private final Limits limits;
    private final Circumstances circumstances;
    private final Trail trail = new Trail();

    /// How many relations of objects were looked at.
    private int steps;

    /// How many unions, intersections and exclusions are under way: they take their place on the stack too.
    private int nested;

    Walk(Limits limits, Circumstances circumstances) {
        this.limits = limits;
        this.circumstances = circumstances;
    }

    /// What the trail knows of a place, [Trail#known].
    Verdict known(int place, int depth) {
        return trail.known(place, depth);
    }

    /// Takes a place for allowed, [Trail#allow].
    void allow(int place) {
        trail.allow(place);
    }

    /// What forbids to look at one more relation.
    ///
    /// @return `null` if nothing does
    Problem obstacle(int depth) {
        if (limits.areReached(depth, length())) return new Problem.TooDeep(limits.depth());
        if (++steps > limits.steps()) return new Problem.TooManySteps(limits.steps());
        return circumstances.isLate(steps) ? circumstances.lateness() : null;
    }

    Trail.Entry enter(int place, int depth) {
        return trail.enter(place, depth);
    }

    void leave(int place, Verdict verdict, Trail.Entry entry) {
        trail.leave(place, verdict, entry);
    }

    /// Into the parts of a union, an intersection or an exclusion.
    void goIn() {
        nested++;
    }

    void comeOut() {
        nested--;
    }

    /// How many relations and rewrites are under way.
    int length() {
        return trail.length() + nested;
    }
}
