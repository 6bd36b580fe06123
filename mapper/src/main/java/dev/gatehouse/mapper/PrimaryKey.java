package dev.gatehouse.mapper;

import java.util.List;

/// The columns that tell a table's rows apart, in order.
public record PrimaryKey(String name, List<Column<?>> columns) {
    public PrimaryKey {
        Identifier.checked("primary key", name);
        columns = List.copyOf(columns);
    }
}
