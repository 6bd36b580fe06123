package dev.gatehouse.permissions.relation;

/// Some nodes that one node is tied to, each with the condition of its tie. In no promised order; each once.
///
/// It is a part of larger arrays, so that a snapshot in memory copies nothing to answer. Nobody may write to
/// them.
///
/// @param nodes only those from `from` on and before `to` are meant
/// @param edges for each node what [Snapshot#edge] would give; `null` where all are [Snapshot#PLAIN]
/// @param edgesFrom where in `edges` that of the first node stands
public record Edges(int[] nodes, int from, int to, int[] edges, int edgesFrom) {

    /// Tied to nothing.
    public static final Edges NONE = new Edges(new int[0], 0, 0, null);

    /// Edges that stand in their array where the nodes stand in theirs.
    public Edges(int[] nodes, int from, int to, int[] edges) {
        this(nodes, from, to, edges, from);
    }

    public int size() {
        return to - from;
    }

    public boolean isEmpty() {
        return to == from;
    }

    public int node(int index) {
        return nodes[from + index];
    }

    /// [Snapshot#PLAIN], or a number for [Snapshot#condition].
    public int edge(int index) {
        return edges == null ? Snapshot.PLAIN : edges[edgesFrom + index];
    }
}
