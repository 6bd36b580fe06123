package dev.gatehouse.permissions.relation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The obvious snapshot: maps of what was given. Right for some thousands of relationships, and what the
/// compact one is compared with.
public final class PlainSnapshot implements Snapshot {

    private record Tie(int object, String relation, int user) {}

    private record Row(int object, String relation) {}

    private record ReverseRow(int user, String type, String relation) {}

    private final NodeNames nodes = new NodeNames();
    private final Map<Tie, Integer> edges = new LinkedHashMap<>();
    private final Map<Row, EdgeList> users = new HashMap<>();
    private final Map<Row, EdgeList> usersets = new HashMap<>();
    private final Map<ReverseRow, EdgeList> objects = new HashMap<>();
    private final List<ConditionUse> conditions = new ArrayList<>();

    private PlainSnapshot() {}

    /// @param relationships of two with the same object, relation and user the later counts
    public static PlainSnapshot of(Collection<Relationship> relationships) {
        var snapshot = new PlainSnapshot();
        relationships.forEach(snapshot::put);
        snapshot.edges.forEach(snapshot::list);
        return snapshot;
    }

    private void put(Relationship relationship) {
        var tie = new Tie(node(relationship.object()), relationship.relation().intern(), node(relationship.user()));
        edges.put(tie, relationship.condition().map(this::number).orElse(PLAIN));
    }

    private int number(ConditionUse use) {
        conditions.add(use);
        return conditions.size();
    }

    private int node(String name) {
        Names.type(name);
        if (Names.isUserset(name)) node(Names.object(name));
        return nodes.meet(name);
    }

    private void list(Tie tie, int edge) {
        var row = new Row(tie.object(), tie.relation());
        users.computeIfAbsent(row, _ -> new EdgeList()).add(tie.user(), edge);
        if (isUserset(tie.user()))
            usersets.computeIfAbsent(row, _ -> new EdgeList()).add(tie.user(), edge);
        var reverse = new ReverseRow(tie.user(), type(tie.object()), tie.relation());
        objects.computeIfAbsent(reverse, _ -> new EdgeList()).add(tie.object(), edge);
    }

    @Override
    public int find(String name) {
        return nodes.find(name);
    }

    @Override
    public String name(int node) {
        return nodes.name(node);
    }

    @Override
    public String type(int node) {
        return nodes.type(node);
    }

    @Override
    public boolean isUserset(int node) {
        return nodes.isUserset(node);
    }

    @Override
    public int object(int userset) {
        return nodes.object(userset);
    }

    @Override
    public String relation(int userset) {
        return nodes.relation(userset);
    }

    @Override
    public int edge(int object, String relation, int user) {
        return edges.getOrDefault(new Tie(object, relation, user), ABSENT);
    }

    @Override
    public ConditionUse condition(int edge) {
        return conditions.get(edge - 1);
    }

    @Override
    public Edges users(int object, String relation) {
        return edges(users.get(new Row(object, relation)));
    }

    @Override
    public Edges usersets(int object, String relation) {
        return edges(usersets.get(new Row(object, relation)));
    }

    @Override
    public Edges objects(int user, String type, String relation) {
        return edges(objects.get(new ReverseRow(user, type, relation)));
    }

    private static Edges edges(EdgeList list) {
        return list == null ? Edges.NONE : list.edges();
    }
}
