package dev.gatehouse.migrations;

import dev.gatehouse.migrations.shape.MigrationException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Where a database stands in the history.
///
/// @param rows the rows of the version table
/// @param applied what has run: the rows and all below them
record Standing(RevisionGraph graph, Set<String> rows, Set<String> applied) {

    static Standing at(RevisionGraph graph, Collection<String> rows) {
        for (var id : rows) {
            if (graph.contains(id)) continue;
            throw new MigrationException(
                    "the database stands at revision %s, which these revisions do not have: is the program older than its database?"
                            .formatted(id));
        }
        return new Standing(graph, Set.copyOf(rows), Set.copyOf(graph.withAncestors(rows)));
    }

    /// Whether all has run that there is.
    boolean isAtHead() {
        return applied.size() == graph.inOrder().size();
    }

    /// The one place from which `+N` and `-N` count; empty for base. Refused while several could be meant.
    Optional<String> start(Target target) {
        var possible =
                target.branch().map(new Names(graph)::branch).map(this::on).orElse(rows);
        if (possible.size() <= 1) return possible.stream().findFirst();
        throw new MigrationException("Ambiguous: '%s' could start at %s; name the branch, as in label@%s"
                .formatted(target.text(), String.join(" or ", new TreeSet<>(possible)), count(target)));
    }

    /// The rows on a branch. Where another branch depends on it, its own row is not there: then its newest revision
    /// that has run.
    private Set<String> on(String branch) {
        var onIt = new LinkedHashSet<>(rows);
        onIt.removeIf(id -> !graph.isOneLine(id, branch));
        if (!onIt.isEmpty()) return onIt;
        onIt.addAll(applied);
        onIt.removeIf(id -> !graph.isOneLine(id, branch));
        return graph.tips(onIt);
    }

    private static String count(Target target) {
        return "%+d".formatted(target.steps().orElseThrow());
    }
}
