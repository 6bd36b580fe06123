package dev.gatehouse.mapper;

import java.util.List;
import java.util.Optional;

/// An insert in the making. Columns that it does not set take their defaults.
public final class Insert {
    private final Execution execution;
    private final Table table;
    private final Assignments values;

    Insert(Execution execution, Table table) {
        this.execution = execution;
        this.table = table;
        this.values = new Assignments(table);
    }

    /// The columns of a mapping, from a record.
    public <R> Insert values(Mapping<R> mapping, R record) {
        values.set(mapping, record);
        return this;
    }

    public <T> Insert set(Column<T> column, T value) {
        values.set(column, value);
        return this;
    }

    public <T> Insert set(Column<T> column, Optional<T> value) {
        values.set(column, value.orElse(null));
        return this;
    }

    public <T> Insert set(Column<T> column, Expression<T> value) {
        values.set(column, value);
        return this;
    }

    /// What to do if a row with the same key is there already.
    ///
    /// @param key the columns of a primary key, a unique key or a unique index
    public OnConflict onConflict(Column<?>... key) {
        return new OnConflict(execution, this, key);
    }

    /// Runs it.
    ///
    /// @return how many rows came in: 1
    public int run() {
        return execution.run(phrase());
    }

    /// Runs it and reads the row as it stands in the table, defaults included.
    public <R> R returning(Projection<R> projection) {
        return execution
                .only(phrase().text(" returning ").projection(projection), projection)
                .orElseThrow(() -> new DatabaseFault("insert into " + table + " returned no row"));
    }

    /// Adds a row for every row of another table that meets all conditions. The values may be made of that
    /// table's columns; no row passes through this process.
    ///
    /// @return how many rows came in
    public int forEach(Table source, Condition... conditions) {
        var phrase = new Phrase().text("insert into ").table(table);
        values.writeSelected(phrase);
        return execution.run(phrase.text(" from ").table(source).conditions(" where ", List.of(conditions)));
    }

    Phrase phrase() {
        var phrase = new Phrase().text("insert into ").table(table);
        if (values.isEmpty()) return phrase.text(" default values");
        values.writeValues(phrase);
        return phrase;
    }

    Table table() {
        return table;
    }
}
