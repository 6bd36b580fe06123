package dev.gatehouse.mapper;

import java.util.List;

/// Columns that name a row of a table: what is written there exists there.
///
/// @param columns the columns of the table that refers, in order
/// @param references the columns referred to, in the same order: a primary or unique key of one table
public record ForeignKey(String name, List<Column<?>> columns, List<Column<?>> references, OnDelete onDelete) {
    public ForeignKey {
        Identifier.checked("foreign key", name);
        columns = List.copyOf(columns);
        references = List.copyOf(references);
        refuseUnlessTheyFit(name, columns, references);
        if (onDelete == OnDelete.SET_NULL && !columns.stream().allMatch(Column::isNullable))
            throw new IllegalArgumentException("foreign key " + name + ": set null needs nullable columns");
    }

    /// The table referred to.
    public Table target() {
        return references.getFirst().table();
    }

    private static void refuseUnlessTheyFit(String name, List<Column<?>> columns, List<Column<?>> references) {
        if (columns.size() != references.size())
            throw new IllegalArgumentException(
                    "foreign key " + name + ": " + columns.size() + " columns refer to " + references.size());
        for (int i = 0; i < columns.size(); i++) {
            var from = columns.get(i);
            var to = references.get(i);
            if (from.type().sqlType() != to.type().sqlType())
                throw new IllegalArgumentException("foreign key " + name + ": " + from + " is "
                        + from.type().sqlType() + ", " + to + " is " + to.type().sqlType());
        }
        var target = references.getFirst().table();
        if (!target.hasKey(references))
            throw new IllegalArgumentException("foreign key " + name + ": " + references
                    + " is no primary or unique key of " + target + "; declare that key first");
    }
}
