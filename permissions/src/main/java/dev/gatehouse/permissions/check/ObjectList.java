package dev.gatehouse.permissions.check;

import static dev.gatehouse.permissions.check.Verdict.ALLOWED;
import static dev.gatehouse.permissions.check.Verdict.DENIED;

import dev.gatehouse.permissions.check.Lead.Spot;
import dev.gatehouse.permissions.model.AuthorizationModel;
import dev.gatehouse.permissions.model.DirectType;
import dev.gatehouse.permissions.relation.Edges;
import dev.gatehouse.permissions.relation.Snapshot;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// Finds the objects of a type to which a user has a relation, one after the other: it walks from the user
/// along the relationships, and checks what it reached by a way that leaves a doubt. The rights that it is
/// certain of on the way are told to the [Evaluator], which then has to look for the rest only: of `viewer
/// but not blocked` at who is blocked.
final class ObjectList {

    private final AuthorizationModel model;
    private final Snapshot snapshot;
    private final Asker user;
    private final Circumstances circumstances;
    private final Limits limits;
    private final Evaluator evaluator;
    private final Spot target;
    private final Leads leads;
    private final Places reached = new Places();

    /// Of what was reached by a way without a doubt.
    private final BitSet certain = new BitSet();

    private final Deque<Stop> waiting = new ArrayDeque<>();
    private final Deque<Integer> found = new ArrayDeque<>();

    /// Objects that were reached by a way that leaves a doubt; maybe by another one since.
    private final Deque<Integer> doubtful = new ArrayDeque<>();

    private Optional<Problem> problem = Optional.empty();
    private int steps;

    /// That the user has the relation to the object, or may have it.
    private record Stop(Spot spot, int object, boolean isCertain) {}

    ObjectList(
            AuthorizationModel model,
            Snapshot snapshot,
            Asker user,
            Circumstances circumstances,
            Limits limits,
            Spot target) {
        this.model = model;
        this.snapshot = snapshot;
        this.user = user;
        this.circumstances = circumstances;
        this.limits = limits;
        this.evaluator = new Evaluator(model, snapshot, user, circumstances, limits);
        this.target = target;
        this.leads = Leads.to(model, target);
        leads.entries().forEach(this::enter);
        enterAsItself();
    }

    /// What stood in the way of a complete list.
    Optional<Problem> problem() {
        return problem;
    }

    /// The next one that is found. What was reached without a doubt comes as it is reached; the rest is
    /// checked when everything has been.
    ///
    /// @return its node, each once; [Snapshot#NOBODY] when there are no more, or a [#problem] stands in the
    ///     way
    int next() {
        while (found.isEmpty() && !waiting.isEmpty() && problem.isEmpty()) follow(waiting.pop());
        if (problem.isPresent()) return Snapshot.NOBODY;
        return found.isEmpty() ? nextDoubtful() : found.pop();
    }

    private int nextDoubtful() {
        while (!doubtful.isEmpty()) {
            var candidate = doubtful.pop();
            if (certain.get(reached.number(candidate, target.relation()))) continue;
            switch (evaluator.check(candidate, target.relation())) {
                case ALLOWED -> {
                    return candidate;
                }
                case UNDECIDED -> {
                    problem = circumstances.problem();
                    return Snapshot.NOBODY;
                }
                case DENIED, CYCLE -> {}
            }
        }
        return Snapshot.NOBODY;
    }

    private void enter(Leads.Entry entry) {
        var spot = entry.spot();
        var direct = entry.direct();
        if (user.is(direct)) enter(entry, snapshot.objects(user.node(), spot.type(), spot.relation()));
        else if (user.isAmong(direct)) enter(entry, snapshot.objects(user.everybody(), spot.type(), spot.relation()));
    }

    private void enter(Leads.Entry entry, Edges edges) {
        for (var i = 0; i < edges.size(); i++)
            reach(
                    entry.spot(),
                    edges.node(i),
                    entry.isCertain(),
                    Brackets.carries(entry.direct(), snapshot, edges.edge(i)));
    }

    /// The members of a group are members of the group.
    private void enterAsItself() {
        if (!user.isUserset()) return;
        var spot = new Spot(user.type(), user.relation());
        if (leads.lieOn(spot) && user.object() != Snapshot.NOBODY) reach(spot, user.object(), true, ALLOWED);
    }

    private void follow(Stop stop) {
        if (++steps > limits.steps()) {
            problem = Optional.of(new Problem.TooManySteps(limits.steps()));
            return;
        }
        if (circumstances.isLate(steps)) {
            problem = circumstances.tooLate();
            return;
        }
        for (var lead : leads.from(stop.spot())) {
            switch (lead) {
                case Lead.Same(var to, var isCertain) ->
                    reach(to, stop.object(), isCertain && stop.isCertain(), ALLOWED);
                case Lead.Through through -> follow(stop, through, stop.object(), through.tupleset());
                case Lead.Named named -> {
                    var userset = snapshot.userset(stop.object(), stop.spot().relation());
                    if (userset != Snapshot.NOBODY)
                        follow(stop, named, userset, named.to().relation());
                }
            }
        }
    }

    /// Along all relationships of a relation that name the node.
    private void follow(Stop stop, Lead lead, int node, String relation) {
        var to = lead.to();
        var directs = model.relation(to.type(), relation).orElseThrow().directTypes().stream()
                .filter(direct -> allows(direct, stop.spot(), lead))
                .toList();
        var edges = snapshot.objects(node, to.type(), relation);
        for (var i = 0; i < edges.size(); i++)
            reach(to, edges.node(i), lead.isCertain() && stop.isCertain(), carried(directs, edges.edge(i)));
    }

    private Verdict carried(List<DirectType> directs, int edge) {
        var verdict = DENIED;
        for (var i = 0; i < directs.size() && verdict != ALLOWED; i++)
            verdict = verdict.or(Brackets.carries(directs.get(i), snapshot, edge));
        return verdict;
    }

    private static boolean allows(DirectType direct, Spot from, Lead lead) {
        return lead instanceof Lead.Named
                ? direct.isUserset(from.type(), from.relation())
                : direct.isObject(from.type());
    }

    private void reach(Spot spot, int object, boolean isCertain, Verdict counts) {
        if (counts == DENIED) return;
        var isNowCertain = isCertain && counts == ALLOWED;
        var before = reached.size();
        var place = reached.number(object, spot.relation());
        var isNew = place == before;
        if (!isNew && (!isNowCertain || certain.get(place))) return;
        if (isNowCertain) {
            certain.set(place);
            evaluator.learn(object, spot.relation());
        }
        if (spot.equals(target)) (isNowCertain ? found : doubtful).add(object);
        waiting.push(new Stop(spot, object, isNowCertain));
    }
}
