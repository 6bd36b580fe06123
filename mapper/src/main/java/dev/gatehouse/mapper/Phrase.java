package dev.gatehouse.mapper;

import java.util.Arrays;
import java.util.List;

/// One statement in the making: pieces of SQL text and places for values, and the values beside them.
///
/// The pieces alone are the statement's *shape*. Two phrases of the same shape are equal, so the shape finds the
/// SQL text and the prepared statement of the last time: what is asked often is never spelled out again.
final class Phrase {
    private Object[] pieces = new Object[24];
    private int size;
    private Object[] values = new Object[8];
    private int bound;

    /// A piece of SQL: a constant, or a name that a declaration holds. Never a value.
    Phrase text(String sql) {
        return piece(sql);
    }

    /// A table's name.
    Phrase table(Table table) {
        return piece(table);
    }

    /// A column's name where no table may stand before it: in `set` and in an insert.
    Phrase bare(Column<?> column) {
        return piece(column.bareSql());
    }

    /// The selected columns, comma between them.
    Phrase projection(Projection<?> projection) {
        projection.write(this);
        return this;
    }

    /// `(columns) values (places)` of a mapping as one piece, with the record's values.
    <R> Phrase record(Mapping<R> mapping, R record) {
        piece(mapping);
        bindRecord(mapping, record);
        return this;
    }

    /// The values of a further record of the same shape.
    <R> void bindRecord(Mapping<R> mapping, R record) {
        for (var write : mapping.writes()) value(write.stored(record));
    }

    /// A place for a value of this expression's type.
    <T> Phrase bind(Expression<T> like, T value) {
        var type = like.type();
        piece(type.sqlType());
        try {
            return value(type.write(value));
        } catch (IllegalArgumentException refused) {
            throw new IllegalArgumentException(like + ": " + refused.getMessage(), refused);
        }
    }

    Phrase expression(Expression<?> expression) {
        switch (expression) {
            case Column<?> column -> piece(column.qualifiedSql());
            case Parameter<?> parameter -> parameter(parameter);
            case Computed<?> computed -> computed.text().write(this);
        }
        return this;
    }

    private <T> void parameter(Parameter<T> parameter) {
        piece(parameter.type().sqlType());
        value(parameter.value() == null ? null : parameter.type().write(parameter.value()));
    }

    Phrase splice(Splice part) {
        switch (part) {
            case Table table -> table(table);
            case Expression<?> expression -> expression(expression);
            case Condition condition when condition.isReal() -> condition.write(this);
            case Condition _ -> text("1 = 1");
            case Projection<?> projection -> projection(projection);
        }
        return this;
    }

    /// All of them, after the given word; nothing if none says anything.
    Phrase conditions(String word, List<Condition> conditions) {
        boolean first = true;
        for (var condition : conditions) {
            if (!condition.isReal()) continue;
            text(first ? word : " and ");
            condition.write(this);
            first = false;
        }
        return this;
    }

    /// At most so many rows. SQLite plans a statement anew whenever a bare limit is bound to another value, which
    /// costs more than the query; it does not look into a sum. The one and two that every look-up wants are
    /// spelled out.
    Phrase limit(long rows) {
        if (rows == 1) return text(" limit 1");
        if (rows == 2) return text(" limit 2");
        return text(" limit 0 + ").expression(ColumnType.BIGINT.value(rows));
    }

    private Phrase piece(Object piece) {
        if (size == pieces.length) pieces = Arrays.copyOf(pieces, size * 2);
        pieces[size++] = piece;
        return this;
    }

    private Phrase value(Object value) {
        if (bound == values.length) values = Arrays.copyOf(values, bound * 2);
        values[bound++] = value;
        return this;
    }

    /// The bound values so far, in order.
    Object valueAt(int position) {
        return values[position];
    }

    int valueCount() {
        return bound;
    }

    /// Keeps the shape and lets go of the values: what a cache may hold.
    Phrase shape() {
        var shape = new Phrase();
        shape.pieces = Arrays.copyOf(pieces, size);
        shape.size = size;
        shape.values = new Object[0];
        return shape;
    }

    List<Object> pieces() {
        return Arrays.asList(pieces).subList(0, size);
    }

    /// The table of that name, if the phrase mentions it.
    Table tableNamed(String name) {
        for (int i = 0; i < size; i++)
            if (pieces[i] instanceof Table table && table.name().equals(name)) return table;
        return null;
    }

    /// The first table that the phrase mentions: what it inserts into, updates, deletes from or selects from.
    Table subject() {
        for (int i = 0; i < size; i++) if (pieces[i] instanceof Table table) return table;
        return null;
    }

    @Override
    public int hashCode() {
        int hash = size;
        for (int i = 0; i < size; i++) hash = 31 * hash + pieces[i].hashCode();
        return hash;
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof Phrase phrase) || phrase.size != size) return false;
        for (int i = 0; i < size; i++)
            if (pieces[i] != phrase.pieces[i] && !pieces[i].equals(phrase.pieces[i])) return false;
        return true;
    }
}
