package dev.gatehouse.permissions.model;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/// The relations that stand behind a `but not`, and all those to which they lead: there a "no" lets somebody
/// through.
final class Subtracted {

    private final AuthorizationModel model;
    private final Set<Spot> spots = new HashSet<>();
    private final Deque<Spot> waiting = new ArrayDeque<>();

    /// A relation of a type.
    record Spot(String type, String relation) {}

    Subtracted(AuthorizationModel model) {
        this.model = model;
        for (var type : model.types().values())
            for (var relation : type.relations().values()) search(relation.rewrite(), type.name(), relation);
        while (!waiting.isEmpty()) {
            var spot = waiting.pop();
            model.relation(spot.type(), spot.relation())
                    .ifPresent(relation -> add(relation.rewrite(), spot.type(), relation));
        }
    }

    boolean has(String type, String relation) {
        return spots.contains(new Spot(type, relation));
    }

    private void search(Rewrite rewrite, String type, Relation at) {
        switch (rewrite) {
            case Rewrite.This _, Rewrite.ComputedUserset _, Rewrite.TupleToUserset _ -> {}
            case Rewrite.Union(var children) -> children.forEach(child -> search(child, type, at));
            case Rewrite.Intersection(var children) -> children.forEach(child -> search(child, type, at));
            case Rewrite.Exclusion(var base, var subtract) -> {
                search(base, type, at);
                add(subtract, type, at);
            }
        }
    }

    /// All that this part of a rewrite leads to.
    private void add(Rewrite rewrite, String type, Relation at) {
        switch (rewrite) {
            case Rewrite.This() -> {
                add(type, at.name());
                at.directTypes().forEach(direct -> direct.relation().ifPresent(its -> add(direct.type(), its)));
            }
            case Rewrite.ComputedUserset(var relation) -> add(type, relation);
            case Rewrite.TupleToUserset(var tupleset, var computed) ->
                model.relation(type, tupleset)
                        .ifPresent(leading -> leading.directTypes().forEach(direct -> add(direct.type(), computed)));
            case Rewrite.Union(var children) -> children.forEach(child -> add(child, type, at));
            case Rewrite.Intersection(var children) -> children.forEach(child -> add(child, type, at));
            case Rewrite.Exclusion(var base, var subtract) -> {
                add(base, type, at);
                add(subtract, type, at);
            }
        }
    }

    private void add(String type, String relation) {
        var spot = new Spot(type, relation);
        if (spots.add(spot)) waiting.push(spot);
    }
}
