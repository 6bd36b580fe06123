package dev.gatehouse.migrations;

import java.util.HashMap;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeSet;

/// Which branch labels a revision is seen under, its own and its branch's.
///
/// A label is seen on whatever stands on the revision that carries it. Where the branch goes on straight, it is
/// also seen below, back to the point where the branch left another one.
record Labels(RevisionGraph graph, Map<String, SequencedSet<String>> seen) {

    static Labels of(RevisionGraph graph, Map<String, String> carriers) {
        var labels = new Labels(graph, new HashMap<>());
        carriers.forEach(labels::spread);
        return labels;
    }

    Set<String> of(String id) {
        return seen.getOrDefault(id, new TreeSet<>());
    }

    private void spread(String label, String carrier) {
        var branch = graph.lineUp(carrier);
        branch.forEach(id -> add(label, id));
        if (branch.stream().anyMatch(this::isCrossing)) return;
        for (var at = carrier; !isCrossing(at); at = graph.get(at).parents().getFirst()) {
            add(label, at);
            if (graph.get(at).parents().isEmpty()) return;
        }
    }

    /// Where lines meet or part, dependencies included.
    private boolean isCrossing(String id) {
        return graph.isMergePoint(id) || graph.above(id).size() > 1;
    }

    private void add(String label, String id) {
        seen.computeIfAbsent(id, _ -> new TreeSet<>()).add(label);
    }
}
