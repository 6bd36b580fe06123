package dev.gatehouse.mapper;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// An insert that knows what to do if its row is there already.
public final class Upsert {
    private final Execution execution;
    private final Table table;
    private final Phrase phrase;
    private final boolean updates;
    private final Assignments changes;
    private final List<Condition> conditions = new ArrayList<>();

    Upsert(Execution execution, Table table, Phrase phrase, boolean updates) {
        this.execution = execution;
        this.table = table;
        this.phrase = phrase;
        this.updates = updates;
        this.changes = new Assignments(table);
    }

    public <T> Upsert set(Column<T> column, T value) {
        changes.set(column, value);
        return this;
    }

    public <T> Upsert set(Column<T> column, Optional<T> value) {
        changes.set(column, value.orElse(null));
        return this;
    }

    /// From the row that is there (`column.plus(1)`) or the one proposed (`column.proposed()`).
    public <T> Upsert set(Column<T> column, Expression<T> value) {
        changes.set(column, value);
        return this;
    }

    /// These columns take what the insert proposed.
    public Upsert setProposed(Column<?>... columns) {
        for (var column : columns) setProposed(column);
        return this;
    }

    private <T> void setProposed(Column<T> column) {
        changes.set(column, column.proposed());
    }

    /// The row that is there is changed only if it meets these.
    public Upsert where(Condition... all) {
        conditions.addAll(List.of(all));
        return this;
    }

    /// Runs it.
    ///
    /// @return how many rows came in or were changed: 1 or 0
    public int run() {
        return execution.run(finished());
    }

    /// Runs it and reads the row that came in or was changed; empty if the row that is there stayed as it is.
    public <R> Optional<R> returning(Projection<R> projection) {
        return execution.only(finished().text(" returning ").projection(projection), projection);
    }

    private Phrase finished() {
        if (updates == changes.isEmpty())
            throw new IllegalStateException("insert into " + table + ": "
                    + (updates ? "update what on conflict?" : "doNothing() sets nothing"));
        if (updates) {
            changes.writeSet(phrase);
            phrase.conditions(" where ", conditions);
        }
        return phrase;
    }
}
