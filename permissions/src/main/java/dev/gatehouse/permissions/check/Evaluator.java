package dev.gatehouse.permissions.check;

import static dev.gatehouse.permissions.check.Verdict.ALLOWED;
import static dev.gatehouse.permissions.check.Verdict.DENIED;
import static dev.gatehouse.permissions.check.Verdict.UNDECIDED;

import dev.gatehouse.permissions.model.AuthorizationModel;
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

/// Tells whether one user has a relation to an object, by walking from the object towards the user.
///
/// [#isMember] is a step: it finds how the model defines the relation. [#holds] tells what the definition
/// means, a line for each [Rewrite]; the methods below it are those lines, in their order. [Facts] knows
/// what single relationships say, [Walk] what was found before and when to stop.
///
/// It remembers what it found, so that one evaluator answers many questions about its user quickly. It
/// belongs to one thread.
final class Evaluator {

    private final AuthorizationModel model;
    private final Snapshot snapshot;
    private final Asker user;
    private final Circumstances circumstances;
    private final Facts facts;
    private final Affiliation affiliation;
    private final Places places = new Places();
    private final Walk walk;

    Evaluator(AuthorizationModel model, Snapshot snapshot, Asker user, Circumstances circumstances, Limits limits) {
        this.model = model;
        this.snapshot = snapshot;
        this.user = user;
        this.circumstances = circumstances;
        this.facts = new Facts(snapshot, user, circumstances);
        this.affiliation = new Affiliation(model, snapshot, user, limits);
        this.walk = new Walk(limits, circumstances);
    }

    /// @param object known to the snapshot
    Verdict check(int object, String relation) {
        return isMember(object, relation, 0);
    }

    /// Is told of a right that the user certainly has, so that no question needs to look for it.
    void learn(int object, String relation) {
        walk.allow(places.number(object, relation));
    }

    /// @param depth how many other objects lie between the question and this one
    private Verdict isMember(int object, String name, int depth) {
        // The members of a group are members of the group, whoever they are.
        if (user.isUserset(object, name)) return ALLOWED;
        var relation = model.find(snapshot.type(object), name);
        if (relation == null) return DENIED;
        var place = places.number(object, relation.name());
        var known = walk.known(place, depth);
        if (known != null) return known;
        var obstacle = walk.obstacle(depth);
        if (obstacle != null) return circumstances.meet(obstacle);

        var entry = walk.enter(place, depth);
        var verdict = holds(relation.rewrite(), relation, object, depth);
        walk.leave(place, verdict, entry);
        return verdict;
    }

    /// @param rewrite the definition of the relation, or a part of it
    private Verdict holds(Rewrite rewrite, Relation relation, int object, int depth) {
        return switch (rewrite) {
            case This() -> isNamed(relation, object, depth);
            case ComputedUserset(var other) -> isMember(object, other, depth);
            case TupleToUserset(var tupleset, var computed) -> isMemberThrough(tupleset, computed, object, depth);
            case Union(var children) -> any(children, relation, object, depth);
            case Intersection(var children) -> all(children, relation, object, depth);
            case Exclusion(var base, var subtract) -> butNot(base, subtract, relation, object, depth);
        };
    }

    /// Whether a relationship names the user, or a userset in which the user is.
    private Verdict isNamed(Relation relation, int object, int depth) {
        var verdict = facts.nameTheUser(object, relation);
        if (verdict == ALLOWED || !relation.namesUsersets()) return verdict;
        var usersets = snapshot.usersets(object, relation.name());
        for (var i = 0; i < usersets.size() && verdict != ALLOWED; i++) {
            var userset = usersets.node(i);
            var counts = facts.countForUserset(usersets.edge(i), relation, userset);
            if (counts != DENIED) verdict = verdict.or(counts.and(isAmong(userset, relation, depth + 1)));
        }
        return verdict;
    }

    /// Whether the user is in a userset. [Affiliation] may know at a glance; but where each look is a
    /// statement to a database, it is asked only if this way leads nowhere.
    private Verdict isAmong(int userset, Relation relation, int depth) {
        var glance = snapshot.isQuick() ? affiliation.in(userset, relation, depth, walk.length()) : UNDECIDED;
        if (glance != UNDECIDED) return glance;
        var verdict = isMember(snapshot.object(userset), snapshot.relation(userset), depth);
        return verdict == UNDECIDED ? affiliation.in(userset, relation, depth, walk.length()) : verdict;
    }

    /// Whether the user has the relation `computed` to something that the object names as its `tupleset`.
    private Verdict isMemberThrough(String tupleset, String computed, int object, int depth) {
        var relation = model.find(snapshot.type(object), tupleset);
        if (relation == null) return DENIED;
        var parents = snapshot.users(object, tupleset);
        var verdict = DENIED;
        for (var i = 0; i < parents.size() && verdict != ALLOWED; i++) {
            var parent = parents.node(i);
            if (snapshot.isUserset(parent)) continue;
            var counts = facts.countForObject(parents.edge(i), relation, parent);
            if (counts == DENIED) continue;
            var found = counts.and(isMember(parent, computed, depth + 1));
            // Everybody is no object: an older model may have let it be named, and nothing comes of it.
            if (found != DENIED && found != ALLOWED && Names.isEverybody(snapshot.name(parent))) continue;
            verdict = verdict.or(found);
        }
        return verdict;
    }

    private Verdict any(List<Rewrite> children, Relation relation, int object, int depth) {
        walk.goIn();
        var verdict = DENIED;
        for (var i = 0; i < children.size() && verdict != ALLOWED; i++)
            verdict = verdict.or(holds(children.get(i), relation, object, depth));
        walk.comeOut();
        return verdict;
    }

    private Verdict all(List<Rewrite> children, Relation relation, int object, int depth) {
        walk.goIn();
        var verdict = ALLOWED;
        for (var i = 0; i < children.size() && verdict != DENIED; i++)
            verdict = verdict.and(holds(children.get(i), relation, object, depth));
        walk.comeOut();
        return verdict;
    }

    private Verdict butNot(Rewrite base, Rewrite subtract, Relation relation, int object, int depth) {
        walk.goIn();
        var verdict = holds(base, relation, object, depth);
        if (verdict != DENIED)
            verdict = verdict.and(holds(subtract, relation, object, depth).opposite());
        walk.comeOut();
        return verdict;
    }
}
