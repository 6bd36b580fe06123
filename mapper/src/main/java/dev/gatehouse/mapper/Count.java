package dev.gatehouse.mapper;

/// The two projections that count.
final class Count {
    static final Projection<Long> ROWS = Projection.of(Expression.sql(ColumnType.BIGINT, "count(*)"));
    static final Projection<Integer> ONE = Projection.of(Expression.sql(ColumnType.INTEGER, "1"));

    private Count() {}
}
