package dev.gatehouse.permissions.model;

import java.util.Collection;
import java.util.List;

/// Makes a draft of a model that is finished, so that it can lie beneath another.
final class Drafts {

    private static final Place PLACE = new Place.Beneath();

    private Drafts() {}

    static Draft of(AuthorizationModel model) {
        return new Draft(
                word(model.schemaVersion()),
                model.types().values().stream().map(Drafts::type).toList(),
                model.conditions().values().stream().map(Drafts::condition).toList());
    }

    private static Draft.Type type(Type type) {
        return new Draft.Type(
                word(type.name()),
                type.relations().values().stream().map(Drafts::relation).toList());
    }

    private static Draft.Relation relation(Relation relation) {
        return new Draft.Relation(
                word(relation.name()),
                rewrite(relation.rewrite()),
                relation.directTypes().stream().map(Drafts::direct).toList());
    }

    private static Draft.Direct direct(DirectType direct) {
        return new Draft.Direct(
                word(direct.type()),
                direct.relation().map(Drafts::word),
                direct.wildcard(),
                direct.condition().map(Drafts::word));
    }

    private static Draft.Rewrite rewrite(Rewrite rewrite) {
        return switch (rewrite) {
            case Rewrite.This() -> new Draft.Rewrite.This(PLACE);
            case Rewrite.ComputedUserset(var relation) -> new Draft.Rewrite.Computed(word(relation));
            case Rewrite.TupleToUserset(var tupleset, var computed) ->
                new Draft.Rewrite.From(word(computed), word(tupleset));
            case Rewrite.Union(var children) -> new Draft.Rewrite.Union(all(children));
            case Rewrite.Intersection(var children) -> new Draft.Rewrite.Intersection(all(children));
            case Rewrite.Exclusion(var base, var subtract) ->
                new Draft.Rewrite.Exclusion(rewrite(base), rewrite(subtract));
        };
    }

    private static List<Draft.Rewrite> all(Collection<Rewrite> rewrites) {
        return rewrites.stream().map(Drafts::rewrite).toList();
    }

    private static Draft.Condition condition(Condition condition) {
        var parameters = condition.expression().parameters().entrySet().stream()
                .map(each -> new Draft.Parameter(word(each.getKey()), each.getValue()))
                .toList();
        return new Draft.Condition(
                word(condition.name()), parameters, word(condition.expression().source()));
    }

    private static Word word(String text) {
        return new Word(text, PLACE);
    }
}
