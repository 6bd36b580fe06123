package dev.gatehouse.migrations.shape;

import dev.gatehouse.mapper.SqlType;
import java.util.Objects;
import java.util.Optional;

/// A column as a revision defines it: nullable and without a default unless it says otherwise.
public record ColumnShape(String name, SqlType type, boolean nullable, Optional<DefaultShape> defaultsTo)
        implements TableElement {

    public ColumnShape {
        Names.require("column", name);
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(defaultsTo, "defaultsTo");
    }

    public ColumnShape(String name, SqlType type) {
        this(name, type, true, Optional.empty());
    }

    public ColumnShape notNull() {
        return new ColumnShape(name, type, false, defaultsTo);
    }

    /// @param sql a literal or an expression that both databases understand: `0`, `'active'`, `false`
    public ColumnShape defaultTo(String sql) {
        return new ColumnShape(name, type, nullable, Optional.of(DefaultShape.of(sql)));
    }

    /// For the few defaults that the databases spell apart.
    public ColumnShape defaultTo(String sqlite, String postgres) {
        return new ColumnShape(name, type, nullable, Optional.of(new DefaultShape(sqlite, postgres)));
    }

    public ColumnShape renamed(String newName) {
        return new ColumnShape(newName, type, nullable, defaultsTo);
    }
}
