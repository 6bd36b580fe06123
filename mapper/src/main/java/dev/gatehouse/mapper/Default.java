package dev.gatehouse.mapper;

import java.util.Objects;

/// What a column holds when an insert does not mention it.
///
/// @param <T> the column's Java type
public sealed interface Default<T> {
    /// A value of the column's own type, spelled for each database by the mapper.
    record Value<T>(T value) implements Default<T> {
        public Value {
            Objects.requireNonNull(value, "a default is a value; a column without one defaults to null");
        }
    }

    /// SQL text, for what the database computes at the insert. Most texts serve both databases.
    record Expression<T>(String sqlite, String postgres) implements Default<T> {
        public Expression {
            if (sqlite.isBlank() || postgres.isBlank())
                throw new IllegalArgumentException("a default's expression is empty");
        }
    }

    /// A value as the default.
    static <T> Default<T> defaultsTo(T value) {
        return new Value<>(value);
    }

    /// SQL text as the default, the same for both databases.
    static <T> Default<T> defaultsToSql(String expression) {
        return new Expression<>(expression, expression);
    }

    /// SQL text as the default, where the databases differ.
    static <T> Default<T> defaultsToSql(String sqlite, String postgres) {
        return new Expression<>(sqlite, postgres);
    }
}
