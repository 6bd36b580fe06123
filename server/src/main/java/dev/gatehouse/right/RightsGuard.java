package dev.gatehouse.right;

import dev.gatehouse.audit.Actor;
import dev.gatehouse.web.Admission;
import dev.gatehouse.web.Guard;
import dev.gatehouse.web.ProblemType;

/// Lets only those pass who have a right.
public final class RightsGuard {

    public static final ProblemType NOT_ALLOWED = ProblemType.forbidden("not-allowed", "You may not do this");

    private final Rights rights;
    private final Guard<Actor> known;

    /// @param known tells who somebody is
    public RightsGuard(Rights rights, Guard<Actor> known) {
        this.rights = rights;
        this.known = known;
    }

    public Guard<Actor> requires(Right right) {
        return known.then(actor -> judge(actor, right), NOT_ALLOWED);
    }

    private Admission<Actor> judge(Actor actor, Right right) {
        return rights.has(actor, right) ? Admission.admitted(actor) : Admission.refused(NOT_ALLOWED, right.missing());
    }
}
