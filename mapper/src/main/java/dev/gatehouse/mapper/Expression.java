package dev.gatehouse.mapper;

import java.util.Collection;
import java.util.List;

/// Something that has a value in SQL: a column, a bound value, or SQL text around them. It knows its type, so a
/// comparison with a value of another type does not compile.
///
/// A comparison with an empty column is never true, as everywhere in SQL: ask [#isNull()].
///
/// @param <T> the value's Java type
public sealed interface Expression<T> extends Splice permits Column, Parameter, Computed {
    /// What it is in Java and how it is stored.
    ColumnType<T> type();

    /// SQL text as an expression, `Expression.sql(BIGINT, "max({})", ACCOUNT.version)`.
    ///
    /// @param parts what stands where the text says `{}`, in order
    static <T> Expression<T> sql(ColumnType<T> type, String text, Splice... parts) {
        return new Computed<>(type, SqlText.of(text, parts));
    }

    default Condition eq(T value) {
        return Condition.comparing(this, " = ", value);
    }

    default Condition ne(T value) {
        return Condition.comparing(this, " <> ", value);
    }

    default Condition lt(T value) {
        return Condition.comparing(this, " < ", value);
    }

    default Condition le(T value) {
        return Condition.comparing(this, " <= ", value);
    }

    default Condition gt(T value) {
        return Condition.comparing(this, " > ", value);
    }

    default Condition ge(T value) {
        return Condition.comparing(this, " >= ", value);
    }

    default Condition eq(Expression<T> other) {
        return Condition.comparing(this, " = ", other);
    }

    default Condition ne(Expression<T> other) {
        return Condition.comparing(this, " <> ", other);
    }

    default Condition lt(Expression<T> other) {
        return Condition.comparing(this, " < ", other);
    }

    default Condition le(Expression<T> other) {
        return Condition.comparing(this, " <= ", other);
    }

    default Condition gt(Expression<T> other) {
        return Condition.comparing(this, " > ", other);
    }

    default Condition ge(Expression<T> other) {
        return Condition.comparing(this, " >= ", other);
    }

    /// Later than that moment; [#gt(Object)] as one says it of time.
    default Condition after(T moment) {
        return gt(moment);
    }

    /// Earlier than that moment; [#lt(Object)] as one says it of time.
    default Condition before(T moment) {
        return lt(moment);
    }

    default Condition isNull() {
        return new Condition(out -> out.expression(this).text(" is null"));
    }

    default Condition isNotNull() {
        return new Condition(out -> out.expression(this).text(" is not null"));
    }

    /// One of these values; of none it is never true.
    ///
    /// @throws IllegalArgumentException if there are more than [In#MOST]
    default Condition in(Collection<T> values) {
        return In.condition(this, List.copyOf(values));
    }

    /// Text that begins with these characters, exactly as written. It is a range in the order of bytes, so an
    /// index on the column answers it. For a search that ignores case keep a folded copy in a column of its own:
    /// the two databases fold differently beyond ASCII.
    default Condition startsWith(String prefix) {
        return Prefix.condition(this, prefix);
    }

    /// This much more; for numbers.
    default Expression<T> plus(T amount) {
        return Computed.sum(this, amount);
    }

    /// The value that an upsert proposed for this column; only inside `onConflict(…).doUpdate()`.
    default Expression<T> proposed() {
        return Computed.proposed(this);
    }
}
