package dev.gatehouse.openfga;

import dev.gatehouse.permissions.check.UsersetTree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The tree of a userset, as OpenFGA's JSON: a tree in a tree, which no list of members could show.
record ExpansionView(Map<String, Object> tree) {

    static ExpansionView of(UsersetTree tree) {
        return new ExpansionView(Map.of("root", node(tree)));
    }

    private static Map<String, Object> node(UsersetTree tree) {
        return switch (tree) {
            case UsersetTree.Users(var name, var users) -> leaf(name, "users", Map.of("users", users));
            case UsersetTree.Computed(var name, var userset) -> leaf(name, "computed", Map.of("userset", userset));
            case UsersetTree.Through(var name, var tupleset, var computed) ->
                leaf(
                        name,
                        "tupleToUserset",
                        named(
                                "tupleset",
                                tupleset,
                                "computed",
                                computed.stream()
                                        .map(userset -> Map.of("userset", userset))
                                        .toList()));
            case UsersetTree.Union(var name, var children) -> named("name", name, "union", nodes(children));
            case UsersetTree.Intersection(var name, var children) ->
                named("name", name, "intersection", nodes(children));
            case UsersetTree.Difference(var name, var base, var subtract) ->
                named("name", name, "difference", named("base", node(base), "subtract", node(subtract)));
        };
    }

    private static Map<String, Object> nodes(List<UsersetTree> children) {
        return Map.of("nodes", children.stream().map(ExpansionView::node).toList());
    }

    private static Map<String, Object> leaf(String name, String kind, Map<String, Object> value) {
        return named("name", name, "leaf", Map.of(kind, value));
    }

    /// In this order.
    private static Map<String, Object> named(String one, Object first, String other, Object second) {
        var members = new LinkedHashMap<String, Object>();
        members.put(one, first);
        members.put(other, second);
        return members;
    }
}
