package dev.gatehouse.permissions.relation;

/// Some nodes that one node is tied to, each with the condition of its tie. In no promised order; each once.
///
/// @param nodes only those from `from` on and before `to` are meant
/// @param edges for each node what [Snapshot#edge] would give; `null` where all are [Snapshot#PLAIN]
public record Edges(int[] nodes, int from, int to, int[] edges) {

    public static final Edges NONE = new Edges(new int[0], 0, 0, null);

    public int size() {
        return to - from;
    }

    public int node(int index) {
        return nodes[from + index];
    }

    /// [Snapshot#PLAIN], or a number for [Snapshot#condition].
    public int edge(int index) {
        return edges == null ? Snapshot.PLAIN : edges[from + index];
    }
}
