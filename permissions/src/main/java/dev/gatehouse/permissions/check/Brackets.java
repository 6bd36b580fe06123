package dev.gatehouse.permissions.check;

import static dev.gatehouse.permissions.check.Verdict.ALLOWED;
import static dev.gatehouse.permissions.check.Verdict.DENIED;

import dev.gatehouse.permissions.model.DirectType;
import dev.gatehouse.permissions.model.Relation;
import dev.gatehouse.permissions.relation.Names;
import dev.gatehouse.permissions.relation.Snapshot;

/// What stands in the brackets of a relation, as a judge of stored relationships: a model may have changed
/// since they were written, and what it does not allow any more does not count.
record Brackets(Relation relation) {

    static Brackets of(Relation relation) {
        return new Brackets(relation);
    }

    /// Without asking whether a condition is met.
    ///
    /// @param edge of the relationship that names the user
    /// @return allowed or denied; undecided where the relationship carries a condition that is allowed
    Verdict admit(Snapshot snapshot, int user, int edge) {
        var verdict = DENIED;
        for (var direct : relation.directTypes())
            if (names(direct, snapshot, user)) verdict = verdict.or(carries(direct, snapshot, edge));
        return verdict;
    }

    /// Whether a relationship carries the condition that the brackets ask for, or none where they ask for
    /// none.
    static Verdict carries(DirectType direct, Snapshot snapshot, int edge) {
        if (edge == Snapshot.ABSENT) return DENIED;
        if (edge == Snapshot.PLAIN) return direct.condition().isEmpty() ? ALLOWED : DENIED;
        var name = snapshot.condition(edge).name();
        return direct.condition().isPresent() && direct.condition().get().equals(name) ? Verdict.UNDECIDED : DENIED;
    }

    private static boolean names(DirectType direct, Snapshot snapshot, int user) {
        var type = snapshot.type(user);
        if (snapshot.isUserset(user)) return direct.isUserset(type, snapshot.relation(user));
        if (!direct.type().equals(type) || direct.relation().isPresent()) return false;
        return direct.wildcard() == Names.isEverybody(snapshot.name(user));
    }
}
