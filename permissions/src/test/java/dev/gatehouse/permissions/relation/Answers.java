package dev.gatehouse.permissions.relation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Everything that a snapshot answers about some names, in names again: so that snapshots whose nodes differ
/// can be compared.
final class Answers {

    private final Snapshot snapshot;
    private final Map<String, Object> all = new TreeMap<>();

    private Answers(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    /// @param names of objects, usersets and everybody of a type
    static Map<String, Object> of(Snapshot snapshot, Collection<String> names, List<String> relations) {
        var answers = new Answers(snapshot);
        for (var name : names) {
            answers.aboutName(name);
            for (var relation : relations) {
                answers.aboutObject(name, relation);
                for (var user : names) answers.aboutEdge(name, relation, user);
                names.stream().map(Names::type).distinct().forEach(type -> answers.aboutUser(name, type, relation));
            }
        }
        return answers.all;
    }

    /// Those of one relation of one object, with their conditions.
    static Map<String, Optional<ConditionUse>> users(Snapshot snapshot, String object, String relation) {
        return new Answers(snapshot).named(snapshot.users(snapshot.find(object), relation));
    }

    static Map<String, Optional<ConditionUse>> usersets(Snapshot snapshot, String object, String relation) {
        return new Answers(snapshot).named(snapshot.usersets(snapshot.find(object), relation));
    }

    static Map<String, Optional<ConditionUse>> objects(Snapshot snapshot, String user, String type, String relation) {
        return new Answers(snapshot).named(snapshot.objects(snapshot.find(user), type, relation));
    }

    private void aboutName(String name) {
        var node = snapshot.find(name);
        if (node == Snapshot.NOBODY) return;
        var about = new ArrayList<>();
        about.add(snapshot.name(node).equals(name));
        about.add(snapshot.type(node) == Names.type(name).intern());
        about.add(snapshot.isUserset(node) == Names.isUserset(name));
        if (snapshot.isUserset(node)) {
            about.add(snapshot.object(node) == snapshot.find(Names.object(name)));
            about.add(snapshot.relation(node) == Names.relation(name).intern());
        }
        if (about.contains(false)) all.put(name, about);
    }

    private void aboutEdge(String object, String relation, String user) {
        var edge = snapshot.edge(snapshot.find(object), relation, snapshot.find(user));
        if (edge != Snapshot.ABSENT) all.put(object + "#" + relation + "@" + user, condition(edge));
    }

    private void aboutObject(String object, String relation) {
        put("users of " + object + "#" + relation, users(snapshot, object, relation));
        put("usersets of " + object + "#" + relation, usersets(snapshot, object, relation));
    }

    private void aboutUser(String user, String type, String relation) {
        put(type + "#" + relation + " of " + user, objects(snapshot, user, type, relation));
    }

    private void put(String what, Map<String, Optional<ConditionUse>> named) {
        if (!named.isEmpty()) all.put(what, named);
    }

    private Map<String, Optional<ConditionUse>> named(Edges edges) {
        var named = new TreeMap<String, Optional<ConditionUse>>();
        for (var index = 0; index < edges.size(); index++) {
            var before = named.put(snapshot.name(edges.node(index)), condition(edges.edge(index)));
            if (before != null) throw new AssertionError("twice: " + snapshot.name(edges.node(index)));
        }
        return named;
    }

    private Optional<ConditionUse> condition(int edge) {
        return edge == Snapshot.PLAIN ? Optional.empty() : Optional.of(snapshot.condition(edge));
    }
}
