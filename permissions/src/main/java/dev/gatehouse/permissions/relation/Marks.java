package dev.gatehouse.permissions.relation;

/// Which nodes of a [CompactGraph] something was written about since it was packed, so that for all others
/// nobody looks for changes: one bit a node.
///
/// Marks are only ever added, by the one who writes and before a snapshot shows what is written. An older
/// snapshot may see marks of later changes; it looks for changes then, and finds none.
final class Marks {

    private static final int BITS = 5;

    private final int[] ofObjects;
    private final int[] ofUsersets;

    Marks(CompactGraph graph) {
        ofObjects = new int[(graph.names().count() >>> BITS) + 1];
        ofUsersets = new int[(graph.usersets().count() >>> BITS) + 1];
    }

    void add(int node) {
        var number = node & ~CompactGraph.USERSET;
        var bits = CompactGraph.isUserset(node) ? ofUsersets : ofObjects;
        if (number >>> BITS < bits.length) bits[number >>> BITS] |= 1 << number;
    }

    /// Whether there may be changes; of a node that the graph does not know there may be always.
    boolean has(int node) {
        var number = node & ~CompactGraph.USERSET;
        var bits = CompactGraph.isUserset(node) ? ofUsersets : ofObjects;
        return number >>> BITS >= bits.length || (bits[number >>> BITS] & 1 << number) != 0;
    }

    long bytes() {
        return MemorySize.ofInts(ofObjects.length) + MemorySize.ofInts(ofUsersets.length);
    }
}
