package dev.gatehouse.permissions.relation;

import java.util.Arrays;

/// Who is tied to whom, in one direction: for each place some rows, each with a label and its members,
/// sorted.
///
/// All is in one array, and what belongs to a place lies together, so that a lookup touches memory twice:
///
/// ```
/// first:  … where the place begins …
/// data:   label, where its members begin | label, where … | members | members, conditions |
/// ```
///
/// A row that holds a condition is marked at its label, and has as many numbers of conditions after its
/// members.
///
/// @param first for each place, and for one beyond the last, where it begins
record Adjacency(int[] first, int[] data) {

    /// Marks the label of a row in which somebody is tied with a condition.
    static final int CONDITIONAL = 1 << 31;

    /// So many members are looked at one after the other quicker than by halves.
    private static final int FEW = 16;

    /// The members of a row; none if there is no such row.
    ///
    /// @param label from 0 on
    Edges row(int place, int label) {
        var at = first[place];
        var end = first[place + 1];
        if (at == end) return Edges.NONE;
        var members = data[at + 1];
        for (var header = at; header < members; header += 2)
            if ((data[header] & ~CONDITIONAL) == label)
                return edges(header, header + 2 < members ? data[header + 3] : end);
        return Edges.NONE;
    }

    private Edges edges(int header, int end) {
        var from = data[header + 1];
        if ((data[header] & CONDITIONAL) == 0) return new Edges(data, from, end, null);
        var middle = (from + end) >>> 1;
        return new Edges(data, from, middle, data, middle);
    }

    /// How a row ties a member: what [Snapshot#edge] gives.
    static int edge(Edges row, int member) {
        if (row.size() > FEW) return edgeOfMany(row, member);
        for (var index = row.from(); index < row.to(); index++)
            if (row.nodes()[index] == member) return row.edge(index - row.from());
        return Snapshot.ABSENT;
    }

    private static int edgeOfMany(Edges row, int member) {
        var found = Arrays.binarySearch(row.nodes(), row.from(), row.to(), member);
        return found < 0 ? Snapshot.ABSENT : row.edge(found - row.from());
    }

    /// The members of a row that are not less than `least`.
    static Edges from(int least, Edges row) {
        if (row.isEmpty() || row.nodes()[row.from()] >= least) return row;
        if (row.nodes()[row.to() - 1] < least) return Edges.NONE;
        var found = Arrays.binarySearch(row.nodes(), row.from(), row.to(), least);
        var from = found < 0 ? -found - 1 : found;
        return new Edges(row.nodes(), from, row.to(), row.edges(), row.edgesFrom() + from - row.from());
    }

    /// The labels of the rows of a place.
    int[] labels(int place) {
        var at = first[place];
        if (at == first[place + 1]) return new int[0];
        var labels = new int[(data[at + 1] - at) / 2];
        for (var row = 0; row < labels.length; row++) labels[row] = data[at + 2 * row] & ~CONDITIONAL;
        return labels;
    }

    long bytes() {
        return MemorySize.ofInts(first.length) + MemorySize.ofInts(data.length);
    }
}
