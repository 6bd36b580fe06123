package dev.gatehouse.permissions.check;

import static dev.gatehouse.permissions.check.Verdict.ALLOWED;
import static dev.gatehouse.permissions.check.Verdict.CYCLE;
import static dev.gatehouse.permissions.check.Verdict.DENIED;
import static dev.gatehouse.permissions.check.Verdict.UNDECIDED;

import dev.gatehouse.permissions.cel.CelResult;
import dev.gatehouse.permissions.model.AuthorizationModel;
import dev.gatehouse.permissions.model.DirectType;
import dev.gatehouse.permissions.model.Relation;
import dev.gatehouse.permissions.model.Rewrite;
import dev.gatehouse.permissions.relation.ConditionUse;
import dev.gatehouse.permissions.relation.Names;
import dev.gatehouse.permissions.relation.Relationship;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What one user may do, found without thinking: it knows nothing at first, and asks every relation of every
/// object what follows from what it knows, again and again, until nothing new comes of it. It walks no way,
/// so it cannot lose its own; what it still does not know at the end goes in circles.
final class BruteForce {

    private final AuthorizationModel model;
    private final Collection<Relationship> relationships;
    private final String user;
    private Map<String, Verdict> known = new HashMap<>();

    /// @param objects all there are
    BruteForce(AuthorizationModel model, Collection<Relationship> relationships, Set<String> objects, String user) {
        this.model = model;
        this.relationships = relationships;
        this.user = user;
        settle(objects);
        // What was undecided for a while and leads to itself would stay so by itself: once more without it.
        known.replaceAll((_, verdict) -> verdict == UNDECIDED ? CYCLE : verdict);
        settle(objects);
    }

    private void settle(Set<String> objects) {
        var before = Map.<String, Verdict>of();
        while (!known.equals(before) || known.isEmpty()) {
            before = known;
            known = next(objects);
        }
    }

    Verdict verdict(String object, String relation) {
        return known(object, relation);
    }

    private Map<String, Verdict> next(Set<String> objects) {
        var next = new HashMap<String, Verdict>();
        for (var object : objects)
            for (var relation :
                    model.type(Names.type(object)).orElseThrow().relations().values())
                next.put(Names.userset(object, relation.name()), ask(relation.rewrite(), relation, object));
        return next;
    }

    private Verdict known(String object, String relation) {
        var name = Names.userset(object, relation);
        if (name.equals(user)) return ALLOWED;
        if (model.relation(Names.type(object), relation).isEmpty()) return DENIED;
        return known.getOrDefault(name, CYCLE);
    }

    private Verdict ask(Rewrite rewrite, Relation at, String object) {
        return switch (rewrite) {
            case Rewrite.This() -> named(at, object);
            case Rewrite.ComputedUserset(var relation) -> known(object, relation);
            case Rewrite.TupleToUserset(var tupleset, var computed) -> through(object, tupleset, computed);
            case Rewrite.Union(var children) ->
                children.stream().map(child -> ask(child, at, object)).reduce(DENIED, BruteForce::greater);
            case Rewrite.Intersection(var children) ->
                children.stream().map(child -> ask(child, at, object)).reduce(ALLOWED, BruteForce::less);
            case Rewrite.Exclusion(var base, var subtract) -> {
                var gone = ask(subtract, at, object);
                var left = gone == ALLOWED ? DENIED : gone == DENIED ? ALLOWED : gone;
                yield less(ask(base, at, object), left);
            }
        };
    }

    private Verdict named(Relation at, String object) {
        var verdict = DENIED;
        for (var relationship : standing(object, at)) {
            var name = relationship.user();
            var isAmong = name.equals(Names.everybody(Names.type(user))) && !Names.isUserset(user);
            if (name.equals(user) || isAmong) verdict = greater(verdict, weight(relationship));
            else if (Names.isUserset(name))
                verdict = greater(verdict, less(weight(relationship), known(Names.object(name), Names.relation(name))));
        }
        return verdict;
    }

    private Verdict through(String object, String tupleset, String computed) {
        var verdict = DENIED;
        for (var relationship :
                standing(object, model.relation(Names.type(object), tupleset).orElseThrow()))
            if (!Names.isUserset(relationship.user()))
                verdict = greater(verdict, less(weight(relationship), known(relationship.user(), computed)));
        return verdict;
    }

    /// Those that the model allows.
    private List<Relationship> standing(String object, Relation relation) {
        return relationships.stream()
                .filter(one -> one.object().equals(object) && one.relation().equals(relation.name()))
                .filter(one -> relation.directTypes().stream().anyMatch(direct -> allows(direct, one)))
                .toList();
    }

    private static boolean allows(DirectType direct, Relationship one) {
        return direct.toString()
                .equals(shape(one.user())
                        + one.condition().map(use -> " with " + use.name()).orElse(""));
    }

    private static String shape(String name) {
        if (Names.isEverybody(name)) return name;
        return Names.type(name) + (Names.isUserset(name) ? "#" + Names.relation(name) : "");
    }

    private Verdict weight(Relationship relationship) {
        return relationship.condition().map(this::judged).orElse(ALLOWED);
    }

    private Verdict judged(ConditionUse use) {
        var expression = model.condition(use.name()).orElseThrow().expression();
        return switch (expression.evaluate(use.context())) {
            case CelResult.Holds(var holds) -> holds ? ALLOWED : DENIED;
            case CelResult.Missing(var _), CelResult.Failed(var _) -> UNDECIDED;
        };
    }

    private static Verdict greater(Verdict one, Verdict other) {
        return one.ordinal() > other.ordinal() ? one : other;
    }

    private static Verdict less(Verdict one, Verdict other) {
        return one.ordinal() < other.ordinal() ? one : other;
    }
}
