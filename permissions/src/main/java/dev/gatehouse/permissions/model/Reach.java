package dev.gatehouse.permissions.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds the relations that somebody could have. Each part of a rewrite is a gate; those of plain brackets
/// stand open.
///
/// What is not there or could not be read counts as open: its own fault is told, and should not look like
/// ten.
final class Reach {

    private final Known known;
    private final Map<String, Gate> byName = new HashMap<>();
    private final List<Gate> all = new ArrayList<>();

    Reach(Known known) {
        this.known = known;
        for (var type : known.types()) {
            for (var relation : type.relations()) {
                part(type, relation, relation.rewrite()).leadsTo(relation(type, relation.name()));
            }
        }
        Gate.open(all);
    }

    boolean isPossible(Draft.Type type, Draft.Relation relation) {
        return relation(type, relation.name()).isOpen();
    }

    private Gate part(Draft.Type type, Draft.Relation relation, Draft.Rewrite rewrite) {
        return switch (rewrite) {
            case Draft.Rewrite.This _ -> directly(relation);
            case Draft.Rewrite.Computed(var computed) -> relation(type, computed);
            case Draft.Rewrite.From from -> from(type, from);
            case Draft.Rewrite.Union(var children) -> joined(1, type, relation, children);
            case Draft.Rewrite.Intersection(var children) -> joined(children.size(), type, relation, children);
            case Draft.Rewrite.Exclusion(var base, var subtract) -> joined(2, type, relation, List.of(base, subtract));
            case Draft.Rewrite.Unreadable _ -> gate(0);
        };
    }

    private Gate joined(int needed, Draft.Type type, Draft.Relation relation, List<Draft.Rewrite> children) {
        var gate = gate(needed);
        children.forEach(child -> part(type, relation, child).leadsTo(gate));
        return gate;
    }

    private Gate directly(Draft.Relation relation) {
        var usersets = relation.directTypes();
        var isOpen = usersets.isEmpty()
                || usersets.stream().anyMatch(direct -> direct.relation().isEmpty());
        var gate = gate(isOpen ? 0 : 1);
        usersets.forEach(direct -> direct.relation()
                .ifPresent(there -> relation(direct.type().text(), there.text()).leadsTo(gate)));
        return gate;
    }

    /// Made once for each pair of relations, since many relations of a type take the same from the same.
    private Gate from(Draft.Type type, Draft.Rewrite.From from) {
        var name = type.name().text() + "#" + from.computed().text() + " from "
                + from.tupleset().text();
        var before = byName.get(name);
        if (before != null) return before;
        var leading = known.find(type.name().text(), from.tupleset().text())
                .filter(relation -> !(relation.rewrite() instanceof Draft.Rewrite.Unreadable));
        var gate = gate(leading.isPresent() ? 1 : 0);
        byName.put(name, gate);
        leading.ifPresent(relation -> relation.directTypes().stream()
                .filter(direct -> !known.hasType(direct.type().text())
                        || known.hasRelation(
                                direct.type().text(), from.computed().text()))
                .forEach(direct ->
                        relation(direct.type().text(), from.computed().text()).leadsTo(gate)));
        return gate;
    }

    private Gate relation(Draft.Type type, Word relation) {
        return relation(type.name().text(), relation.text());
    }

    private Gate relation(String type, String relation) {
        var name = type + "#" + relation;
        var before = byName.get(name);
        if (before != null) return before;
        var gate = gate(known.hasRelation(type, relation) ? 1 : 0);
        byName.put(name, gate);
        return gate;
    }

    private Gate gate(int missing) {
        var gate = new Gate(missing);
        all.add(gate);
        return gate;
    }
}
