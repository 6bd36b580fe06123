package dev.gatehouse.authzen;

import dev.gatehouse.permissions.relation.Snapshot;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// Which actions there are on a thing of the ready model: those that some role speaks of which is given on
/// it, or on something around it. Whether somebody may do them is another question.
final class RoleWords {

    /// What leads from a thing to the roles on it.
    private static final List<String> WAYS = List.of("assignment", "role", "within");

    private static final String INCLUDES = "includes";
    private static final String ACTIONS = "actions";

    private final Snapshot snapshot;
    private final Set<Integer> seen = new HashSet<>();
    private final Deque<Integer> waiting = new ArrayDeque<>();
    private final SortedSet<String> words = new TreeSet<>();

    RoleWords(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    /// @param thing `thing:document/charter`
    List<String> on(String thing) {
        go(snapshot.find(thing));
        while (!waiting.isEmpty()) {
            var node = waiting.pop();
            for (var way : WAYS) {
                var next = snapshot.users(node, way);
                for (var i = 0; i < next.size(); i++) go(next.node(i));
            }
            gather(node);
        }
        return List.copyOf(words);
    }

    private void gather(int role) {
        var included = snapshot.users(role, INCLUDES);
        for (var i = 0; i < included.size(); i++) {
            if (included.edge(i) <= Snapshot.PLAIN) continue;
            if (snapshot.condition(included.edge(i)).context().get(ACTIONS) instanceof List<?> actions)
                actions.forEach(action -> words.add(action.toString()));
        }
    }

    private void go(int node) {
        if (node != Snapshot.NOBODY && seen.add(node)) waiting.push(node);
    }
}
