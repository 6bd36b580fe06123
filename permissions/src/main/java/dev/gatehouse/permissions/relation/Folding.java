package dev.gatehouse.permissions.relation;

/// Packs a [MemorySnapshot] with all that lies over its graph into one new graph, with only the names that
/// are left.
final class Folding {

    private final MemorySnapshot snapshot;
    private final CompactGraph graph;
    private final Overlay overlay;
    private final CompactGraphBuilder builder = new CompactGraphBuilder();

    /// The new nodes by the old ones and one more; 0 for those of which nothing was said yet.
    private final int[] objects;

    private final int[] usersets;

    Folding(MemorySnapshot snapshot) {
        this.snapshot = snapshot;
        this.graph = snapshot.graph();
        this.overlay = snapshot.overlay();
        this.objects = new int[graph.names().count() + overlay.names().count()];
        this.usersets = new int[graph.usersets().count() + overlay.usersets().count()];
    }

    CompactGraph fold() {
        for (var object = 0; object < graph.names().count(); object++)
            for (var relation : graph.byObject().labels(object)) add(object, relation);
        overlay.byObject().byRow().forEach((key, _) -> {
            if (graph.users(Overlay.node(key), Overlay.label(key)).isEmpty())
                add(Overlay.node(key), Overlay.label(key));
        });
        return builder.build();
    }

    private void add(int object, int relationNumber) {
        var relation = overlay.relations().word(relationNumber);
        var users = snapshot.users(object, relation);
        for (var index = 0; index < users.size(); index++)
            builder.add(node(object), relation, node(users.node(index)), edge(users.edge(index)));
    }

    private int edge(int edge) {
        return edge == Snapshot.PLAIN ? Snapshot.PLAIN : builder.number(snapshot.condition(edge));
    }

    private int node(int node) {
        var known = CompactGraph.isUserset(node) ? usersets : objects;
        var number = node & ~CompactGraph.USERSET;
        if (known[number] == 0) known[number] = builder.node(snapshot.name(node)) + 1;
        return known[number] - 1;
    }
}
