package dev.gatehouse.permissions.model;

import static dev.gatehouse.permissions.model.ModelFault.quoted;

import java.util.List;
import java.util.stream.Collectors;

/// Reads the rewrites of the tree form.
final class TreeRewrites {

    private static final List<String> KINDS =
            List.of("this", "computed_userset", "tuple_to_userset", "union", "intersection", "difference");

    private final Faults faults;

    TreeRewrites(Faults faults) {
        this.faults = faults;
    }

    Draft.Rewrite read(Branch branch) {
        return read(branch, 0);
    }

    private Draft.Rewrite read(Branch branch, int depth) {
        var kinds =
                KINDS.stream().filter(kind -> branch.member(kind).isPresent()).toList();
        if (kinds.size() != 1) return refused(branch, "Expected exactly one of " + told() + ".");
        if (depth > ModelLimits.NESTING)
            return refused(branch, "Nested deeper than " + ModelLimits.NESTING + ". Define a relation for a part.");
        var kind = kinds.getFirst();
        var inner = branch.member(kind).orElseThrow();
        return switch (kind) {
            case "this" -> new Draft.Rewrite.This(inner.place());
            case "computed_userset" -> new Draft.Rewrite.Computed(inner.text("relation"));
            case "tuple_to_userset" -> from(inner);
            case "union" -> children(inner, depth, true);
            case "intersection" -> children(inner, depth, false);
            default -> difference(inner, depth);
        };
    }

    private static Draft.Rewrite from(Branch branch) {
        return new Draft.Rewrite.From(relation(branch, "computed_userset"), relation(branch, "tupleset"));
    }

    private static Word relation(Branch branch, String member) {
        return branch.member(member)
                .map(named -> named.text("relation"))
                .orElseGet(() -> new Word("", branch.place().to(member)));
    }

    private Draft.Rewrite children(Branch branch, int depth, boolean isUnion) {
        var children = branch.items("child").stream()
                .map(child -> read(child, depth + 1))
                .toList();
        if (children.isEmpty()) return refused(branch, "A union or an intersection needs at least one child.");
        return isUnion ? new Draft.Rewrite.Union(children) : new Draft.Rewrite.Intersection(children);
    }

    private Draft.Rewrite difference(Branch branch, int depth) {
        var base = branch.member("base");
        var subtract = branch.member("subtract");
        if (base.isEmpty() || subtract.isEmpty()) return refused(branch, "A difference needs `base` and `subtract`.");
        return new Draft.Rewrite.Exclusion(read(base.get(), depth + 1), read(subtract.get(), depth + 1));
    }

    private Draft.Rewrite refused(Branch branch, String message) {
        faults.add(new Word("", branch.place()), message);
        return new Draft.Rewrite.Unreadable();
    }

    private static String told() {
        return KINDS.stream().map(kind -> quoted(kind)).collect(Collectors.joining(", "));
    }
}
