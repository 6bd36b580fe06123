package dev.gatehouse.permissions.relation;

/// The names that came since a graph was packed, with the nodes after its last. It never changes.
///
/// @param byHash those of the same hash hang on one another
/// @param nameBytes what the names themselves occupy
record NewNames(LongTrie<Named> byHash, LongTrie<Named> byNode, int count, long nameBytes) {

    static final NewNames NONE = new NewNames(LongTrie.empty(), LongTrie.empty(), 0, 0);

    /// @param type the number of its type
    /// @param next another of the same hash, or `null`
    record Named(String name, int type, int node, Named next) {}

    /// @param end where the name of the object ends, before the `#` of a userset
    /// @return its node, or [Snapshot#NOBODY]
    int find(String name, int end) {
        if (count == 0) return Snapshot.NOBODY;
        for (var named = byHash.get(NameHash.of(name, end)); named != null; named = named.next())
            if (named.name().length() == end && name.startsWith(named.name())) return named.node();
        return Snapshot.NOBODY;
    }

    Named get(int node) {
        return byNode.get(node);
    }

    /// @param name that is not among them
    NewNames with(String name, int type, int node) {
        var hash = NameHash.of(name, name.length());
        var named = new Named(name, type, node, byHash.get(hash));
        var bytes = nameBytes + 32 + MemorySize.ofStrings(name);
        return new NewNames(byHash.with(hash, named), byNode.with(node, named), count + 1, bytes);
    }

    long bytes() {
        return byHash.bytes() + byNode.bytes() + nameBytes;
    }
}
