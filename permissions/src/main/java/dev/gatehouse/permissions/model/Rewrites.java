package dev.gatehouse.permissions.model;

import java.util.List;
import java.util.stream.Stream;

/// Goes through drafted rewrites.
final class Rewrites {

    private Rewrites() {}

    /// The rewrite itself and all parts of it.
    static Stream<Draft.Rewrite> parts(Draft.Rewrite rewrite) {
        return Stream.concat(Stream.of(rewrite), children(rewrite).stream().flatMap(Rewrites::parts));
    }

    static List<Draft.Rewrite> children(Draft.Rewrite rewrite) {
        return switch (rewrite) {
            case Draft.Rewrite.Union(var children) -> children;
            case Draft.Rewrite.Intersection(var children) -> children;
            case Draft.Rewrite.Exclusion(var base, var subtract) -> List.of(base, subtract);
            case Draft.Rewrite.This _, Draft.Rewrite.Computed _, Draft.Rewrite.From _, Draft.Rewrite.Unreadable _ ->
                List.of();
        };
    }
}
