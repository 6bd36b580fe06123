package dev.gatehouse.mapper;

import java.util.List;

/// One of several values.
final class In {
    /// More than this many values want a table of their own. Both databases bind about 32,000.
    static final int MOST = 16_384;

    private In() {}

    /// The list is filled up to a power of two with its last value, so that lists of all lengths share few
    /// statements.
    static <T> Condition condition(Expression<T> left, List<T> values) {
        if (values.size() > MOST)
            throw new IllegalArgumentException(left + " in " + values.size() + " values; at most " + MOST);
        if (values.isEmpty()) return new Condition(out -> out.text("1 = 0"));
        int room = Integer.highestOneBit(values.size() * 2 - 1);
        return new Condition(out -> {
            out.expression(left).text(" in (");
            for (int i = 0; i < room; i++) {
                if (i > 0) out.text(", ");
                out.bind(left, values.get(Math.min(i, values.size() - 1)));
            }
            out.text(")");
        });
    }
}
