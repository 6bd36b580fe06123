package dev.gatehouse.migrations;

import dev.gatehouse.migrations.shape.MigrationException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Goes so many steps from a place along a branch: by parents and children, never by dependencies. Base is a
/// place too, the empty one.
///
/// @param isExact whether going further than there are steps is refused; otherwise the end is as good
record Pace(RevisionGraph graph, Target target, boolean isExact) {

    /// @param branch at a fork, only children on one line with this revision count
    Optional<String> from(Optional<String> start, Optional<String> branch) {
        var steps = target.steps().orElseThrow();
        var at = start;
        for (var done = 0; done < Math.abs(steps); done++) {
            var next = steps > 0 ? up(at, branch) : down(at);
            if (next.isEmpty()) {
                if (isExact) throw tooFar(done);
                return at;
            }
            if (next.size() > 1) throw ambiguous(next);
            at = next.getFirst();
        }
        return at;
    }

    private List<Optional<String>> up(Optional<String> at, Optional<String> branch) {
        var next = new ArrayList<>(at.map(graph::children).orElseGet(graph::bases));
        branch.ifPresent(on -> next.removeIf(child -> !graph.isOneLine(child, on)));
        return next.stream().map(Optional::of).toList();
    }

    private List<Optional<String>> down(Optional<String> at) {
        if (at.isEmpty()) return List.of();
        var parents = graph.get(at.get()).parents();
        return parents.isEmpty()
                ? List.of(Optional.empty())
                : parents.stream().distinct().map(Optional::of).toList();
    }

    private MigrationException tooFar(int possible) {
        return new MigrationException("%s is too far: only %d %s that way"
                .formatted(target.text(), possible, possible == 1 ? "revision lies" : "revisions lie"));
    }

    private MigrationException ambiguous(Collection<Optional<String>> choices) {
        return new MigrationException("Ambiguous walk: %s could go by %s; name the revision"
                .formatted(
                        target.text(),
                        String.join(
                                " or ",
                                choices.stream().flatMap(Optional::stream).toList())));
    }
}
