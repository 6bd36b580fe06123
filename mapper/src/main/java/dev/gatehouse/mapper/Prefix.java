package dev.gatehouse.mapper;

import java.util.Optional;

/// Text that begins with something, as a range in the order of bytes: UTF-8 orders text by code points, and both
/// databases compare bytes.
final class Prefix {
    private Prefix() {}

    static <T> Condition condition(Expression<T> left, String prefix) {
        if (left.type().sqlType() != SqlType.TEXT)
            throw new IllegalArgumentException(left + " is " + left.type().sqlType() + "; only text starts with text");
        if (prefix.isEmpty()) return left.isNotNull();
        var from = ColumnType.TEXT.value(prefix);
        var end = end(prefix).map(ColumnType.TEXT::value);
        return new Condition(out -> {
            out.text("(").expression(left).text(" >= ").expression(from);
            end.ifPresent(it -> out.text(" and ").expression(left).text(" < ").expression(it));
            out.text(")");
        });
    }

    /// The first text after all that begin with the prefix; empty if there is none after them.
    static Optional<String> end(String prefix) {
        var points = prefix.codePoints().toArray();
        for (int last = points.length - 1; last >= 0; last--) {
            if (points[last] == Character.MAX_CODE_POINT) continue;
            points[last] = next(points[last]);
            return Optional.of(new String(points, 0, last + 1));
        }
        return Optional.empty();
    }

    /// Surrogates are no characters and cannot be stored.
    private static int next(int point) {
        return point + 1 == Character.MIN_SURROGATE ? Character.MAX_SURROGATE + 1 : point + 1;
    }
}
