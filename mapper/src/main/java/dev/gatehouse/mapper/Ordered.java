package dev.gatehouse.mapper;

/// A column with a direction, as `order by` and an index want it. A bare column is ascending.
public sealed interface Ordered permits Column, Ordered.By {
    /// The column to order by.
    Column<?> column();

    /// Whether the greatest comes first.
    boolean isDescending();

    /// A column and its direction, spelled out.
    record By(Column<?> column, boolean isDescending) implements Ordered {}
}
