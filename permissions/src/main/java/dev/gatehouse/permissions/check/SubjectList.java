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
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Finds every user of a kind that has a relation to an object: it walks from the object along whatever may
/// give somebody the right, and checks each user that it met on a way that leaves a doubt. What is certain of
/// a user is told to the [Evaluator], which then has to look for the rest only.
///
/// Everybody of a type is listed as `person:*`, and stands for those whom no relationship names: they are too
/// many to be listed.
final class SubjectList {

    private final AuthorizationModel model;
    private final Snapshot snapshot;
    private final Circumstances circumstances;
    private final Limits limits;
    private final SubjectFilter filter;
    private final Set<Stop> seen = new HashSet<>();

    /// Whom it met, and what each has for certain.
    private final Map<String, Right> candidates = new HashMap<>();

    /// What is asked for.
    private Right target;

    private final Deque<Stop> waiting = new ArrayDeque<>();
    /// The sides of `but not` that were passed by, to be gathered when they matter.
    private final Deque<Runnable> leftOut = new ArrayDeque<>();

    private Optional<Problem> problem = Optional.empty();

    /// Whether everybody was met, and does not have the relation; `null` until it is known.
    private Boolean isShutOut;

    private int steps;

    /// A relation to an object.
    private record Right(int object, String relation) {

        /// Of somebody who has nothing for certain.
        static final Right NONE = new Right(Snapshot.NOBODY, "");
    }

    /// That whoever has the right may be to be listed.
    ///
    /// @param leadsTo the right that follows from it for certain: nothing but unions lie between them
    private record Stop(Right right, Right leadsTo) {}

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
    /// @return the names of the users, each once; complete only if there was no [#problem]
    List<String> find(int object, String relation) {
        target = new Right(object, relation);
        go(object, relation, target);
        walk();
        // Where everybody is shut out, somebody may have been let in again: by name, on the side of the `but not`.
        while (!leftOut.isEmpty() && isEverybodyShutOut()) {
            leftOut.removeFirst().run();
            walk();
        }
        if (steps > limits.steps()) problem = Optional.of(new Problem.TooManySteps(limits.steps()));
        if (circumstances.isLate(steps)) problem = circumstances.tooLate();
        return problem.isPresent() ? List.of() : checked();
    }

    private void walk() {
        while (!waiting.isEmpty() && ++steps <= limits.steps() && !circumstances.isLate(steps)) gather(waiting.pop());
    }

    private boolean isEverybodyShutOut() {
        if (isShutOut == null) {
            var everybody = Names.everybody(filter.type());
            if (filter.relation().isPresent() || !candidates.containsKey(everybody)) return false;
            isShutOut = check(everybody, candidates.get(everybody)) != ALLOWED;
        }
        return isShutOut;
    }

    private void gather(Stop stop) {
        var object = stop.right().object();
        var relation = stop.right().relation();
        var type = snapshot.type(object);
        var isAsked = filter.relation().filter(relation::equals).isPresent()
                && filter.type().equals(type);
        if (isAsked) meet(Names.userset(snapshot.name(object), relation), stop.leadsTo());
        model.relation(type, relation)
                .ifPresent(definition -> gather(definition.rewrite(), definition, object, stop.leadsTo()));
    }

    private void gather(Rewrite rewrite, Relation at, int object, Right leadsTo) {
        switch (rewrite) {
            case Rewrite.This() -> gatherNamed(at, object, leadsTo);
            case Rewrite.ComputedUserset(var relation) -> go(object, relation, leadsTo);
            case Rewrite.TupleToUserset(var tupleset, var computed) ->
                gatherThrough(tupleset, computed, object, leadsTo);
            case Rewrite.Union(var children) -> children.forEach(child -> gather(child, at, object, leadsTo));
            // Of one child everybody may be meant where another names people: none of them may be left out.
            case Rewrite.Intersection(var children) -> children.forEach(child -> gather(child, at, object, Right.NONE));
            case Rewrite.Exclusion(var base, var subtract) -> {
                gather(base, at, object, Right.NONE);
                leftOut.add(() -> gather(subtract, at, object, Right.NONE));
            }
        }
    }

    private void gatherNamed(Relation at, int object, Right leadsTo) {
        var users = snapshot.users(object, at.name());
        for (var i = 0; i < users.size(); i++) {
            var user = users.node(i);
            var verdict = Brackets.of(at).admit(snapshot, user, users.edge(i));
            if (verdict == Verdict.DENIED) continue;
            var its = verdict == ALLOWED ? leadsTo : Right.NONE;
            if (snapshot.isUserset(user)) go(snapshot.object(user), snapshot.relation(user), its);
            else if (filter.relation().isEmpty() && filter.type().equals(snapshot.type(user)))
                meet(snapshot.name(user), its);
        }
    }

    private void gatherThrough(String tupleset, String computed, int object, Right leadsTo) {
        var definition = model.relation(snapshot.type(object), tupleset);
        if (definition.isEmpty()) return;
        Edges parents = snapshot.users(object, tupleset);
        for (var i = 0; i < parents.size(); i++) {
            var parent = parents.node(i);
            var verdict = Brackets.of(definition.get()).admit(snapshot, parent, parents.edge(i));
            if (verdict == Verdict.DENIED || snapshot.isUserset(parent)) continue;
            go(parent, computed, verdict == ALLOWED ? leadsTo : Right.NONE);
        }
    }

    /// Whoever has a right that leads to nothing else for certain has that right at least. One that was
    /// looked at is looked at again only if it leads to what is asked for, so that none is looked at more
    /// than twice.
    private void go(int object, String relation, Right leadsTo) {
        var right = new Right(object, relation);
        var isCertain = leadsTo.equals(target);
        if (seen.contains(new Stop(right, target)) || !seen.add(new Stop(right, isCertain ? target : Right.NONE)))
            return;
        waiting.push(new Stop(right, leadsTo.equals(Right.NONE) ? right : leadsTo));
    }

    private void meet(String user, Right has) {
        candidates.merge(user, has, (known, more) -> known.equals(target) || more.equals(Right.NONE) ? known : more);
    }

    private List<String> checked() {
        var found = new ArrayList<String>();
        for (var candidate : candidates.entrySet()) {
            var verdict = check(candidate.getKey(), candidate.getValue());
            if (verdict == ALLOWED) found.add(candidate.getKey());
            else if (verdict == UNDECIDED) problem = circumstances.problem();
        }
        if (found.size() > limits.answers()) problem = Optional.of(new Problem.TooManyAnswers(limits.answers()));
        return found;
    }

    private Verdict check(String user, Right has) {
        if (has.equals(target)) return ALLOWED;
        var evaluator = new Evaluator(model, snapshot, Asker.of(user, model, snapshot), circumstances, limits);
        if (!has.equals(Right.NONE)) evaluator.learn(has.object(), has.relation());
        return evaluator.check(target.object(), target.relation());
    }
}
