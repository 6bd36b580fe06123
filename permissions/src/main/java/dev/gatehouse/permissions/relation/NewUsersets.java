package dev.gatehouse.permissions.relation;

/// The usersets that came since a graph was packed, with the nodes after its last. It never changes.
record NewUsersets(LongTrie<Userset> byName, LongTrie<Userset> byNode, int count) {

    static final NewUsersets NONE = new NewUsersets(LongTrie.empty(), LongTrie.empty(), 0);

    /// @param relation its number
    record Userset(int object, int relation, int node) {}

    /// @return its node, or [Snapshot#NOBODY]
    int find(int object, int relation) {
        var userset = byName.get(key(object, relation));
        return userset == null ? Snapshot.NOBODY : userset.node();
    }

    Userset get(int node) {
        return byNode.get(node);
    }

    NewUsersets with(int object, int relation, int node) {
        var userset = new Userset(object, relation, node);
        return new NewUsersets(byName.with(key(object, relation), userset), byNode.with(node, userset), count + 1);
    }

    private static long key(int object, int relation) {
        return (long) object << 32 | relation;
    }

    long bytes() {
        return byName.bytes() + byNode.bytes() + 24L * count;
    }
}
