package dev.gatehouse.mapper;

import java.util.Optional;

/// A column of one table: its name, its type and whether it may be empty. It is equal to itself only.
///
/// @param <T> what it holds in Java
public final class Column<T> implements Ordered, Expression<T> {
    private final Table table;
    private final String name;
    private final ColumnType<T> type;
    private final boolean nullable;
    private final Optional<Default<T>> defaultsTo;
    private final String bareSql;
    private final String qualifiedSql;

    Column(Table table, String name, ColumnType<T> type, boolean nullable, Optional<Default<T>> defaultsTo) {
        this.table = table;
        this.name = Identifier.checked("column of " + table.name(), name);
        this.type = type;
        this.nullable = nullable;
        this.defaultsTo = defaultsTo;
        this.bareSql = Identifier.quoted(name);
        this.qualifiedSql = Identifier.quoted(table.name()) + "." + bareSql;
    }

    /// The table that it stands in.
    public Table table() {
        return table;
    }

    /// Its name, without quotes.
    public String name() {
        return name;
    }

    /// What it holds.
    @Override
    public ColumnType<T> type() {
        return type;
    }

    /// Whether it may hold null.
    public boolean isNullable() {
        return nullable;
    }

    /// What it holds when an insert does not mention it.
    public Optional<Default<T>> defaultsTo() {
        return defaultsTo;
    }

    /// The default as SQL text of this dialect, ready to stand after `default`.
    public Optional<String> defaultSql(Dialect dialect) {
        return defaultsTo.map(known -> switch (known) {
            case Default.Value<T>(var value) -> Literal.of(dialect, type, value);
            case Default.Expression<T>(var sqlite, var postgres) -> dialect == Dialect.SQLITE ? sqlite : postgres;
        });
    }

    /// A value to be bound where this column's type is wanted, for SQL text.
    public Expression<T> value(T value) {
        return type.value(value);
    }

    /// The value as it is stored.
    ///
    /// @throws IllegalArgumentException if it cannot be stored here, null among them
    Object stored(T value) {
        if (value == null) {
            if (nullable) return null;
            throw new IllegalArgumentException(this + " is never empty and was given no value");
        }
        try {
            return type.write(value);
        } catch (IllegalArgumentException refused) {
            throw new IllegalArgumentException(this + ": " + refused.getMessage(), refused);
        }
    }

    /// The name alone, as SQL.
    String bareSql() {
        return bareSql;
    }

    /// The name behind its table's, as SQL.
    String qualifiedSql() {
        return qualifiedSql;
    }

    /// The smallest first.
    public Ordered.By<T> asc() {
        return new Ordered.By<>(this, false);
    }

    /// The greatest first.
    public Ordered.By<T> desc() {
        return new Ordered.By<>(this, true);
    }

    @Override
    public Column<T> column() {
        return this;
    }

    @Override
    public boolean isDescending() {
        return false;
    }

    /// `account.email`, for messages.
    @Override
    public String toString() {
        return table.name() + "." + name;
    }
}
