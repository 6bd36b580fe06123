package dev.gatehouse.mapper;

import java.util.List;
import java.util.Optional;

/// A removal of rows in the making.
public final class Delete {
    private final Execution execution;
    private final Table table;
    private final Rows rows;
    private long limit = -1;

    Delete(Execution execution, Table table) {
        this.execution = execution;
        this.table = table;
        this.rows = new Rows(table);
    }

    /// Only rows that meet all of these.
    public Delete where(Condition... all) {
        rows.where(all);
        return this;
    }

    /// Every row of the table, on purpose.
    public Delete everyRow() {
        rows.every();
        return this;
    }

    /// At most so many rows, whichever: for cleaning up in portions that hold nobody up.
    public Delete limit(long most) {
        if (most < 0) throw new IllegalArgumentException("limit " + most + " is negative");
        limit = most;
        return this;
    }

    /// Runs it.
    ///
    /// @return how many rows it removed
    public int run() {
        return execution.run(phrase());
    }

    /// Runs it and reads the row that it removed, if there was one.
    ///
    /// @throws DatabaseFault if it removed more than one
    public <R> Optional<R> returning(Projection<R> projection) {
        return execution.only(phrase().text(" returning ").projection(projection), projection);
    }

    /// Runs it and reads the rows that it removed, in no order.
    public <R> List<R> returningAll(Projection<R> projection) {
        return execution.list(phrase().text(" returning ").projection(projection), projection);
    }

    private Phrase phrase() {
        var phrase = new Phrase().text("delete from ").table(table);
        if (limit < 0) rows.write(phrase);
        else rows.write(phrase, limit);
        return phrase;
    }
}
