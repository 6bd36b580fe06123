package dev.gatehouse.migrations;

import dev.gatehouse.migrations.shape.MigrationException;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

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

    /// The one place on a branch from which `+N` counts; empty for base. Refused while several could be meant.
    ///
    /// Where the branch has no row of its own, since another one depends on it or since it has not begun, it is the
    /// newest revision below it that has run.
    Optional<String> startUp(Target target) {
        return only(target, branch -> graph.tips(onLine(applied, branch)));
    }

    /// The one place on a branch from which `-N` counts. Where the branch has no row of its own it is its end as
    /// far as it has run, and never a revision on which another branch stands.
    Optional<String> startDown(Target target) {
        var start = only(target, branch -> onLine(ends(), branch));
        if (start.isEmpty() && target.branch().isPresent()) {
            throw new MigrationException("nothing has run on branch %s that could be undone by itself"
                    .formatted(target.branch().get()));
        }
        return start;
    }

    private Optional<String> only(Target target, Function<String, Set<String>> withoutRow) {
        var branch = target.branch().map(new Names(graph)::branch);
        var possible = branch.map(on -> onLine(rows, on)).orElse(rows);
        if (possible.isEmpty() && branch.isPresent()) possible = withoutRow.apply(branch.get());
        if (possible.size() <= 1) return possible.stream().findFirst();
        throw new MigrationException("Ambiguous: '%s' could start at %s; name the branch, as in label@%+d"
                .formatted(
                        target.text(),
                        String.join(" or ", new TreeSet<>(possible)),
                        target.steps().orElseThrow()));
    }

    private Set<String> onLine(Set<String> ids, String branch) {
        var found = new LinkedHashSet<>(ids);
        found.removeIf(id -> !graph.isOneLine(id, branch));
        return found;
    }

    /// What has run and has no child that has.
    private Set<String> ends() {
        var ends = new LinkedHashSet<>(applied);
        ends.removeIf(id -> !Collections.disjoint(graph.children(id), applied));
        return ends;
    }
}
