package dev.gatehouse.permissions.relation;

/// All relationships at one moment, in memory. It never changes, and any number of threads may read it: there
/// is nothing to lock.
///
/// Most of it is a [CompactGraph] that it shares with the snapshots before and after it; what happened since
/// that was packed lies over it.
public final class MemorySnapshot implements Snapshot {

    private final long revision;
    private final CompactGraph graph;
    private final Overlay overlay;
    private final NamePool names;
    private final UsersetPool usersets;

    MemorySnapshot(long revision, CompactGraph graph, Overlay overlay) {
        this.revision = revision;
        this.graph = graph;
        this.overlay = overlay;
        this.names = graph.names();
        this.usersets = graph.usersets();
    }

    /// Of the last commit that it holds.
    public long revision() {
        return revision;
    }

    CompactGraph graph() {
        return graph;
    }

    Overlay overlay() {
        return overlay;
    }

    @Override
    public int find(String name) {
        var hash = name.indexOf('#');
        if (hash < 0) return findObject(name, name.length());
        var object = findObject(name, hash);
        if (object == NOBODY) return NOBODY;
        var relation = overlay.relations().find(name.substring(hash + 1));
        return relation < 0 ? NOBODY : findUserset(object, relation);
    }

    @Override
    public int userset(int object, String relation) {
        var number = overlay.relations().find(relation);
        return number < 0 ? NOBODY : findUserset(object, number);
    }

    private int findObject(String name, int end) {
        var packed = names.find(name, end);
        return packed != NOBODY ? packed : overlay.names().find(name, end);
    }

    private int findUserset(int object, int relation) {
        var packed = graph.userset(object, relation);
        return packed != NOBODY ? packed : overlay.usersets().find(object, relation);
    }

    @Override
    public String name(int node) {
        if (CompactGraph.isUserset(node)) return Names.userset(name(object(node)), relation(node));
        return node < names.count()
                ? names.name(node)
                : overlay.names().get(node).name();
    }

    @Override
    public String type(int node) {
        var object = CompactGraph.isUserset(node) ? object(node) : node;
        var type = object < names.count()
                ? names.type(object)
                : overlay.names().get(object).type();
        return overlay.types().word(type);
    }

    @Override
    public boolean isUserset(int node) {
        return CompactGraph.isUserset(node);
    }

    @Override
    public int object(int userset) {
        var number = userset & ~CompactGraph.USERSET;
        return number < usersets.count()
                ? usersets.object(number)
                : overlay.usersets().get(userset).object();
    }

    @Override
    public String relation(int userset) {
        var number = userset & ~CompactGraph.USERSET;
        var relation = number < usersets.count()
                ? usersets.relation(number)
                : overlay.usersets().get(userset).relation();
        return overlay.relations().word(relation);
    }

    @Override
    public int edge(int object, String relation, int user) {
        var number = overlay.relations().find(relation);
        if (number < 0) return ABSENT;
        var change = overlay.users(object, number);
        if (change != null) {
            var edge = change.edge(user);
            if (edge != RowChange.UNCHANGED) return edge;
        }
        return Adjacency.edge(graph.users(object, number), user);
    }

    @Override
    public ConditionUse condition(int edge) {
        var packed = graph.conditions();
        return edge <= packed.length ? packed[edge - 1] : overlay.conditions().get(edge);
    }

    @Override
    public Edges users(int object, String relation) {
        return users(object, relation, 0);
    }

    @Override
    public Edges usersets(int object, String relation) {
        return users(object, relation, CompactGraph.USERSET);
    }

    private Edges users(int object, String relation, int least) {
        var number = overlay.relations().find(relation);
        if (number < 0) return Edges.NONE;
        return now(Adjacency.from(least, graph.users(object, number)), overlay.users(object, number), least);
    }

    @Override
    public Edges objects(int user, String type, String relation) {
        var typeNumber = overlay.types().find(type);
        var relationNumber = overlay.relations().find(relation);
        if (typeNumber < 0 || relationNumber < 0) return Edges.NONE;
        var label = CompactGraph.label(typeNumber, relationNumber);
        return now(graph.objects(user, label), overlay.objects(user, label), 0);
    }

    private static Edges now(Edges packed, RowChange change, int least) {
        return change == null ? packed : change.applied(packed, least);
    }
}
