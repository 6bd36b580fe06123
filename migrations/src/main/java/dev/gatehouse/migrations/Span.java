package dev.gatehouse.migrations;

import dev.gatehouse.migrations.shape.MigrationException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;

/// A stretch of history, both ends included: `history -r A:B`.
///
/// @param from where it begins, in a target's words, `current` or empty for base. `-N` counts back from its end
/// @param to where it ends; `current` or empty for every head. `+N` counts forward from its beginning
/// @param current the rows that the database stands at
record Span(RevisionGraph graph, String from, String to, Set<String> current) {

    /// The revisions that a target names. A bare `-N` counts back from the heads.
    static SequencedSet<String> named(RevisionGraph graph, String text) {
        var target = Target.parse(text);
        var names = new Names(graph);
        if (!target.isRelative()) return names.all(target);
        var starts = target.name().isPresent() ? names.all(target) : names.heads(target);
        return walk(graph, target, starts, true);
    }

    /// Newest first.
    List<Revision> revisions() {
        var upper = isCount(to) ? walk(to, lower(from)) : upper();
        var lower = isCount(from) ? walk(from, upper) : lower(from);
        var wanted = graph.withAncestors(upper);
        if (!wanted.containsAll(lower)) {
            throw new MigrationException(
                    "Requested range %s:%s does not refer to ancestor/descendant revisions along the same branch"
                            .formatted(from, to));
        }
        if (!lower.isEmpty()) keepAbove(lower, wanted);
        return graph.inOrder().reversed().stream()
                .filter(revision -> wanted.contains(revision.id()))
                .toList();
    }

    /// Only what stands on the lower end, and the lower end itself.
    private void keepAbove(Set<String> lower, Set<String> wanted) {
        var standing = new LinkedHashSet<String>();
        lower.forEach(id -> standing.addAll(graph.lineUp(id)));
        var below = graph.withAncestors(lower);
        wanted.removeIf(id -> !standing.contains(id) || below.contains(id) && !lower.contains(id));
    }

    private static boolean isCount(String end) {
        return !end.isEmpty() && Target.parse(end).name().isEmpty();
    }

    private SequencedSet<String> upper() {
        var found = to.isEmpty() ? graph.realHeads() : place(to);
        var begin =
                from.isEmpty() ? Optional.<String>empty() : Target.parse(from).branch();
        begin.map(new Names(graph)::branch).ifPresent(branch -> found.removeIf(id -> !graph.isOneLine(id, branch)));
        return found;
    }

    private SequencedSet<String> lower(String end) {
        if (isCount(end)) {
            throw new MigrationException("'%s:%s' counts from nowhere: name one of its ends".formatted(from, to));
        }
        return end.isEmpty() ? new LinkedHashSet<>() : place(end);
    }

    private SequencedSet<String> place(String text) {
        return text.equals(Target.CURRENT) ? new LinkedHashSet<>(current) : named(graph, text);
    }

    private SequencedSet<String> walk(String count, Set<String> starts) {
        return walk(graph, Target.parse(count), starts, false);
    }

    /// Counts from each of these; from base if there is none.
    private static SequencedSet<String> walk(RevisionGraph graph, Target target, Set<String> starts, boolean isExact) {
        var pace = new Pace(graph, target, isExact);
        var branch = target.branch().map(new Names(graph)::branch);
        var found = new LinkedHashSet<String>();
        if (starts.isEmpty()) pace.from(Optional.empty(), branch).ifPresent(found::add);
        starts.forEach(start -> pace.from(Optional.of(start), branch).ifPresent(found::add));
        return found;
    }
}
