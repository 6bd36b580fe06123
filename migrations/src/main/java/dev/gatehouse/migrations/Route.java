package dev.gatehouse.migrations;

import dev.gatehouse.migrations.Step.Direction;
import dev.gatehouse.migrations.shape.MigrationException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Finds the steps from where the database stands to where it is asked to go. A refusal comes before anything
/// runs.
final class Route {

    private final RevisionGraph graph;
    private final Set<String> current;
    private final Set<String> applied;

    Route(RevisionGraph graph, Collection<String> current) {
        this.graph = graph;
        this.current = Set.copyOf(current);
        for (var id : current) {
            if (!graph.contains(id)) {
                throw new MigrationException(
                        "the database stands at revision %s, which these revisions do not have: is the program older than its database?"
                                .formatted(id));
            }
        }
        applied = graph.withAncestors(current);
    }

    /// The steps forward. An ancestor of where we stand needs none.
    List<Step> upgrade(Target target) {
        return switch (target) {
            case Target.Head() -> upTo(graph.heads().isEmpty() ? Set.of() : Set.of(onlyHead()));
            case Target.Heads() -> upTo(graph.heads());
            case Target.Named(var prefix) -> upTo(Set.of(graph.resolve(prefix)));
            case Target.Relative(var steps) when steps > 0 -> forward(steps);
            case Target.Relative(var steps) ->
                throw new MigrationException("%d goes back: use downgrade".formatted(steps));
            case Target.Base() -> throw new MigrationException("base lies behind: use downgrade");
        };
    }

    /// The steps back. A revision that is not below where we stand is refused.
    List<Step> downgrade(Target target) {
        return switch (target) {
            case Target.Base() -> undo(applied);
            case Target.Named(var prefix) -> downTo(graph.resolve(prefix));
            case Target.Relative(var steps) when steps < 0 -> backward(-steps);
            case Target.Relative(var steps) ->
                throw new MigrationException("+%d goes forward: use upgrade".formatted(steps));
            case Target.Head(), Target.Heads() -> throw new MigrationException("a head lies ahead: use upgrade");
        };
    }

    private String onlyHead() {
        if (graph.heads().size() == 1) return graph.heads().getFirst();
        throw new MigrationException("Multiple head revisions are present: %s; name one, or say heads for all"
                .formatted(String.join(", ", graph.heads())));
    }

    private List<Step> upTo(Set<String> targets) {
        var needed = graph.withAncestors(targets);
        var walk = new Walk();
        for (var revision : graph.inOrder()) {
            if (needed.contains(revision.id()) && !applied.contains(revision.id())) walk.up(revision);
        }
        return walk.steps;
    }

    private List<Step> forward(int count) {
        var walk = new Walk();
        var done = new LinkedHashSet<>(applied);
        while (walk.steps.size() < count) {
            var next = graph.inOrder().stream()
                    .filter(revision -> !done.contains(revision.id()) && done.containsAll(revision.parents()))
                    .toList();
            if (next.isEmpty()) throw tooFar("+" + count, walk.steps.size());
            if (next.size() > 1)
                throw ambiguous("+" + count, next.stream().map(Revision::id).toList());
            done.add(next.getFirst().id());
            walk.up(next.getFirst());
        }
        return walk.steps;
    }

    private List<Step> backward(int count) {
        var walk = new Walk();
        while (walk.steps.size() < count) {
            if (walk.heads.isEmpty()) throw tooFar("-" + count, walk.steps.size());
            if (walk.heads.size() > 1) throw ambiguous("-" + count, walk.heads);
            walk.down(graph.get(walk.heads.getFirst()));
        }
        return walk.steps;
    }

    private List<Step> downTo(String id) {
        if (!applied.contains(id)) {
            throw new MigrationException(
                    "revision %s does not lie below %s, where the database stands".formatted(id, Ids.of(current)));
        }
        var undone = new LinkedHashSet<String>();
        for (var revision : graph.inOrder()) {
            var standsOnIt =
                    revision.parents().stream().anyMatch(parent -> parent.equals(id) || undone.contains(parent));
            if (standsOnIt && applied.contains(revision.id())) undone.add(revision.id());
        }
        return undo(undone);
    }

    private List<Step> undo(Set<String> ids) {
        var walk = new Walk();
        for (var revision : graph.inOrder().reversed()) {
            if (ids.contains(revision.id())) walk.down(revision);
        }
        return walk.steps;
    }

    private static MigrationException tooFar(String asked, int possible) {
        return new MigrationException("%s is too far: only %d %s that way"
                .formatted(asked, possible, possible == 1 ? "revision lies" : "revisions lie"));
    }

    private static MigrationException ambiguous(String asked, Collection<String> choices) {
        return new MigrationException(
                "Ambiguous walk: %s could go by %s; name the revision".formatted(asked, String.join(" or ", choices)));
    }

    /// Keeps the version table's rows in step while the list of steps grows.
    private final class Walk {
        private final List<Step> steps = new ArrayList<>();
        private LinkedHashSet<String> heads = new LinkedHashSet<>(current);

        void up(Revision revision) {
            var after = new LinkedHashSet<>(heads);
            revision.parents().forEach(after::remove);
            after.add(revision.id());
            add(revision, Direction.UPGRADE, after);
        }

        /// A parent becomes a row again unless another row already stands on it.
        void down(Revision revision) {
            var after = new LinkedHashSet<>(heads);
            after.remove(revision.id());
            var covered = graph.withAncestors(after);
            revision.parents().stream()
                    .filter(parent -> !covered.contains(parent))
                    .forEach(after::add);
            add(revision, Direction.DOWNGRADE, after);
        }

        private void add(Revision revision, Direction direction, LinkedHashSet<String> after) {
            steps.add(new Step(revision, direction, heads, after));
            heads = after;
        }
    }
}
