package dev.gatehouse.mapper;

import java.util.EnumSet;
import java.util.Set;

/// SQL text with a type.
record Computed<T>(ColumnType<T> type, SqlText text) implements Expression<T> {
    private static final Set<SqlType> NUMBERS = EnumSet.of(SqlType.INTEGER, SqlType.BIGINT, SqlType.DOUBLE);

    static <T> Expression<T> sum(Expression<T> of, T amount) {
        if (!NUMBERS.contains(of.type().sqlType()))
            throw new IllegalArgumentException(of + " is " + of.type().sqlType() + "; only numbers add up");
        return new Computed<>(of.type(), SqlText.of("({} + {})", of, of.type().value(amount)));
    }

    static <T> Expression<T> proposed(Expression<T> of) {
        if (!(of instanceof Column<T> column))
            throw new IllegalArgumentException(of + " is no column; only a column has a proposed value");
        return new Computed<>(of.type(), SqlText.of("excluded." + column.bareSql()));
    }
}
