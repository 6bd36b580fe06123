package dev.gatehouse.mapper;

import java.util.ArrayList;
import java.util.List;

/// Columns and what they are to hold.
final class Assignments {
    private final Table table;
    private final List<Assignment<?>> list = new ArrayList<>();

    private record Assignment<T>(Column<T> column, Expression<T> value) {}

    Assignments(Table table) {
        this.table = table;
    }

    <T> void set(Column<T> column, T value) {
        if (value == null && !column.isNullable())
            throw new IllegalArgumentException(column + " is never empty and was given no value");
        set(column, column.value(value));
    }

    <T> void set(Column<T> column, Expression<T> value) {
        if (column.table() != table) throw new IllegalArgumentException(column + " is no column of " + table);
        for (var other : list) {
            if (other.column() == column) throw new IllegalArgumentException(column + " is set twice");
        }
        list.add(new Assignment<>(column, value));
    }

    <R> void set(Mapping<R> mapping, R record) {
        for (var write : mapping.writes()) set(write, record);
    }

    private <R, T> void set(Mapping.Write<R, T> write, R record) {
        set(write.column(), write.value().apply(record));
    }

    boolean isEmpty() {
        return list.isEmpty();
    }

    /// `(a, b) values (?, ?)`
    void writeValues(Phrase out) {
        writeColumns(out);
        for (int i = 0; i < list.size(); i++) writeValue(out.text(i == 0 ? ") values (" : ", "), list.get(i));
        out.text(")");
    }

    /// `(a, b) select ?, c`
    void writeSelected(Phrase out) {
        if (list.isEmpty()) throw new IllegalStateException(table + ": nothing is set for the rows to come");
        writeColumns(out);
        for (int i = 0; i < list.size(); i++) writeValue(out.text(i == 0 ? ") select " : ", "), list.get(i));
    }

    private void writeColumns(Phrase out) {
        for (int i = 0; i < list.size(); i++)
            out.text(i == 0 ? " (" : ", ").bare(list.get(i).column());
    }

    /// `set a = ?, b = b + ?`
    void writeSet(Phrase out) {
        for (int i = 0; i < list.size(); i++) {
            out.text(i == 0 ? " set " : ", ").bare(list.get(i).column()).text(" = ");
            writeValue(out, list.get(i));
        }
    }

    private static <T> void writeValue(Phrase out, Assignment<T> assignment) {
        if (assignment.value() instanceof Parameter<T> given && given.value() != null)
            out.bind(assignment.column(), given.value());
        else out.expression(assignment.value());
    }
}
