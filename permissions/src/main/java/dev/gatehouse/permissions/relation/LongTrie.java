package dev.gatehouse.permissions.relation;

/// A map from numbers that never changes: putting something in gives another map that shares nearly all with
/// this one.
///
/// It is a hash-array-mapped trie: at each level five bits of the key's hash choose one of 32 branches. No
/// two keys have the same hash, so that there is nothing to do about collisions.
///
/// @param <V> of the values
final class LongTrie<V> {

    private static final int BITS = 5;
    private static final int BRANCHES = 31;

    /// Takes what is in the map, one by one.
    interface Entry<V> {
        void accept(long key, V value);
    }

    /// @param leaves the branches that end here, as bits
    /// @param nodes the branches that go on
    /// @param keys of the leaves
    /// @param below the values of the leaves, then the nodes
    /// @param bytesBelow what the nodes occupy
    private record Node(int leaves, int nodes, long[] keys, Object[] below, long bytesBelow) {

        long bytes() {
            return 40 + MemorySize.ofLongs(keys.length) + MemorySize.ofReferences(below.length) + bytesBelow;
        }

        /// The same with another node in the place of one.
        Node with(int place, Node other) {
            var before = ((Node) below[place]).bytes();
            return new Node(leaves, nodes, keys, replaced(below, place, other), bytesBelow - before + other.bytes());
        }
    }

    private static final Node NOTHING = new Node(0, 0, new long[0], new Object[0], 0);
    private static final LongTrie<?> EMPTY = new LongTrie<>(NOTHING);

    private final Node root;

    private LongTrie(Node root) {
        this.root = root;
    }

    @SuppressWarnings("unchecked")
    static <V> LongTrie<V> empty() {
        return (LongTrie<V>) EMPTY;
    }

    /// @return `null` if there is nothing
    @SuppressWarnings("unchecked")
    V get(long key) {
        var node = root;
        for (var hash = hash(key); ; hash >>>= BITS) {
            var branch = 1 << (hash & BRANCHES);
            if ((node.leaves & branch) != 0) {
                var leaf = before(node.leaves, branch);
                return node.keys[leaf] == key ? (V) node.below[leaf] : null;
            }
            if ((node.nodes & branch) == 0) return null;
            node = (Node) node.below[node.keys.length + before(node.nodes, branch)];
        }
    }

    LongTrie<V> with(long key, V value) {
        return new LongTrie<>(with(root, key, hash(key), 0, value));
    }

    private static Node with(Node node, long key, long hash, int shift, Object value) {
        var branch = 1 << (hash >>> shift & BRANCHES);
        if ((node.nodes & branch) != 0) {
            var place = node.keys.length + before(node.nodes, branch);
            var changed = with((Node) node.below[place], key, hash, shift + BITS, value);
            return node.with(place, changed);
        }
        var leaf = before(node.leaves, branch);
        if ((node.leaves & branch) == 0) return withLeaf(node, branch, leaf, key, value);
        if (node.keys[leaf] == key)
            return new Node(node.leaves, node.nodes, node.keys, replaced(node.below, leaf, value), node.bytesBelow);
        return withNode(node, branch, leaf, with(lower(node, leaf, shift + BITS), key, hash, shift + BITS, value));
    }

    /// A node that holds a leaf alone, for the level below the one where it was.
    private static Node lower(Node node, int leaf, int shift) {
        var key = node.keys[leaf];
        return withLeaf(NOTHING, 1 << (hash(key) >>> shift & BRANCHES), 0, key, node.below[leaf]);
    }

    private static Node withLeaf(Node node, int branch, int leaf, long key, Object value) {
        var keys = new long[node.keys.length + 1];
        System.arraycopy(node.keys, 0, keys, 0, leaf);
        keys[leaf] = key;
        System.arraycopy(node.keys, leaf, keys, leaf + 1, node.keys.length - leaf);
        var below = new Object[node.below.length + 1];
        System.arraycopy(node.below, 0, below, 0, leaf);
        below[leaf] = value;
        System.arraycopy(node.below, leaf, below, leaf + 1, node.below.length - leaf);
        return new Node(node.leaves | branch, node.nodes, keys, below, node.bytesBelow);
    }

    /// Where a leaf was, a node is.
    private static Node withNode(Node node, int branch, int leaf, Node below) {
        var keys = new long[node.keys.length - 1];
        System.arraycopy(node.keys, 0, keys, 0, leaf);
        System.arraycopy(node.keys, leaf + 1, keys, leaf, keys.length - leaf);
        var place = keys.length + before(node.nodes, branch);
        var all = new Object[node.below.length];
        System.arraycopy(node.below, 0, all, 0, leaf);
        System.arraycopy(node.below, leaf + 1, all, leaf, place - leaf);
        all[place] = below;
        System.arraycopy(node.below, place + 1, all, place + 1, all.length - place - 1);
        return new Node(node.leaves & ~branch, node.nodes | branch, keys, all, node.bytesBelow + below.bytes());
    }

    private static Object[] replaced(Object[] all, int index, Object by) {
        var copy = all.clone();
        copy[index] = by;
        return copy;
    }

    /// How many of the branches come before one.
    private static int before(int branches, int branch) {
        return Integer.bitCount(branches & branch - 1);
    }

    @SuppressWarnings("unchecked")
    void forEach(Entry<V> action) {
        forEach(root, (key, value) -> action.accept(key, (V) value));
    }

    private static void forEach(Node node, Entry<Object> action) {
        for (var index = 0; index < node.below.length; index++)
            if (index < node.keys.length) action.accept(node.keys[index], node.below[index]);
            else forEach((Node) node.below[index], action);
    }

    /// Without the values. It was counted as it grew.
    long bytes() {
        return root.bytes();
    }

    /// Mixes the bits and loses none: each step can be undone, so that different keys stay different.
    private static long hash(long key) {
        var hash = (key ^ key >>> 32) * 0x9E3779B97F4A7C15L;
        return hash ^ hash >>> 32;
    }
}
