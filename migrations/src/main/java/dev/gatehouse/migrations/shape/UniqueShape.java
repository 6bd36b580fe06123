package dev.gatehouse.migrations.shape;

import java.util.List;

/// Columns whose values no two rows share, in order.
public record UniqueShape(String name, List<String> columns) implements TableElement {

    public UniqueShape {
        Names.require("unique", name);
        columns = Names.requireColumns("unique " + name, columns);
    }
}
