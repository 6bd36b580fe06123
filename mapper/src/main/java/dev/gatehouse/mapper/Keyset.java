package dev.gatehouse.mapper;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Order, and going on in it from the last row seen.
final class Keyset {
    private Keyset() {}

    static List<Ordered.By<?>> order(Ordered.After<?>... columns) {
        if (columns.length == 0) throw new IllegalArgumentException("a keyset names at least one column");
        for (var column : columns) {
            if (column.order().column().isNullable())
                throw new IllegalArgumentException(
                        column.order().column() + " may be empty; a keyset goes on from values only");
        }
        var order = new ArrayList<Ordered.By<?>>(columns.length);
        for (var column : columns) order.add(column.order());
        return order;
    }

    static Condition condition(Ordered.After<?>... columns) {
        long given = Arrays.stream(columns).filter(it -> it.last().isPresent()).count();
        if (given == 0) return Condition.allOf();
        if (given < columns.length)
            throw new IllegalArgumentException("a keyset goes on from a value for each of its columns, or for none");
        return sameDirection(columns) ? asRow(columns) : asSteps(columns);
    }

    private static boolean sameDirection(Ordered.After<?>... columns) {
        return Arrays.stream(columns)
                        .map(it -> it.order().isDescending())
                        .distinct()
                        .count()
                == 1;
    }

    /// `(a, b) > (?, ?)`: an index over both answers it directly.
    private static Condition asRow(Ordered.After<?>... columns) {
        return new Condition(out -> {
            for (int i = 0; i < columns.length; i++)
                out.text(i == 0 ? "(" : ", ").expression(columns[i].order().column());
            out.text(columns[0].order().isDescending() ? ") < " : ") > ");
            for (int i = 0; i < columns.length; i++) bind(out.text(i == 0 ? "(" : ", "), columns[i]);
            out.text(")");
        });
    }

    /// `a <= ? and (a < ? or (a = ? and (b > ?)))`: the first part says nothing new and lets an index be used.
    private static Condition asSteps(Ordered.After<?>... columns) {
        return new Condition(out -> {
            compare(out, columns[0], columns[0].order().isDescending() ? " <= " : " >= ");
            out.text(" and ");
            step(out, columns, 0);
        });
    }

    private static void step(Phrase out, Ordered.After<?>[] columns, int at) {
        compare(out.text("("), columns[at], columns[at].order().isDescending() ? " < " : " > ");
        if (at + 1 < columns.length) {
            compare(out.text(" or ("), columns[at], " = ");
            step(out.text(" and "), columns, at + 1);
            out.text(")");
        }
        out.text(")");
    }

    private static void compare(Phrase out, Ordered.After<?> column, String operator) {
        bind(out.expression(column.order().column()).text(operator), column);
    }

    private static <T> void bind(Phrase out, Ordered.After<T> column) {
        out.bind(column.order().column(), column.last().orElseThrow());
    }

    /// The databases disagree about where empty columns belong, so it is spelled out where there may be any.
    static void writeOrder(Phrase out, List<Ordered.By<?>> order, Dialect dialect) {
        for (int i = 0; i < order.size(); i++) {
            var by = order.get(i);
            out.text(i == 0 ? " order by " : ", ").expression(by.column());
            if (by.isDescending()) out.text(" desc");
            if (dialect == Dialect.SQLITE && by.column().isNullable())
                out.text(by.isDescending() ? " nulls first" : " nulls last");
        }
    }
}
