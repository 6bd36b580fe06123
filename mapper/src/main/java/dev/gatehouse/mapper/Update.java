package dev.gatehouse.mapper;

import java.util.List;
import java.util.Optional;

/// A change of rows in the making.
///
/// The test and the mark are one statement: of two callers who want to spend the same row by
/// `where(spentAt.isNull())` exactly one is told that it changed a row.
public final class Update {
    private final Execution execution;
    private final Table table;
    private final Assignments changes;
    private final Rows rows;

    Update(Execution execution, Table table) {
        this.execution = execution;
        this.table = table;
        this.changes = new Assignments(table);
        this.rows = new Rows(table);
    }

    public <T> Update set(Column<T> column, T value) {
        changes.set(column, value);
        return this;
    }

    public <T> Update set(Column<T> column, Optional<T> value) {
        changes.set(column, value.orElse(null));
        return this;
    }

    /// From other columns: `set(version, version.plus(1))`.
    public <T> Update set(Column<T> column, Expression<T> value) {
        changes.set(column, value);
        return this;
    }

    /// Only rows that meet all of these.
    public Update where(Condition... all) {
        rows.where(all);
        return this;
    }

    /// Every row of the table, on purpose.
    public Update everyRow() {
        rows.every();
        return this;
    }

    /// Runs it.
    ///
    /// @return how many rows it changed
    public int run() {
        return execution.run(phrase());
    }

    /// Runs it and reads the changed row, if there is one.
    ///
    /// @throws DatabaseFault if it changed more than one
    public <R> Optional<R> returning(Projection<R> projection) {
        return execution.only(phrase().text(" returning ").projection(projection), projection);
    }

    /// Runs it and reads the changed rows, in no order.
    public <R> List<R> returningAll(Projection<R> projection) {
        return execution.list(phrase().text(" returning ").projection(projection), projection);
    }

    private Phrase phrase() {
        if (changes.isEmpty()) throw new IllegalStateException("update " + table + ": set what?");
        var phrase = new Phrase().text("update ").table(table);
        changes.writeSet(phrase);
        rows.write(phrase);
        return phrase;
    }
}
