package dev.gatehouse.permissions.check;

import static dev.gatehouse.permissions.check.Verdict.ALLOWED;
import static dev.gatehouse.permissions.check.Verdict.DENIED;
import static dev.gatehouse.permissions.check.Verdict.UNDECIDED;

import dev.gatehouse.permissions.model.AuthorizationModel;
import dev.gatehouse.permissions.model.DirectType;
import dev.gatehouse.permissions.model.Relation;
import dev.gatehouse.permissions.model.Rewrite;
import dev.gatehouse.permissions.model.Rewrite.ComputedUserset;
import dev.gatehouse.permissions.model.Rewrite.Exclusion;
import dev.gatehouse.permissions.model.Rewrite.Intersection;
import dev.gatehouse.permissions.model.Rewrite.This;
import dev.gatehouse.permissions.model.Rewrite.TupleToUserset;
import dev.gatehouse.permissions.model.Rewrite.Union;
import dev.gatehouse.permissions.relation.Names;
import dev.gatehouse.permissions.relation.Snapshot;
import java.util.List;

/// Tells whether one user has a relation to an object. Each question walks from the object towards the user:
/// [#holds] is the meaning of the six rewrites, [#isMember] one step from object to object.
///
/// It remembers what it found, so that one evaluator answers many questions about its user quickly. It
/// belongs to one thread.
final class Evaluator {

    private final AuthorizationModel model;
    private final Snapshot snapshot;
    private final Asker user;
    private final Circumstances circumstances;
    private final Limits limits;
    private final Affiliation affiliation;
    private final Places places = new Places();
    private final Trail trail = new Trail();
    private int steps;

    /// How many unions, intersections and exclusions are under way: they take their place on the stack too.
    private int nested;

    Evaluator(AuthorizationModel model, Snapshot snapshot, Asker user, Circumstances circumstances, Limits limits) {
        this.model = model;
        this.snapshot = snapshot;
        this.user = user;
        this.circumstances = circumstances;
        this.limits = limits;
        this.affiliation = new Affiliation(model, snapshot, user, limits);
    }

    /// @param object known to the snapshot
    Verdict check(int object, String relation) {
        return isMember(object, relation, 0);
    }

    /// Is told of a right that the user certainly has, so that no question needs to look for it.
    void learn(int object, String relation) {
        trail.allow(places.number(object, relation));
    }

    private Verdict isMember(int object, String relation, int depth) {
        // The members of a group are members of the group, whoever they are.
        if (user.isUserset(object, relation)) return ALLOWED;
        var definition = model.find(snapshot.type(object), relation);
        if (definition == null) return DENIED;
        var place = places.number(object, definition.name());
        var known = trail.known(place, depth);
        if (known != null) return known;
        if (limits.areReached(depth, trail.length() + nested))
            return circumstances.meet(new Problem.TooDeep(limits.depth()));
        if (++steps > limits.steps()) return circumstances.meet(new Problem.TooManySteps(limits.steps()));
        if (circumstances.isLate(steps)) return circumstances.meetTooLate();

        var entry = trail.enter(place, depth);
        var verdict = holds(definition.rewrite(), definition, object, depth);
        trail.leave(place, verdict, entry);
        return verdict;
    }

    private Verdict holds(Rewrite rewrite, Relation at, int object, int depth) {
        return switch (rewrite) {
            case This() -> {
                var verdict = isNamed(at, object);
                yield verdict == ALLOWED ? ALLOWED : verdict.or(isInUserset(at, object, depth));
            }
            case ComputedUserset(var relation) -> isMember(object, relation, depth);
            case TupleToUserset(var tupleset, var computed) -> isMemberThrough(tupleset, computed, object, depth);
            case Union(var children) -> any(children, at, object, depth);
            case Intersection(var children) -> all(children, at, object, depth);
            case Exclusion(var base, var subtract) -> butNot(base, subtract, at, object, depth);
        };
    }

    private Verdict butNot(Rewrite base, Rewrite subtract, Relation at, int object, int depth) {
        nested++;
        var verdict = holds(base, at, object, depth);
        if (verdict != DENIED)
            verdict = verdict.and(holds(subtract, at, object, depth).opposite());
        nested--;
        return verdict;
    }

    private Verdict any(List<Rewrite> children, Relation at, int object, int depth) {
        nested++;
        var verdict = DENIED;
        for (var i = 0; i < children.size() && verdict != ALLOWED; i++)
            verdict = verdict.or(holds(children.get(i), at, object, depth));
        nested--;
        return verdict;
    }

    private Verdict all(List<Rewrite> children, Relation at, int object, int depth) {
        nested++;
        var verdict = ALLOWED;
        for (var i = 0; i < children.size() && verdict != DENIED; i++)
            verdict = verdict.and(holds(children.get(i), at, object, depth));
        nested--;
        return verdict;
    }

    /// Whether a relationship names the user, or everybody of its type.
    private Verdict isNamed(Relation at, int object) {
        var verdict = DENIED;
        for (var i = 0; i < at.directTypes().size() && verdict != ALLOWED; i++) {
            var direct = at.directTypes().get(i);
            if (user.is(direct)) verdict = verdict.or(counts(snapshot.edge(object, at.name(), user.node()), direct));
            else if (user.isAmong(direct))
                verdict = verdict.or(counts(snapshot.edge(object, at.name(), user.everybody()), direct));
        }
        return verdict;
    }

    /// Whether a relationship names others among whom the user is.
    private Verdict isInUserset(Relation at, int object, int depth) {
        if (!at.namesUsersets()) return DENIED;
        var usersets = snapshot.usersets(object, at.name());
        var verdict = DENIED;
        for (var i = 0; i < usersets.size() && verdict != ALLOWED; i++) {
            var userset = usersets.node(i);
            var counts = countsAsUserset(usersets.edge(i), at, userset);
            if (counts != DENIED) verdict = verdict.or(counts.and(isAmong(userset, at, depth + 1)));
        }
        return verdict;
    }

    /// Whether the user is one of a userset that the brackets of a relation allow: told from the user's side
    /// or from the userset's, whichever is nearer. Where the one side does not know, the other may.
    private Verdict isAmong(int userset, Relation at, int depth) {
        var isQuick = snapshot.isQuick() && affiliation.tellsOf(at);
        if (isQuick) {
            var verdict = affiliation.in(userset, depth, trail.length());
            if (verdict != UNDECIDED) return verdict;
        }
        var verdict = isMember(snapshot.object(userset), snapshot.relation(userset), depth);
        if (verdict != UNDECIDED || isQuick || !affiliation.tellsOf(at)) return verdict;
        return affiliation.in(userset, depth, trail.length());
    }

    private Verdict isMemberThrough(String tupleset, String computed, int object, int depth) {
        var definition = model.find(snapshot.type(object), tupleset);
        if (definition == null) return DENIED;
        var parents = snapshot.users(object, tupleset);
        var verdict = DENIED;
        for (var i = 0; i < parents.size() && verdict != ALLOWED; i++) {
            var parent = parents.node(i);
            if (snapshot.isUserset(parent)) continue;
            var counts = countsAsObject(parents.edge(i), definition, parent);
            if (counts == DENIED) continue;
            var found = counts.and(isMember(parent, computed, depth + 1));
            // Everybody is no object: an older model may have let it be named, and nothing comes of it.
            if (found != DENIED && found != ALLOWED && Names.isEverybody(snapshot.name(parent))) continue;
            verdict = verdict.or(found);
        }
        return verdict;
    }

    private Verdict countsAsUserset(int edge, Relation at, int userset) {
        var type = snapshot.type(userset);
        var relation = snapshot.relation(userset);
        var verdict = DENIED;
        for (var i = 0; i < at.directTypes().size(); i++) {
            var direct = at.directTypes().get(i);
            if (direct.isUserset(type, relation)) verdict = verdict.or(counts(edge, direct));
        }
        return verdict;
    }

    private Verdict countsAsObject(int edge, Relation at, int object) {
        var type = snapshot.type(object);
        var verdict = DENIED;
        for (var i = 0; i < at.directTypes().size(); i++) {
            var direct = at.directTypes().get(i);
            if (direct.isObject(type)) verdict = verdict.or(counts(edge, direct));
        }
        return verdict;
    }

    /// Whether a relationship is one that the brackets allow, and its condition is met.
    private Verdict counts(int edge, DirectType direct) {
        var verdict = Brackets.carries(direct, snapshot, edge);
        return verdict == UNDECIDED ? circumstances.judge(snapshot.condition(edge)) : verdict;
    }
}
