package dev.gatehouse.migrations;

import dev.gatehouse.migrations.shape.MigrationException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/// What a downgrade has to undo: whatever stands on the target, and whatever depends on that. What only depends on
/// the target itself stays, for the target stays.
record Downward(RevisionGraph graph, Standing standing) {

    Set<String> to(Target target) {
        var names = new Names(graph);
        if (!target.isRelative())
            return above(target, names.one(target), target.branch().map(names::branch));
        if (target.name().isEmpty() && target.steps().getAsInt() > 0) {
            throw new MigrationException("%s goes forward: use upgrade".formatted(target.text()));
        }
        var start = target.name().isPresent() ? names.one(target) : standing.startDown(target);
        var branch = target.branch().map(names::branch);
        var end = new Pace(graph, target, true).from(start, branch);
        return above(target, end, target.name().isPresent() ? branch : start);
    }

    /// @param end stays; empty: base, and nothing does
    /// @param branch where several branches stand on the end, only the one below this revision goes
    private Set<String> above(Target target, Optional<String> end, Optional<String> branch) {
        var first = new LinkedHashSet<>(end.map(graph::children).orElseGet(graph::bases));
        if (first.size() > 1) branch.ifPresent(on -> first.retainAll(graph.lineDown(on)));
        var undone = new LinkedHashSet<>(graph.withDescendants(first));
        undone.retainAll(standing.applied());
        if (undone.isEmpty()) end.ifPresent(id -> requireStandingAt(id, target));
        return undone;
    }

    private void requireStandingAt(String id, Target target) {
        if (standing.rows().contains(id)) return;
        throw new MigrationException("Destination %s is not a valid downgrade target from current head(s) %s: %s"
                .formatted(
                        target.text(),
                        Ids.of(standing.rows()),
                        standing.applied().contains(id)
                                ? "nothing that stands on it has run"
                                : "it does not lie below"));
    }
}
