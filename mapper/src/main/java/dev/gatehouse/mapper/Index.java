package dev.gatehouse.mapper;

import java.util.List;
import java.util.Optional;

/// An index: its columns in order, each with its direction.
///
/// @param where the condition that a row must meet to be in the index, as SQL text that both databases
///     understand;
///     empty: every row is
public record Index(String name, boolean isUnique, List<Ordered.By<?>> columns, Optional<String> where) {
    public Index {
        Identifier.checked("index", name);
        columns = List.copyOf(columns);
        if (where.isPresent() && where.get().isBlank())
            throw new IllegalArgumentException("index " + name + ": the condition is empty");
    }
}
