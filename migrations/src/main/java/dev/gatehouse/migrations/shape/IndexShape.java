package dev.gatehouse.migrations.shape;

import java.util.List;
import java.util.Optional;

/// An index over columns in order.
///
/// @param where the condition that a row must meet to be in the index, as SQL text; empty: every row is
public record IndexShape(String name, boolean unique, List<Part> parts, Optional<String> where)
        implements TableElement {

    /// A column of the index and its direction.
    public record Part(String column, boolean descending) {}

    public IndexShape {
        Names.require("index", name);
        parts = List.copyOf(parts);
        Names.requireColumns("index " + name, parts.stream().map(Part::column).toList());
    }

    /// Only the rows that meet the condition are in the index.
    public IndexShape where(String condition) {
        return new IndexShape(name, unique, parts, Optional.of(condition));
    }

    public List<String> columns() {
        return parts.stream().map(Part::column).toList();
    }
}
