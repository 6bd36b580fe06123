package dev.gatehouse.permissions.relation;

import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;

/// Things put in order by counting, again and again from the least to the most important of their numbers: a
/// million of them in some milliseconds each time, no matter how they lay.
final class Order {

    private int[] order;
    private int size;

    Order(int size) {
        this.size = size;
        this.order = new int[size];
        for (var index = 0; index < size; index++) order[index] = index;
    }

    int size() {
        return size;
    }

    int at(int position) {
        return order[position];
    }

    /// Those with the lesser key come first; those with the same stay as they are.
    ///
    /// @param range above every key
    void by(IntUnaryOperator key, int range) {
        var next = new int[range + 1];
        for (var position = 0; position < size; position++) next[key.applyAsInt(order[position]) + 1]++;
        for (var value = 0; value < range; value++) next[value + 1] += next[value];
        var ordered = new int[size];
        for (var position = 0; position < size; position++)
            ordered[next[key.applyAsInt(order[position])]++] = order[position];
        order = ordered;
    }

    /// Keeps only those at the positions of which it is true.
    void keep(IntPredicate positions) {
        var kept = 0;
        for (var position = 0; position < size; position++)
            if (positions.test(position)) order[kept++] = order[position];
        size = kept;
    }
}
