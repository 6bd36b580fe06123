package dev.gatehouse.permissions.relation;

/// Writes changes over a [CompactGraph] and what was written over it before; neither changes.
final class OverlayWriter {

    private final CompactGraph graph;
    private final Marks marks;
    private int changes;
    private Words types;
    private Words relations;
    private NewNames names;
    private NewUsersets usersets;
    private LongTrie<ConditionUse> conditions;
    private int conditionCount;
    private long conditionBytes;
    private final RowChanges byObject;
    private final RowChanges byUser;
    private final RowDrafts ofObjects = new RowDrafts();
    private final RowDrafts ofUsers = new RowDrafts();

    OverlayWriter(CompactGraph graph, Overlay overlay) {
        this.graph = graph;
        marks = overlay.marks();
        changes = overlay.changes();
        types = overlay.types();
        relations = overlay.relations();
        names = overlay.names();
        usersets = overlay.usersets();
        conditions = overlay.conditions();
        conditionCount = overlay.conditionCount();
        conditionBytes = overlay.conditionBytes();
        byObject = overlay.byObject();
        byUser = overlay.byUser();
    }

    Overlay overlay() {
        return new Overlay(
                changes,
                marks,
                types,
                relations,
                names,
                usersets,
                conditions,
                conditionCount,
                conditionBytes,
                ofObjects.over(byObject),
                ofUsers.over(byUser));
    }

    void write(Change change) {
        var relationship = change.relationship();
        var object = object(relationship.object());
        var relation = relation(relationship.relation());
        var user = node(relationship.user());
        var label = CompactGraph.label(type(object), relation);
        var edge = edge(change);
        changes++;
        marks.add(object);
        marks.add(user);
        ofObjects.put(Overlay.key(object, relation), user, edge);
        ofUsers.put(Overlay.key(user, label), object, edge);
    }

    private int edge(Change change) {
        return switch (change.kind()) {
            case DELETED -> Snapshot.ABSENT;
            case WRITTEN -> change.relationship().condition().map(this::number).orElse(Snapshot.PLAIN);
        };
    }

    private int number(ConditionUse use) {
        var number = graph.conditions().length + ++conditionCount;
        conditions = conditions.with(number, use);
        conditionBytes += MemorySize.of(use);
        return number;
    }

    private int node(String name) {
        if (!Names.isUserset(name)) return object(name);
        var object = object(Names.object(name));
        var relation = relation(Names.relation(name));
        var known = graph.userset(object, relation);
        if (known == Snapshot.NOBODY) known = usersets.find(object, relation);
        if (known != Snapshot.NOBODY) return known;
        var node = CompactGraph.USERSET | graph.usersets().count() + usersets.count();
        usersets = usersets.with(object, relation, node);
        return node;
    }

    private int object(String name) {
        var known = graph.names().find(name, name.length());
        if (known == Snapshot.NOBODY) known = names.find(name, name.length());
        if (known != Snapshot.NOBODY) return known;
        var type = Names.type(name);
        types = types.with(type);
        var node = graph.names().count() + names.count();
        names = names.with(name, types.find(type), node);
        return node;
    }

    private int type(int object) {
        return object < graph.names().count()
                ? graph.names().type(object)
                : names.get(object).type();
    }

    private int relation(String relation) {
        relations = relations.with(relation);
        return relations.find(relation);
    }
}
