package dev.gatehouse.permissions.check;

import static dev.gatehouse.permissions.check.Verdict.ALLOWED;
import static dev.gatehouse.permissions.check.Verdict.CYCLE;
import static dev.gatehouse.permissions.check.Verdict.DENIED;
import static dev.gatehouse.permissions.check.Verdict.UNDECIDED;

import dev.gatehouse.permissions.model.AuthorizationModel;
import dev.gatehouse.permissions.model.Relation;
import dev.gatehouse.permissions.model.Rewrite;
import dev.gatehouse.permissions.relation.Edges;
import dev.gatehouse.permissions.relation.Names;
import dev.gatehouse.permissions.relation.Snapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;

/// Answers as the [Evaluator] does, and keeps what it went through. It is for people who wonder, not for
/// programs that ask: it tells everything that it looked at, up to a bound.
final class Explainer {

    /// What people read at a glance; the rest is told by its number.
    private static final int SHOWN = 20;

    private final AuthorizationModel model;
    private final Snapshot snapshot;
    private final Asker user;
    private final Circumstances circumstances;
    private final Affiliation affiliation;
    private final Map<String, Integer> places = new HashMap<>();
    private final Walk walk;

    Explainer(AuthorizationModel model, Snapshot snapshot, Asker user, Circumstances circumstances, Limits limits) {
        this.model = model;
        this.snapshot = snapshot;
        this.user = user;
        this.circumstances = circumstances;
        this.affiliation = new Affiliation(model, snapshot, user, limits);
        this.walk = new Walk(limits, circumstances);
    }

    Explanation explain(String object, String relation) {
        return explain(object, relation, 0);
    }

    private Explanation explain(String object, String relation, int depth) {
        var what = Names.userset(object, relation);
        if (what.equals(user.name())) return Explanation.of(what, ALLOWED, "it is " + what + " that was asked about");
        var definition = model.relation(Names.type(object), relation);
        if (definition.isEmpty()) return Explanation.of(what, DENIED, "the model knows no such relation");
        var place = places.computeIfAbsent(what, _ -> places.size());
        var known = walk.known(place, depth);
        if (known != null)
            return Explanation.of(what, known, known == CYCLE ? "it leads back to itself" : "as told above");
        var obstacle = walk.obstacle(depth);
        if (obstacle != null) return Explanation.of(what, circumstances.meet(obstacle), inFewWords(obstacle));
        var entry = walk.enter(place, depth);
        var part = explain(definition.get().rewrite(), definition.get(), object, depth);
        walk.leave(place, part.verdict(), entry);
        return new Explanation(what, part.verdict(), part.because(), part.parts());
    }

    private static String inFewWords(Problem obstacle) {
        return switch (obstacle) {
            case Problem.TooDeep _ -> "nested too deeply";
            case Problem.TooLong _ -> "no time is left";
            default -> "too much to look at";
        };
    }

    private Explanation explain(Rewrite rewrite, Relation at, String object, int depth) {
        return switch (rewrite) {
            case Rewrite.This() -> explainNamed(at, object, depth);
            case Rewrite.ComputedUserset(var relation) -> {
                var part = explain(object, relation, depth);
                yield new Explanation(relation, part.verdict(), "", List.of(part));
            }
            case Rewrite.TupleToUserset(var tupleset, var computed) ->
                explainThrough(tupleset, computed, object, depth);
            case Rewrite.Union(var children) -> joined("any of", children, at, object, depth, ALLOWED, Verdict::or);
            case Rewrite.Intersection(var children) ->
                joined("all of", children, at, object, depth, DENIED, Verdict::and);
            case Rewrite.Exclusion(var base, var subtract) -> butNot(base, subtract, at, object, depth);
        };
    }

    private Explanation butNot(Rewrite base, Rewrite subtract, Relation at, String object, int depth) {
        var kept = explainWithin(base, at, object, depth);
        if (kept.verdict() == DENIED) return new Explanation("but not", DENIED, "", List.of(kept));
        var gone = explainWithin(subtract, at, object, depth);
        var verdict = kept.verdict().and(gone.verdict().opposite());
        return new Explanation("the first, but not the second", verdict, "", List.of(kept, gone));
    }

    /// One of several children of a rewrite.
    private Explanation explainWithin(Rewrite child, Relation at, String object, int depth) {
        walk.goIn();
        var part = explain(child, at, object, depth);
        walk.comeOut();
        return part;
    }

    private Explanation joined(
            String what,
            List<Rewrite> children,
            Relation at,
            String object,
            int depth,
            Verdict decisive,
            BinaryOperator<Verdict> join) {
        var parts = new ArrayList<Explanation>();
        var verdict = decisive == ALLOWED ? DENIED : ALLOWED;
        for (var child : children) {
            var part = explainWithin(child, at, object, depth);
            parts.add(part);
            verdict = join.apply(verdict, part.verdict());
            if (verdict == decisive) return new Explanation(what, verdict, "", List.of(part));
        }
        return new Explanation(what, verdict, "", parts);
    }

    private Explanation explainNamed(Relation at, String object, int depth) {
        var users = snapshot.users(snapshot.find(object), at.name());
        var parts = new ArrayList<Explanation>();
        var verdict = DENIED;
        for (var i = 0; i < users.size(); i++) {
            var name = snapshot.name(users.node(i));
            var isMeant =
                    snapshot.isUserset(users.node(i)) || name.equals(user.name()) || users.node(i) == user.everybody();
            if (!isMeant) continue;
            var part = explainOne(at, users, i, name, depth);
            verdict = verdict.or(part.verdict());
            if (verdict == ALLOWED) return new Explanation("named", ALLOWED, "", List.of(part));
            parts.add(part);
        }
        return named(verdict, parts);
    }

    private static Explanation named(Verdict verdict, List<Explanation> parts) {
        if (parts.isEmpty()) return Explanation.of("named", verdict, "no relationship names them");
        if (parts.size() <= SHOWN) return new Explanation("named", verdict, "", parts);
        var more = parts.size() - SHOWN;
        return new Explanation(
                "named", verdict, "and " + more + " more, none of which allows", parts.subList(0, SHOWN));
    }

    private Explanation explainOne(Relation at, Edges users, int i, String name, int depth) {
        var admitted = Brackets.of(at).admit(snapshot, users.node(i), users.edge(i));
        if (admitted == DENIED)
            return Explanation.of(name, DENIED, "the model does not allow this relationship any more");
        var judged = judged(users.edge(i));
        if (judged.verdict() == DENIED || !snapshot.isUserset(users.node(i)))
            return Explanation.of(name, judged.verdict(), judged.because());
        var part = explain(Names.object(name), snapshot.relation(users.node(i)), depth + 1);
        if (part.verdict() == UNDECIDED && isElsewhere(at, users.node(i), depth + 1))
            return Explanation.of(name, DENIED, "they are in other groups, and none of these is in it");
        return new Explanation(name, judged.verdict().and(part.verdict()), judged.because(), part.parts());
    }

    /// What is too deep to be seen from here may be seen from the user's side.
    private boolean isElsewhere(Relation at, int userset, int depth) {
        return affiliation.in(userset, at, depth, walk.length()) == DENIED;
    }

    private Explanation explainThrough(String tupleset, String computed, String object, int depth) {
        var what = computed + " from " + tupleset;
        var definition = model.relation(Names.type(object), tupleset);
        if (definition.isEmpty()) return Explanation.of(what, DENIED, "the model knows no " + tupleset);
        var parents = snapshot.users(snapshot.find(object), tupleset);
        var parts = new ArrayList<Explanation>();
        var verdict = DENIED;
        for (var i = 0; i < parents.size(); i++) {
            var admitted = Brackets.of(definition.get()).admit(snapshot, parents.node(i), parents.edge(i));
            if (admitted == DENIED || snapshot.isUserset(parents.node(i))) continue;
            var judged = judged(parents.edge(i));
            if (judged.verdict() == DENIED) continue;
            var part = explain(snapshot.name(parents.node(i)), computed, depth + 1);
            verdict = verdict.or(judged.verdict().and(part.verdict()));
            parts.add(part);
            if (verdict == ALLOWED) return new Explanation(what, ALLOWED, "", List.of(part));
        }
        if (parts.isEmpty()) return Explanation.of(what, verdict, "no relationship leads there");
        return new Explanation(what, verdict, "", parts.subList(0, Math.min(SHOWN, parts.size())));
    }

    /// Whether a relationship counts now.
    private Explanation judged(int edge) {
        if (edge == Snapshot.PLAIN) return Explanation.of("", ALLOWED, "");
        var use = snapshot.condition(edge);
        var verdict = circumstances.judge(use);
        var because = switch (verdict) {
            case ALLOWED -> "the condition " + use.name() + " is met";
            case UNDECIDED ->
                circumstances
                        .problem()
                        .map(Problem::sentence)
                        .orElse("the condition " + use.name() + " cannot be judged");
            default -> "the condition " + use.name() + " is not met";
        };
        return Explanation.of(use.name(), verdict, because);
    }
}
