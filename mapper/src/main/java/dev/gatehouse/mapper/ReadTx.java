package dev.gatehouse.mapper;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/// Leave to read the database. A method that takes one touches the database; one that does not, cannot.
///
/// It belongs to the thread and the call that it was given to.
public sealed class ReadTx permits Tx {
    private final Execution execution;
    private final InstantSource clock;
    private Instant now;

    ReadTx(Execution execution, InstantSource clock) {
        this.execution = execution;
        this.clock = clock;
    }

    /// The one moment that this transaction calls now, in microseconds: the moment when it is first asked.
    public Instant now() {
        if (now == null) now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return now;
    }

    /// Which database is spoken to, for SQL text that cannot serve both.
    public Dialect dialect() {
        return execution.dialect();
    }

    /// The row that meets all conditions, if there is one.
    ///
    /// @throws DatabaseFault if there is more than one
    public <R> Optional<R> find(Projection<R> projection, Condition... conditions) {
        return select(projection).where(conditions).one();
    }

    /// The row that meets all conditions.
    ///
    /// @throws DatabaseFault if there is none, or more than one
    public <R> R get(Projection<R> projection, Condition... conditions) {
        return find(projection, conditions).orElseThrow(() -> new DatabaseFault("no such row in " + projection.root()));
    }

    /// Whether a row meets all conditions.
    public boolean exists(Table table, Condition... conditions) {
        var phrase = new Phrase().text("select 1 from ").table(table).conditions(" where ", List.of(conditions));
        return execution.only(phrase.text(" limit 1"), Count.ONE).isPresent();
    }

    /// How many rows meet all conditions.
    public long count(Table table, Condition... conditions) {
        var phrase = new Phrase().text("select count(*) from ").table(table).conditions(" where ", List.of(conditions));
        return execution.only(phrase, Count.ROWS).orElseThrow();
    }

    /// Begins a query. It starts at the table of the projection's first column.
    public <R> Select<R> select(Projection<R> projection) {
        return new Select<>(execution, projection);
    }

    /// SQL text for what the methods here cannot say. Each `{}` takes the next part: a table, a column, a
    /// value (`ACCOUNT.email.value("…")`, `ColumnType.BIGINT.value(7L)`), a condition, a projection.
    ///
    /// ```java
    /// tx.sql("select {} from {} group by {} having count(*) > {}", NAMES, ACCOUNT, ACCOUNT.name, BIGINT.value(1L))
    ///         .list(NAMES);
    /// ```
    public SqlQuery sql(String text, Splice... parts) {
        return new SqlQuery(execution, SqlText.of(text, parts));
    }

    Execution execution() {
        return execution;
    }
}
