package dev.gatehouse.permissions.relation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The nodes of a snapshot that keeps their names as they are: numbers from 0, in the order in which the names
/// were met.
public final class NodeNames {

    private final Map<String, Integer> nodes = new HashMap<>();
    private final List<String> names = new ArrayList<>();

    /// @return [Snapshot#NOBODY] if the name was not met yet
    public int find(String name) {
        return nodes.getOrDefault(name, Snapshot.NOBODY);
    }

    /// @return the node of the name; a new one if it was not met yet
    public int meet(String name) {
        var known = nodes.putIfAbsent(name, names.size());
        if (known != null) return known;
        names.add(name);
        return names.size() - 1;
    }

    public String name(int node) {
        return names.get(node);
    }

    /// As [Snapshot#type].
    public String type(int node) {
        return Names.type(name(node)).intern();
    }

    /// As [Snapshot#isUserset].
    public boolean isUserset(int node) {
        return Names.isUserset(name(node));
    }

    /// As [Snapshot#object].
    public int object(int userset) {
        return meet(Names.object(name(userset)));
    }

    /// As [Snapshot#relation].
    public String relation(int userset) {
        return Names.relation(name(userset)).intern();
    }
}
