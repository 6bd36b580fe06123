package dev.gatehouse.permissions.relation;

import java.util.Arrays;
import java.util.SortedMap;

/// What became of a row of an [Adjacency] since it was laid out. It never changes.
///
/// @param members whom something happened to, sorted
/// @param edges for each [Snapshot#ABSENT] if it is tied no more, otherwise how it is tied now
record RowChange(int[] members, int[] edges) {

    /// Nothing happened to a member.
    static final int UNCHANGED = -2;

    static final RowChange NONE = new RowChange(new int[0], new int[0]);

    /// @param more what became of some members after that, in their order
    RowChange with(SortedMap<Integer, Integer> more) {
        var all = new RowChange(new int[members.length + more.size()], new int[members.length + more.size()]);
        var size = 0;
        var next = 0;
        for (var change : more.entrySet()) {
            int member = change.getKey();
            var found = Arrays.binarySearch(members, next, members.length, member);
            var place = found < 0 ? -found - 1 : found;
            size = copy(next, place, all, size);
            next = found < 0 ? place : place + 1;
            all.members[size] = member;
            all.edges[size++] = change.getValue();
        }
        return all.first(copy(next, members.length, all, size));
    }

    /// @return where the next one goes
    private int copy(int from, int to, RowChange all, int size) {
        System.arraycopy(members, from, all.members, size, to - from);
        System.arraycopy(edges, from, all.edges, size, to - from);
        return size + to - from;
    }

    private RowChange first(int size) {
        return size == members.length ? this : new RowChange(Arrays.copyOf(members, size), Arrays.copyOf(edges, size));
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
