package dev.gatehouse.permissions.check;

import dev.gatehouse.permissions.model.AuthorizationModel;
import dev.gatehouse.permissions.model.Relation;
import dev.gatehouse.permissions.model.Rewrite;
import dev.gatehouse.permissions.relation.Edges;
import dev.gatehouse.permissions.relation.Names;
import dev.gatehouse.permissions.relation.Snapshot;
import java.util.List;
import java.util.stream.IntStream;

/// Shows the userset of a relation of an object.
record Expander(AuthorizationModel model, Snapshot snapshot, String object, Relation relation) {

    UsersetTree expand() {
        return expand(relation.rewrite());
    }

    private UsersetTree expand(Rewrite rewrite) {
        var name = Names.userset(object, relation.name());
        return switch (rewrite) {
            case Rewrite.This() -> new UsersetTree.Users(name, users(relation));
            case Rewrite.ComputedUserset(var computed) ->
                new UsersetTree.Computed(name, Names.userset(object, computed));
            case Rewrite.TupleToUserset(var tupleset, var computed) ->
                new UsersetTree.Through(name, Names.userset(object, tupleset), through(tupleset, computed));
            case Rewrite.Union(var children) -> new UsersetTree.Union(name, expand(children));
            case Rewrite.Intersection(var children) -> new UsersetTree.Intersection(name, expand(children));
            case Rewrite.Exclusion(var base, var subtract) ->
                new UsersetTree.Difference(name, expand(base), expand(subtract));
        };
    }

    private List<UsersetTree> expand(List<Rewrite> children) {
        return children.stream().map(this::expand).toList();
    }

    private List<String> through(String tupleset, String computed) {
        return model.relation(Names.type(object), tupleset).stream()
                .flatMap(definition -> users(definition).stream())
                .filter(user -> model.relation(Names.type(user), computed).isPresent())
                .map(user -> Names.userset(user, computed))
                .toList();
    }

    private List<String> users(Relation named) {
        Edges users = snapshot.users(snapshot.find(object), named.name());
        return IntStream.range(0, users.size())
                .filter(i -> Brackets.of(named).admit(snapshot, users.node(i), users.edge(i)) != Verdict.DENIED)
                .mapToObj(i -> snapshot.name(users.node(i)))
                .sorted()
                .toList();
    }
}
