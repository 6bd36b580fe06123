package dev.gatehouse.migrations;

import dev.gatehouse.migrations.shape.MigrationException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Puts revisions in an order in which they can run: parents and dependencies first, among equals as they were
/// given.
final class Order {
    private Order() {}

    /// Takes away, again and again, whatever stands only on what was taken; what is left goes in circles.
    static Map<String, Revision> of(Links links) {
        var sorted = new LinkedHashMap<String, Revision>();
        var waiting = new HashMap<String, Integer>();
        var above = new HashMap<String, List<String>>();
        var ready = new ArrayList<String>();
        for (var id : links.byId().keySet()) {
            var below = links.below(id);
            waiting.put(id, below.size());
            below.forEach(under ->
                    above.computeIfAbsent(under, _ -> new ArrayList<>()).add(id));
            if (below.isEmpty()) ready.add(id);
        }
        for (var next = 0; next < ready.size(); next++) {
            var id = ready.get(next);
            sorted.put(id, links.byId().get(id));
            for (var over : above.getOrDefault(id, List.of())) {
                if (waiting.merge(over, -1, Integer::sum) == 0) ready.add(over);
            }
        }
        if (sorted.size() < links.byId().size()) throw circle(links, sorted.keySet());
        return sorted;
    }

    /// Goes down among what could not be sorted until an id comes twice: that stretch is the circle.
    private static MigrationException circle(Links links, Set<String> sorted) {
        var unsorted = new TreeSet<>(links.byId().keySet());
        unsorted.removeAll(sorted);
        var walk = new ArrayList<String>();
        var at = unsorted.first();
        while (!walk.contains(at)) {
            walk.add(at);
            at = links.below(at).stream().filter(unsorted::contains).findFirst().orElseThrow();
        }
        var circle = new ArrayList<>(walk.subList(walk.indexOf(at), walk.size()));
        circle.add(at);
        var steps = circle.reversed();
        return new MigrationException("the revisions go in a circle%s: %s"
                .formatted(isByParents(links, steps) ? "" : " by what they depend on", String.join(" -> ", steps)));
    }

    private static boolean isByParents(Links links, List<String> steps) {
        for (var at = 1; at < steps.size(); at++) {
            if (!links.byId().get(steps.get(at)).parents().contains(steps.get(at - 1))) return false;
        }
        return true;
    }
}
