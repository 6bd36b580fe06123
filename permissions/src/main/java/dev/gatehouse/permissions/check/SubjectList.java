package dev.gatehouse.permissions.check;

import static dev.gatehouse.permissions.check.Verdict.ALLOWED;
import static dev.gatehouse.permissions.check.Verdict.UNDECIDED;

import dev.gatehouse.permissions.model.AuthorizationModel;
import dev.gatehouse.permissions.model.Relation;
import dev.gatehouse.permissions.model.Rewrite;
import dev.gatehouse.permissions.relation.Edges;
import dev.gatehouse.permissions.relation.Names;
import dev.gatehouse.permissions.relation.Snapshot;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// Finds every user of a kind that has a relation to an object: it walks from the object along whatever may
/// give somebody the right, and checks each user that it met on a way that leaves a doubt.
///
/// Everybody of a type is listed as `person:*`, and stands for those whom no relationship names: they are too
/// many to be listed.
final class SubjectList {

    private final AuthorizationModel model;
    private final Snapshot snapshot;
    private final Circumstances circumstances;
    private final Limits limits;
    private final SubjectFilter filter;
    private final Map<String, Boolean> candidates = new HashMap<>();
    private final Set<Stop> seen = new HashSet<>();
    private final Deque<Stop> waiting = new ArrayDeque<>();
    /// The sides of `but not` that were passed by, to be gathered when they matter.
    private final Deque<Runnable> leftOut = new ArrayDeque<>();

    private Optional<Problem> problem = Optional.empty();

    /// Whether everybody was met, and does not have the relation; `null` until it is known.
    private Boolean isShutOut;

    private int steps;

    /// That whoever has the relation to the object is to be listed, or may have to be.
    private record Stop(int object, String relation, boolean isCertain) {}

    SubjectList(
            AuthorizationModel model,
            Snapshot snapshot,
            Circumstances circumstances,
            Limits limits,
            SubjectFilter filter) {
        this.model = model;
        this.snapshot = snapshot;
        this.circumstances = circumstances;
        this.limits = limits;
        this.filter = filter;
    }

    /// What stood in the way of a complete list.
    Optional<Problem> problem() {
        return problem;
    }

    /// @param object known to the snapshot
    /// @return the names of the users, in order; complete only if there was no [#problem]
    SortedSet<String> find(int object, String relation) {
        go(object, relation, true);
        walk();
        // Where everybody is shut out, somebody may have been let in again: by name, on the side of the `but not`.
        while (!leftOut.isEmpty() && isEverybodyShutOut(object, relation)) {
            leftOut.removeFirst().run();
            walk();
        }
        if (steps > limits.steps()) problem = Optional.of(new Problem.TooManySteps(limits.steps()));
        if (circumstances.isLate(steps)) problem = circumstances.tooLate();
        return problem.isPresent() ? new TreeSet<>() : checked(object, relation);
    }

    private void walk() {
        while (!waiting.isEmpty() && ++steps <= limits.steps() && !circumstances.isLate(steps)) gather(waiting.pop());
    }

    private boolean isEverybodyShutOut(int object, String relation) {
        if (isShutOut == null) {
            var everybody = Names.everybody(filter.type());
            if (filter.relation().isPresent() || !candidates.containsKey(everybody)) return false;
            isShutOut = !candidates.get(everybody) && check(everybody, object, relation) != ALLOWED;
        }
        return isShutOut;
    }

    private void gather(Stop stop) {
        var type = snapshot.type(stop.object());
        var isAsked = filter.relation().filter(stop.relation()::equals).isPresent()
                && filter.type().equals(type);
        if (isAsked) meet(Names.userset(snapshot.name(stop.object()), stop.relation()), stop.isCertain());
        model.relation(type, stop.relation())
                .ifPresent(relation -> gather(relation.rewrite(), relation, stop.object(), stop.isCertain()));
    }

    private void gather(Rewrite rewrite, Relation at, int object, boolean isCertain) {
        switch (rewrite) {
            case Rewrite.This() -> gatherNamed(at, object, isCertain);
            case Rewrite.ComputedUserset(var relation) -> go(object, relation, isCertain);
            case Rewrite.TupleToUserset(var tupleset, var computed) ->
                gatherThrough(tupleset, computed, object, isCertain);
            case Rewrite.Union(var children) -> children.forEach(child -> gather(child, at, object, isCertain));
            // Of one child everybody may be meant where another names people: none of them may be left out.
            case Rewrite.Intersection(var children) -> children.forEach(child -> gather(child, at, object, false));
            case Rewrite.Exclusion(var base, var subtract) -> {
                gather(base, at, object, false);
                leftOut.add(() -> gather(subtract, at, object, false));
            }
        }
    }

    private void gatherNamed(Relation at, int object, boolean isCertain) {
        var users = snapshot.users(object, at.name());
        for (var i = 0; i < users.size(); i++) {
            var user = users.node(i);
            var verdict = Brackets.of(at).admit(snapshot, user, users.edge(i));
            if (verdict == Verdict.DENIED) continue;
            var certain = isCertain && verdict == ALLOWED;
            if (snapshot.isUserset(user)) go(snapshot.object(user), snapshot.relation(user), certain);
            else if (filter.relation().isEmpty() && filter.type().equals(snapshot.type(user)))
                meet(snapshot.name(user), certain);
        }
    }

    private void gatherThrough(String tupleset, String computed, int object, boolean isCertain) {
        var definition = model.relation(snapshot.type(object), tupleset);
        if (definition.isEmpty()) return;
        Edges parents = snapshot.users(object, tupleset);
        for (var i = 0; i < parents.size(); i++) {
            var parent = parents.node(i);
            var verdict = Brackets.of(definition.get()).admit(snapshot, parent, parents.edge(i));
            if (verdict == Verdict.DENIED || snapshot.isUserset(parent)) continue;
            go(parent, computed, isCertain && verdict == ALLOWED);
        }
    }

    private void go(int object, String relation, boolean isCertain) {
        var stop = new Stop(object, relation, isCertain);
        if (seen.contains(new Stop(object, relation, true)) || !seen.add(stop)) return;
        waiting.push(stop);
    }

    private void meet(String user, boolean isCertain) {
        candidates.merge(user, isCertain, Boolean::logicalOr);
    }

    private SortedSet<String> checked(int object, String relation) {
        var found = new TreeSet<String>();
        for (var candidate : candidates.entrySet()) {
            var verdict = candidate.getValue() ? ALLOWED : check(candidate.getKey(), object, relation);
            if (verdict == ALLOWED) found.add(candidate.getKey());
            else if (verdict == UNDECIDED) problem = circumstances.problem();
        }
        if (found.size() > limits.answers()) problem = Optional.of(new Problem.TooManyAnswers(limits.answers()));
        return found;
    }

    private Verdict check(String user, int object, String relation) {
        return new Evaluator(model, snapshot, Asker.of(user, model, snapshot), circumstances, limits)
                .check(object, relation);
    }
}
