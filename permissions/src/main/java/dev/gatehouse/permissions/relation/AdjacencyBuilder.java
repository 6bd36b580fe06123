package dev.gatehouse.permissions.relation;

/// Lays relationships out as an [Adjacency].
///
/// They are put in order by place, label and member with four rounds of counting; of those that are alike in
/// all three the last one counts.
final class AdjacencyBuilder {

    private static final int HALF = 16;
    private static final int LOWER_HALF = 0xFFFF;

    private final int[] places;
    private final int[] labels;
    private final int[] members;
    private final int[] edges;
    private final int placeCount;
    private final Order order;
    private final Ints data = new Ints();

    /// All the arrays have for each relationship one number.
    ///
    /// @param places from 0 on, below `placeCount`
    /// @param labels two numbers of 15 and 16 bits
    /// @param ranks the order of the members, below `rankCount`
    /// @param edges [Snapshot#PLAIN], or the number of a condition
    AdjacencyBuilder(
            int[] places, int placeCount, int[] labels, int[] members, int[] ranks, int rankCount, int[] edges) {
        this.places = places;
        this.placeCount = placeCount;
        this.labels = labels;
        this.members = members;
        this.edges = edges;
        this.order = new Order(places.length);
        order.by(index -> ranks[index], rankCount);
        order.by(index -> labels[index] & LOWER_HALF, LOWER_HALF + 1);
        order.by(index -> labels[index] >>> HALF, LOWER_HALF + 1);
        order.by(index -> places[index], placeCount);
        order.keep(this::isLastOfItsKind);
    }

    private boolean isLastOfItsKind(int position) {
        if (position + 1 == order.size()) return true;
        var index = order.at(position);
        var next = order.at(position + 1);
        return places[index] != places[next] || labels[index] != labels[next] || members[index] != members[next];
    }

    /// How many relationships are left, each once.
    int size() {
        return order.size();
    }

    Adjacency build() {
        var first = new int[placeCount + 1];
        var position = 0;
        for (var place = 0; place < placeCount; place++) {
            first[place] = data.size();
            position = addPlace(place, position);
        }
        first[placeCount] = data.size();
        return new Adjacency(first, data.toArray());
    }

    /// @param from the position of the place's first relationship
    /// @return that of the next place's first
    private int addPlace(int place, int from) {
        var rows = 0;
        var end = from;
        for (; end < order.size() && places[order.at(end)] == place; end = rowEnd(end)) rows++;
        var members = data.size() + 2 * rows;
        for (var row = from; row < end; row = rowEnd(row)) members = addHeader(row, members);
        for (var row = from; row < end; row = rowEnd(row)) addMembers(row);
        return end;
    }

    private int rowEnd(int row) {
        var index = order.at(row);
        var end = row + 1;
        while (end < order.size() && places[order.at(end)] == places[index] && labels[order.at(end)] == labels[index])
            end++;
        return end;
    }

    /// @return where the members of the next row begin
    private int addHeader(int row, int members) {
        var conditional = isConditional(row);
        data.add(labels[order.at(row)] | (conditional ? Adjacency.CONDITIONAL : 0));
        data.add(members);
        return members + (rowEnd(row) - row) * (conditional ? 2 : 1);
    }

    private void addMembers(int row) {
        var end = rowEnd(row);
        for (var position = row; position < end; position++) data.add(members[order.at(position)]);
        if (isConditional(row))
            for (var position = row; position < end; position++) data.add(edges[order.at(position)]);
    }

    private boolean isConditional(int row) {
        var end = rowEnd(row);
        for (var position = row; position < end; position++)
            if (edges[order.at(position)] != Snapshot.PLAIN) return true;
        return false;
    }
}
