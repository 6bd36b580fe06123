package dev.gatehouse.mapper;

import java.util.List;

/// Columns whose values no two rows share, in order.
public record UniqueKey(String name, List<Column<?>> columns) {
    public UniqueKey {
        Identifier.checked("unique key", name);
        columns = List.copyOf(columns);
    }
}
