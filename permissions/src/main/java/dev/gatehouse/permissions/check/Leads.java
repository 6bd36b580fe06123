package dev.gatehouse.permissions.check;

import dev.gatehouse.permissions.check.Lead.Spot;
import dev.gatehouse.permissions.model.AuthorizationModel;
import dev.gatehouse.permissions.model.DirectType;
import dev.gatehouse.permissions.model.Relation;
import dev.gatehouse.permissions.model.Rewrite;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// All ways through a model that end at one relation of one type, to be walked from a user to objects.
///
/// What is subtracted gives nobody a right, so no way leads through it. Of an intersection the first child is
/// enough: who has the right has it by that one too.
final class Leads {

    private final AuthorizationModel model;
    private final Map<Spot, List<Lead>> leads = new HashMap<>();
    private final List<Entry> entries = new ArrayList<>();
    private final Set<Spot> seen = new HashSet<>();
    private final Deque<Spot> waiting = new ArrayDeque<>();

    /// Where a user comes in: a relation whose relationships may name it.
    record Entry(Spot spot, DirectType direct, boolean isCertain) {}

    private Leads(AuthorizationModel model) {
        this.model = model;
    }

    static Leads to(AuthorizationModel model, Spot target) {
        var leads = new Leads(model);
        leads.await(target);
        while (!leads.waiting.isEmpty()) leads.gather(leads.waiting.pop());
        return leads;
    }

    List<Lead> from(Spot spot) {
        return leads.getOrDefault(spot, List.of());
    }

    List<Entry> entries() {
        return entries;
    }

    /// Whether a way leads through the spot at all.
    boolean lieOn(Spot spot) {
        return seen.contains(spot);
    }

    private void gather(Spot spot) {
        model.relation(spot.type(), spot.relation())
                .ifPresent(relation -> gather(relation.rewrite(), relation, spot, true));
    }

    private void gather(Rewrite rewrite, Relation at, Spot to, boolean isCertain) {
        switch (rewrite) {
            case Rewrite.This() -> at.directTypes().forEach(direct -> gatherDirect(direct, to, isCertain));
            case Rewrite.ComputedUserset(var relation) ->
                lead(new Spot(to.type(), relation), new Lead.Same(to, isCertain));
            case Rewrite.TupleToUserset(var tupleset, var computed) ->
                model.relation(to.type(), tupleset).stream()
                        .flatMap(relation -> relation.directTypes().stream())
                        .map(DirectType::type)
                        .distinct()
                        .forEach(type -> lead(new Spot(type, computed), new Lead.Through(tupleset, to, isCertain)));
            case Rewrite.Union(var children) -> children.forEach(child -> gather(child, at, to, isCertain));
            case Rewrite.Intersection(var children) -> gather(children.getFirst(), at, to, false);
            case Rewrite.Exclusion(var base, var _) -> gather(base, at, to, false);
        }
    }

    private void gatherDirect(DirectType direct, Spot to, boolean isCertain) {
        entries.add(new Entry(to, direct, isCertain));
        direct.relation().ifPresent(relation -> lead(new Spot(direct.type(), relation), new Lead.Named(to, isCertain)));
    }

    private void lead(Spot from, Lead lead) {
        var known = leads.computeIfAbsent(from, _ -> new ArrayList<>());
        if (!known.contains(lead)) known.add(lead);
        await(from);
    }

    private void await(Spot spot) {
        if (seen.add(spot)) waiting.push(spot);
    }
}
