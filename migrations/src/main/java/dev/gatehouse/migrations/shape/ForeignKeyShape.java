package dev.gatehouse.migrations.shape;

import dev.gatehouse.mapper.OnDelete;
import java.util.List;

/// Columns that name a row of a table.
///
/// @param target the table referred to
/// @param references the columns referred to, each at the place of the column that refers to it
public record ForeignKeyShape(
        String name, List<String> columns, String target, List<String> references, OnDelete onDelete)
        implements TableElement {

    public ForeignKeyShape {
        Names.require("foreign key", name);
        columns = Names.requireColumns("foreign key " + name, columns);
        references = Names.requireColumns("foreign key " + name, references);
        if (columns.size() != references.size()) {
            throw new MigrationException(
                    "foreign key %s: %d columns refer to %d".formatted(name, columns.size(), references.size()));
        }
    }

    /// Completed by `.references(…)`: a foreign key half said cannot be put into a table.
    public record Columns(String name, List<String> columns) {

        /// Without `onDelete` a row that is referred to cannot be deleted: `no action`.
        public ForeignKeyShape references(String target, String... references) {
            return new ForeignKeyShape(name, columns, target, List.of(references), OnDelete.NO_ACTION);
        }
    }

    public ForeignKeyShape onDelete(OnDelete rule) {
        return new ForeignKeyShape(name, columns, target, references, rule);
    }
}
