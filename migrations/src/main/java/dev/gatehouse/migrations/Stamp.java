package dev.gatehouse.migrations;

import dev.gatehouse.migrations.shape.MigrationException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// What a stamp makes of the version table: the rows are moved to the targets as though their steps had run. No
/// step does, and nothing else is touched.
///
/// @param before the rows that were there
/// @param after the rows that are there now
public record Stamp(Set<String> before, Set<String> after) {

    public Stamp {
        before = Set.copyOf(before);
        after = Set.copyOf(after);
    }

    /// A row gives way to a target that lies above or below it, dependencies included; the rows of other branches
    /// stay.
    static Stamp of(RevisionGraph graph, Collection<String> before, List<Target> targets) {
        var rows = Standing.at(graph, before).rows();
        var ends = new LinkedHashSet<String>();
        var after = new LinkedHashSet<>(rows);
        for (var target : targets) {
            var named = ends(graph, target);
            if (named.isEmpty() || !rows.containsAll(named)) {
                var related = related(graph, target, named);
                after.removeIf(related::contains);
            }
            ends.addAll(named);
        }
        after.addAll(ends);
        requireApart(graph, ends);
        return new Stamp(rows, after);
    }

    /// The same without a database: `A:B` says where it will stand before.
    static Stamp between(RevisionGraph graph, List<Target.Range> ranges) {
        var from = new LinkedHashSet<String>();
        ranges.forEach(range -> new Names(graph).one(range.from()).ifPresent(from::add));
        if (from.size() > 1) {
            throw new MigrationException("a stamp starts at one place, not at several: %s".formatted(Ids.of(from)));
        }
        return of(graph, from, ranges.stream().map(Target.Range::to).toList());
    }

    /// As Alembic words it: `a -> b`.
    @Override
    public String toString() {
        return "%s -> %s".formatted(Ids.of(new TreeSet<>(before)), Ids.of(new TreeSet<>(after)));
    }

    private static Collection<String> ends(RevisionGraph graph, Target target) {
        if (!target.isRelative()) return new Names(graph).all(target);
        throw new MigrationException(
                "'%s' counts steps: a stamp goes to a place, such as a revision or head".formatted(target.text()));
    }

    /// What lies above or below the target, dependencies included: for the base of a branch whatever does so for
    /// the branch, for base all there is.
    private static Set<String> related(RevisionGraph graph, Target target, Collection<String> ends) {
        var places = new ArrayList<>(ends);
        if (ends.isEmpty()) target.branch().map(new Names(graph)::branch).ifPresent(places::add);
        if (places.isEmpty()) return Standing.at(graph, graph.realHeads()).applied();
        var related = new LinkedHashSet<>(graph.withAncestors(places));
        related.addAll(graph.withDescendants(places));
        return related;
    }

    /// Two rows of which one lies below the other would say the same thing twice, and `downgrade` could not tell
    /// which is meant.
    private static void requireApart(RevisionGraph graph, Set<String> ends) {
        for (var end : ends) {
            for (var other : ends) {
                if (end.equals(other) || !graph.withAncestors(Set.of(end)).contains(other)) continue;
                throw new MigrationException("%s lies below %s: a stamp of %s means both".formatted(other, end, end));
            }
        }
    }
}
