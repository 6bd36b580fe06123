package dev.gatehouse.permissions.relation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Another snapshot, and relationships that hold for one question only.
///
/// Names that the other does not know get nodes of their own, counted down from [#HIGHEST], where no other
/// snapshot has any; so do the numbers of conditions.
public final class ContextualSnapshot implements Snapshot {

    private static final int HIGHEST = Integer.MAX_VALUE;

    private record Row(int object, String relation) {}

    private record ReverseRow(int user, String type, String relation) {}

    private final Snapshot below;
    private final List<String> names = new ArrayList<>();
    private final Map<String, Integer> nodes = new HashMap<>();
    private final List<ConditionUse> conditions = new ArrayList<>();
    private final Map<Row, Map<Integer, Integer>> users = new HashMap<>();
    private final Map<ReverseRow, Map<Integer, Integer>> objects = new HashMap<>();

    /// @param relationships each hides one that `below` has with the same object, relation and user; of two
    ///     such the later counts
    public ContextualSnapshot(Snapshot below, List<Relationship> relationships) {
        this.below = below;
        relationships.forEach(this::put);
    }

    private void put(Relationship relationship) {
        var object = node(relationship.object());
        var user = node(relationship.user());
        var relation = relationship.relation().intern();
        var edge = relationship.condition().map(this::number).orElse(PLAIN);
        users.computeIfAbsent(new Row(object, relation), _ -> new LinkedHashMap<>())
                .put(user, edge);
        objects.computeIfAbsent(new ReverseRow(user, type(object), relation), _ -> new LinkedHashMap<>())
                .put(object, edge);
    }

    private int number(ConditionUse use) {
        conditions.add(use);
        return HIGHEST - (conditions.size() - 1);
    }

    private int node(String name) {
        Names.type(name);
        if (Names.isUserset(name)) node(Names.object(name));
        var known = find(name);
        if (known != NOBODY) return known;
        names.add(name);
        var node = HIGHEST - (names.size() - 1);
        nodes.put(name, node);
        return node;
    }

    /// Whether it is a node that only the question's relationships know.
    private boolean isOwn(int node) {
        return node > HIGHEST - names.size();
    }

    @Override
    public int find(String name) {
        var known = below.find(name);
        return known != NOBODY ? known : nodes.getOrDefault(name, NOBODY);
    }

    @Override
    public int userset(int object, String relation) {
        var known = isOwn(object) ? NOBODY : below.userset(object, relation);
        return known != NOBODY || nodes.isEmpty()
                ? known
                : nodes.getOrDefault(Names.userset(name(object), relation), NOBODY);
    }

    @Override
    public boolean isQuick() {
        return below.isQuick();
    }

    @Override
    public String name(int node) {
        return isOwn(node) ? names.get(HIGHEST - node) : below.name(node);
    }

    @Override
    public String type(int node) {
        return isOwn(node) ? Names.type(name(node)).intern() : below.type(node);
    }

    @Override
    public boolean isUserset(int node) {
        return isOwn(node) ? Names.isUserset(name(node)) : below.isUserset(node);
    }

    @Override
    public int object(int userset) {
        return isOwn(userset) ? find(Names.object(name(userset))) : below.object(userset);
    }

    @Override
    public String relation(int userset) {
        return isOwn(userset) ? Names.relation(name(userset)).intern() : below.relation(userset);
    }

    @Override
    public int edge(int object, String relation, int user) {
        var own = users.getOrDefault(new Row(object, relation), Map.of()).get(user);
        if (own != null) return own;
        return isOwn(object) || isOwn(user) ? ABSENT : below.edge(object, relation, user);
    }

    @Override
    public ConditionUse condition(int edge) {
        return edge > HIGHEST - conditions.size() ? conditions.get(HIGHEST - edge) : below.condition(edge);
    }

    @Override
    public Edges users(int object, String relation) {
        var others = isOwn(object) ? Edges.NONE : below.users(object, relation);
        return together(others, users.getOrDefault(new Row(object, relation), Map.of()));
    }

    @Override
    public Edges usersets(int object, String relation) {
        var others = isOwn(object) ? Edges.NONE : below.usersets(object, relation);
        var own = new LinkedHashMap<>(users.getOrDefault(new Row(object, relation), Map.of()));
        own.keySet().removeIf(user -> !isUserset(user));
        return together(others, own);
    }

    @Override
    public Edges objects(int user, String type, String relation) {
        var others = isOwn(user) ? Edges.NONE : below.objects(user, type, relation);
        return together(others, objects.getOrDefault(new ReverseRow(user, type, relation), Map.of()));
    }

    /// Those from below that are not hidden, and the question's own.
    private static Edges together(Edges others, Map<Integer, Integer> own) {
        if (own.isEmpty()) return others;
        var all = new EdgeList();
        for (var index = 0; index < others.size(); index++)
            if (!own.containsKey(others.node(index))) all.add(others.node(index), others.edge(index));
        own.forEach(all::add);
        return all.edges();
    }
}
