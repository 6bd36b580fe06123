package dev.gatehouse.permissions.relation;

/// Relationships packed together: names in one array of letters, and both directions as arrays of numbers. It
/// never changes.
///
/// Its nodes are the numbers of the names; those of usersets are their numbers with the mark [#USERSET], so
/// that they come after all others in every row.
///
/// @param size how many relationships there are
/// @param byObject at the place of an object a row for each relation: its users
/// @param byUser at the place of a user a row for each type and relation: its objects
record CompactGraph(
        int size,
        NamePool names,
        Words relations,
        UsersetPool usersets,
        Adjacency byObject,
        Adjacency byUser,
        ConditionUse[] conditions,
        long conditionBytes) {

    static final int USERSET = 1 << 30;

    static final CompactGraph EMPTY = new CompactGraphBuilder().build();

    static boolean isUserset(int node) {
        return (node & USERSET) != 0;
    }

    /// What a row of [#byUser] is called.
    static int label(int type, int relation) {
        return type << 16 | relation;
    }

    /// @return the node of a userset, or [Snapshot#NOBODY]
    int userset(int object, int relation) {
        var number = usersets.find(object, relation);
        return number < 0 ? Snapshot.NOBODY : USERSET | number;
    }

    Edges users(int object, int relation) {
        return object < 0 || object >= names.count() ? Edges.NONE : byObject.row(object, relation);
    }

    Edges objects(int user, int label) {
        var place = place(user);
        return place < 0 ? Edges.NONE : byUser.row(place, label);
    }

    private int place(int user) {
        if (user < 0) return -1;
        var number = user & ~USERSET;
        if (!isUserset(user)) return number < names.count() ? number : -1;
        return number < usersets.count() ? names.count() + number : -1;
    }

    long bytes() {
        return names.bytes()
                + relations.bytes()
                + usersets.bytes()
                + byObject.bytes()
                + byUser.bytes()
                + MemorySize.ofReferences(conditions.length)
                + conditionBytes;
    }
}
