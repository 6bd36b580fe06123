package dev.gatehouse.check;

import dev.gatehouse.permissions.check.UsersetTree;
import dev.gatehouse.web.shape.Doc;
import java.util.ArrayList;
import java.util.List;

@Doc("The userset of a relation of an object: the shape of its definition with the relationships in it.")
record TreeView(List<Node> nodes) {

    @Doc("One node. Those that follow it with a greater depth are its children.")
    record Node(
            int depth,

            @Doc("`users`, `computed`, `through`, `union`, `intersection` or `difference`.")
            String kind,

            @Doc("The users that relationships name, or the usersets whose users are meant.")
            List<String> users) {}

    static TreeView of(UsersetTree tree) {
        var nodes = new ArrayList<Node>();
        collect(tree, 0, nodes);
        return new TreeView(nodes);
    }

    private static void collect(UsersetTree tree, int depth, List<Node> nodes) {
        switch (tree) {
            case UsersetTree.Users(var _, var users) -> nodes.add(new Node(depth, "users", users));
            case UsersetTree.Computed(var _, var userset) -> nodes.add(new Node(depth, "computed", List.of(userset)));
            case UsersetTree.Through(var _, var _, var computed) -> nodes.add(new Node(depth, "through", computed));
            case UsersetTree.Union(var _, var children) -> collect("union", children, depth, nodes);
            case UsersetTree.Intersection(var _, var children) -> collect("intersection", children, depth, nodes);
            case UsersetTree.Difference(var _, var base, var subtract) ->
                collect("difference", List.of(base, subtract), depth, nodes);
        }
    }

    private static void collect(String kind, List<UsersetTree> children, int depth, List<Node> nodes) {
        nodes.add(new Node(depth, kind, List.of()));
        children.forEach(child -> collect(child, depth + 1, nodes));
    }
}
