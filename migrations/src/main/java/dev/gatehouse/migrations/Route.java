package dev.gatehouse.migrations;

import dev.gatehouse.migrations.Step.Direction;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Finds the steps from where the database stands to where it is asked to go. A refusal comes before anything
/// runs.
///
/// [Upward] and [Downward] say which revisions; here they are put in order, with the version table's rows before
/// and after each. The rows are always the tips of what has run: a row gives way to whatever stands on it or
/// depends on it, and comes back when that is undone.
final class Route {

    private final RevisionGraph graph;
    private final Standing standing;

    Route(RevisionGraph graph, Collection<String> current) {
        this.graph = graph;
        standing = Standing.at(graph, current);
    }

    /// The steps from one place to another, without a database.
    static List<Step> between(RevisionGraph graph, Direction direction, Target.Range range) {
        var route = new Route(graph, new Names(graph).one(range.from()).stream().toList());
        return direction == Direction.UPGRADE ? route.upgrade(range.to()) : route.downgrade(range.to());
    }

    /// The steps forward. An ancestor of where we stand needs none.
    List<Step> upgrade(Target target) {
        var ids = new Upward(graph, standing).to(target);
        return steps(Direction.UPGRADE, graph.inOrder(), ids);
    }

    /// The steps back. A revision that is not below where we stand is refused.
    List<Step> downgrade(Target target) {
        var ids = new Downward(graph, standing).to(target);
        return steps(Direction.DOWNGRADE, graph.inOrder().reversed(), ids);
    }

    private List<Step> steps(Direction direction, List<Revision> order, Set<String> ids) {
        var steps = new ArrayList<Step>();
        var applied = new LinkedHashSet<>(standing.applied());
        var rows = standing.rows();
        for (var revision : order) {
            if (!ids.contains(revision.id())) continue;
            if (direction == Direction.UPGRADE) applied.add(revision.id());
            else applied.remove(revision.id());
            var after = graph.tips(applied);
            steps.add(new Step(revision, direction, rows, after));
            rows = after;
        }
        return steps;
    }
}
