package dev.gatehouse.permissions.relation;

/// What happened since a [CompactGraph] was packed. It never changes: with each commit there is another.
///
/// @param changes how many relationships were written and deleted
/// @param marks of the nodes that something was written about
/// @param types those of the graph, and new ones after them; so with `relations`
/// @param conditions by their numbers, which go on after those of the graph
/// @param byObject by object and relation what became of its users
/// @param byUser by user and label what became of its objects
record Overlay(
        int changes,
        Marks marks,
        Words types,
        Words relations,
        NewNames names,
        NewUsersets usersets,
        LongTrie<ConditionUse> conditions,
        int conditionCount,
        long conditionBytes,
        RowChanges byObject,
        RowChanges byUser) {

    static Overlay on(CompactGraph graph) {
        return new Overlay(
                0,
                new Marks(graph),
                graph.names().types(),
                graph.relations(),
                NewNames.NONE,
                NewUsersets.NONE,
                LongTrie.empty(),
                0,
                0,
                RowChanges.NONE,
                RowChanges.NONE);
    }

    /// @return `null` if nothing happened; so of [#objects]
    RowChange users(int object, int relation) {
        return marks.has(object) ? byObject.get(key(object, relation)) : null;
    }

    RowChange objects(int user, int label) {
        return marks.has(user) ? byUser.get(key(user, label)) : null;
    }

    static long key(int node, int label) {
        return (long) node << 32 | label;
    }

    static int node(long key) {
        return (int) (key >>> 32);
    }

    static int label(long key) {
        return (int) key;
    }

    /// Counted as it grew, so that it may be asked at any time.
    long bytes() {
        return marks.bytes()
                + types.bytes()
                + relations.bytes()
                + names.bytes()
                + usersets.bytes()
                + conditions.bytes()
                + conditionBytes
                + byObject.bytes()
                + byUser.bytes();
    }
}
