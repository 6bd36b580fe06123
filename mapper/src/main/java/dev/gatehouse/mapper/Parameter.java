package dev.gatehouse.mapper;

/// A value bound to a statement. It travels beside the SQL text, never inside it.
///
/// @param value may be null only where null is assigned
record Parameter<T>(ColumnType<T> type, T value) implements Expression<T> {
    /// Messages name the type only: a value may be a secret.
    @Override
    public String toString() {
        return "a bound " + type.sqlType();
    }
}
