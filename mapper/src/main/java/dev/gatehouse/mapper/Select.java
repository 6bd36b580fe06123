package dev.gatehouse.mapper;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// A query in the making. It is used once, where it is written.
///
/// Empty columns come last in ascending order and first in descending order, on both databases.
///
/// @param <R> what each row becomes
public final class Select<R> {
    private final Execution execution;
    private final Projection<R> projection;
    private final List<Join> joins = new ArrayList<>(0);
    private final List<Condition> conditions = new ArrayList<>(4);
    private List<Ordered.By<?>> order = List.of();
    private Table from;
    private long limit = -1;
    private boolean forUpdate;

    private record Join(String word, Table table, List<Condition> on) {}

    Select(Execution execution, Projection<R> projection) {
        this.execution = execution;
        this.projection = projection;
    }

    /// The table to start at, where it is not that of the projection's first column.
    public Select<R> from(Table table) {
        from = table;
        return this;
    }

    /// Rows of another table that meet the conditions; rows without a partner fall out.
    public Select<R> join(Table table, Condition... on) {
        return joined(" join ", table, on);
    }

    /// Rows of another table that meet the conditions; without a partner its columns are null, see [Row#find].
    public Select<R> leftJoin(Table table, Condition... on) {
        return joined(" left join ", table, on);
    }

    private Select<R> joined(String word, Table table, Condition... on) {
        if (!Condition.allOf(on).isReal())
            throw new IllegalArgumentException("join " + table + ": on which condition?");
        joins.add(new Join(word, table, List.of(on)));
        return this;
    }

    /// Only rows that meet all of these, and all those said before.
    public Select<R> where(Condition... all) {
        for (var condition : all) conditions.add(condition);
        return this;
    }

    /// The same as [#where], for a further breath.
    public Select<R> and(Condition... all) {
        return where(all);
    }

    /// The order of the rows. Without one there is none.
    public Select<R> orderBy(Ordered... columns) {
        var spelled = new ArrayList<Ordered.By<?>>(columns.length);
        for (var column : columns) spelled.add(column.by());
        order = spelled;
        return this;
    }

    /// Orders by these columns and goes on after the last row seen: a page costs the same however far in it lies,
    /// and rows that come or go meanwhile shift nothing. The columns together must tell rows apart.
    ///
    /// ```java
    /// .keyset(
    ///     ACCOUNT.createdAt.desc().after(last.map(Cursor::createdAt)),
    ///     ACCOUNT.id.asc().after(last.map(Cursor::id)))
    /// ```
    ///
    /// @throws IllegalArgumentException if a column may be empty, or only some of them have a last value
    public Select<R> keyset(Ordered.After<?>... columns) {
        order = Keyset.order(columns);
        return where(Keyset.condition(columns));
    }

    /// At most so many rows.
    public Select<R> limit(long rows) {
        if (rows < 0) throw new IllegalArgumentException("limit " + rows + " is negative");
        limit = rows;
        return this;
    }

    /// Locks the rows found until the transaction ends, so that what was read still holds when it is acted upon.
    /// On SQLite a write is alone anyway.
    public Select<R> forUpdate() {
        forUpdate = true;
        return this;
    }

    /// All rows.
    public List<R> list() {
        return execution.list(phrase(), projection);
    }

    /// The first row in the given order.
    public Optional<R> first() {
        limit = 1;
        return execution.only(phrase(), projection);
    }

    /// The only row, if there is one.
    ///
    /// @throws DatabaseFault if there is more than one
    public Optional<R> one() {
        if (limit < 0) limit = 2;
        return execution.only(phrase(), projection);
    }

    /// Hands over row by row, for results too large for memory. Keep the consumer quick: an open result holds its
    /// connection, and on SQLite it keeps the write-ahead log from being emptied.
    public void stream(Consumer<? super R> consumer) {
        execution.stream(phrase(), projection, consumer);
    }

    private Phrase phrase() {
        var phrase = new Phrase().text("select ").projection(projection).text(" from ");
        phrase.table(from == null ? projection.root() : from);
        for (var join : joins) phrase.text(join.word()).table(join.table()).conditions(" on ", join.on());
        phrase.conditions(" where ", conditions);
        Keyset.writeOrder(phrase, order, execution.dialect());
        if (limit >= 0) phrase.limit(limit);
        if (forUpdate && execution.dialect() == Dialect.POSTGRES) phrase.text(" for update");
        return phrase;
    }
}
