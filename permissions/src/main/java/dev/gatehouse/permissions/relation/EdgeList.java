package dev.gatehouse.permissions.relation;

import java.util.Arrays;

/// Gathers [Edges] one by one.
public final class EdgeList {

    private static final int FIRST_ROOM = 8;

    private int[] nodes = new int[FIRST_ROOM];
    private int[] edges;
    private int size;

    /// @param edge [Snapshot#PLAIN], or a number for [Snapshot#condition]
    public void add(int node, int edge) {
        if (size == nodes.length) grow();
        if (edge != Snapshot.PLAIN && edges == null) edges = new int[nodes.length];
        if (edges != null) edges[size] = edge;
        nodes[size++] = node;
    }

    /// What was added until now. Whoever adds more afterwards does not change it.
    public Edges edges() {
        return size == 0 ? Edges.NONE : new Edges(nodes, 0, size, edges);
    }

    private void grow() {
        nodes = Arrays.copyOf(nodes, size * 2);
        if (edges != null) edges = Arrays.copyOf(edges, size * 2);
    }
}
