package dev.gatehouse.mapper;

import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.BiFunction;
import java.util.function.Function;

/// What a query selects, and how a row of it becomes a value.
///
/// @param <R> the value
public sealed class Projection<R> implements Splice permits Mapping {
    private final Function<Row, R> reading;
    private Expression<?>[] columns;
    private String listed;

    Projection(Function<Row, R> reading, Expression<?>... columns) {
        this.reading = reading;
        this.columns = columns;
    }

    /// Any columns or expressions, of one table or of several that a query joins.
    ///
    /// @param reading makes the value; it may ask for these columns only, fastest in this order
    public static <R> Projection<R> of(Function<Row, R> reading, Expression<?>... columns) {
        if (columns.length == 0) throw new IllegalArgumentException("a projection selects at least one column");
        return new Projection<>(reading, columns.clone());
    }

    /// One column alone, whose value is always there; one that may be empty is read by [Row#find].
    public static <T> Projection<T> of(Expression<T> column) {
        return new Projection<>(
                row -> row.find(column)
                        .orElseThrow(() -> new DatabaseFault(column + " is empty; read it by row.find(…)")),
                column);
    }

    /// This and another side by side, for a query that joins their tables.
    ///
    /// @param together makes the value of both
    public <S, T> Projection<T> and(Projection<S> other, BiFunction<? super R, ? super S, ? extends T> together) {
        var both = Arrays.copyOf(columns, columns.length + other.columns.length);
        System.arraycopy(other.columns, 0, both, columns.length, other.columns.length);
        return new Projection<>(row -> together.apply(read(row), other.read(row)), both);
    }

    void add(Column<?> column) {
        columns = Arrays.copyOf(columns, columns.length + 1);
        columns[columns.length - 1] = column;
        listed = null;
    }

    /// The table of the first column: where a query starts that does not say otherwise.
    Table root() {
        for (var column : columns) if (column instanceof Column<?> known) return known.table();
        throw new IllegalArgumentException("the projection names no column of a table; say from(…)");
    }

    R read(Row row) {
        return reading.apply(row);
    }

    Expression<?>[] columns() {
        return columns;
    }

    /// Plain columns are one piece of SQL, spelled the first time; what is computed may bind values of its own.
    void write(Phrase out) {
        if (listed == null && !isPlain()) writeEach(out);
        else out.text(listed == null ? listed = spelled() : listed);
    }

    private boolean isPlain() {
        for (var column : columns) if (!(column instanceof Column<?>)) return false;
        return true;
    }

    private String spelled() {
        var names = new StringJoiner(", ");
        for (var column : columns) names.add(((Column<?>) column).qualifiedSql());
        return names.toString();
    }

    private void writeEach(Phrase out) {
        for (int i = 0; i < columns.length; i++) {
            if (i > 0) out.text(", ");
            out.expression(columns[i]);
        }
    }

    @Override
    public String toString() {
        return "projection of " + List.of(columns);
    }
}
