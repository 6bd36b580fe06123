package dev.gatehouse.permissions.relation;

import java.util.Arrays;

/// What became of a row of an [Adjacency] since it was laid out. It never changes.
///
/// @param members whom something happened to, sorted
/// @param edges for each [Snapshot#ABSENT] if it is tied no more, otherwise how it is tied now
record RowChange(int[] members, int[] edges) {

    /// Nothing happened to a member.
    static final int UNCHANGED = -2;

    static final RowChange NONE = new RowChange(new int[0], new int[0]);

    RowChange with(int member, int edge) {
        var found = Arrays.binarySearch(members, member);
        if (found < 0) return inserted(-found - 1, member, edge);
        var changed = edges.clone();
        changed[found] = edge;
        return new RowChange(members, changed);
    }

    private RowChange inserted(int place, int member, int edge) {
        var change = new RowChange(new int[members.length + 1], new int[members.length + 1]);
        System.arraycopy(members, 0, change.members, 0, place);
        System.arraycopy(edges, 0, change.edges, 0, place);
        change.members[place] = member;
        change.edges[place] = edge;
        System.arraycopy(members, place, change.members, place + 1, members.length - place);
        System.arraycopy(edges, place, change.edges, place + 1, members.length - place);
        return change;
    }

    /// @return how a member is tied now, [Snapshot#ABSENT], or [#UNCHANGED]
    int edge(int member) {
        var found = Arrays.binarySearch(members, member);
        return found < 0 ? UNCHANGED : edges[found];
    }

    /// The row as it is now.
    ///
    /// @param row as it was laid out, sorted, from `least` on
    /// @param least the members before it are left out
    Edges applied(Edges row, int least) {
        if (members.length == 0 || members[members.length - 1] < least) return row;
        var all = new EdgeList();
        var next = firstFrom(least);
        for (var index = 0; index < row.size(); index++) {
            var member = row.node(index);
            for (; next < members.length && members[next] < member; next++) add(all, next);
            if (next < members.length && members[next] == member) add(all, next++);
            else all.add(member, row.edge(index));
        }
        for (; next < members.length; next++) add(all, next);
        return all.edges();
    }

    private int firstFrom(int least) {
        var found = Arrays.binarySearch(members, least);
        return found < 0 ? -found - 1 : found;
    }

    private void add(EdgeList all, int index) {
        if (edges[index] != Snapshot.ABSENT) all.add(members[index], edges[index]);
    }

    long bytes() {
        return 24 + MemorySize.ofInts(members.length) + MemorySize.ofInts(edges.length);
    }
}
