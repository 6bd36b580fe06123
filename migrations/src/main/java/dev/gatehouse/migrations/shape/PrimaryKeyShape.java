package dev.gatehouse.migrations.shape;

import dev.gatehouse.mapper.Identifier;
import java.util.List;

/// The columns that tell a table's rows apart, in order. A column of it is not null.
///
/// @param name empty until the key stands in a table, which then gives it its name by convention: `pk_account`
public record PrimaryKeyShape(String name, List<String> columns) implements TableElement {

    public PrimaryKeyShape {
        columns = Names.requireColumns("primary key " + name, columns);
    }

    /// A key with a name other than the conventional one.
    public PrimaryKeyShape named(String wanted) {
        return new PrimaryKeyShape(wanted, columns);
    }

    public boolean isNamedByConvention(String table) {
        return name.equals(conventional(table));
    }

    /// The key as it stands in a table: with a name.
    public PrimaryKeyShape in(String table) {
        var known = name.isEmpty() ? named(conventional(table)) : this;
        Names.require("primary key", known.name);
        return known;
    }

    private static String conventional(String table) {
        var whole = "pk_" + table;
        return whole.length() <= Identifier.MAX_LENGTH ? whole : whole.substring(0, Identifier.MAX_LENGTH);
    }
}
