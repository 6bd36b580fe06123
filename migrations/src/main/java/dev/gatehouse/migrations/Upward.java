package dev.gatehouse.migrations;

import dev.gatehouse.migrations.shape.MigrationException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What an upgrade has to run: all that the target needs and that has not run.
record Upward(RevisionGraph graph, Standing standing) {

    Set<String> to(Target target) {
        var needed = new LinkedHashSet<>(graph.withAncestors(ends(target)));
        needed.removeAll(standing.applied());
        return needed;
    }

    private Collection<String> ends(Target target) {
        var names = new Names(graph);
        if (!target.isRelative()) return names.all(target);
        if (target.name().isEmpty() && target.steps().getAsInt() < 0) {
            throw new MigrationException("%s goes back: use downgrade".formatted(target.text()));
        }
        var start = target.name().isPresent() ? names.one(target) : standing.startUp(target);
        var branch = target.branch().map(names::branch);
        return new Pace(graph, target, true).from(start, branch).map(List::of).orElse(List.of());
    }
}
