package dev.gatehouse.mapper;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Ties a record to a table, in both directions. It is the only one that knows both: the record has never heard
/// of the table, the table not of the record. Nothing is found by reflection; what is written here is what
/// happens.
///
/// ```java
/// final Mapping<Account> account = Mapping.<Account>of(row -> new Account(row.get(id), row.get(email),
/// row.find(name)))
///         .with(id, Account::id)
///         .with(email, Account::email)
///         .withOptional(name, Account::name);
/// ```
///
/// @param <R> the record
public final class Mapping<R> extends Projection<R> {
    private final List<Write<R, ?>> writes = new ArrayList<>();

    private Mapping(Function<Row, R> reading) {
        super(reading);
    }

    /// @param reading makes the record of a row; it may ask for the columns that `with` names, fastest in their
    ///     order
    public static <R> Mapping<R> of(Function<Row, R> reading) {
        return new Mapping<>(reading);
    }

    /// A column and where its value comes from. The value may be null where the column may.
    public <T> Mapping<R> with(Column<T> column, Function<? super R, ? extends T> value) {
        if (!writes.isEmpty() && writes.getFirst().column().table() != column.table())
            throw new IllegalArgumentException(column + ": a mapping stays within the table "
                    + writes.getFirst().column().table());
        if (writes.stream().anyMatch(write -> write.column() == column))
            throw new IllegalArgumentException(column + " is mapped twice");
        writes.add(new Write<>(column, value));
        add(column);
        return this;
    }

    /// A column that may be empty, and where its value comes from.
    public <T> Mapping<R> withOptional(Column<T> column, Function<? super R, Optional<T>> value) {
        if (!column.isNullable()) throw new IllegalArgumentException(column + " is never empty; map it by with");
        return with(column, record -> value.apply(record).orElse(null));
    }

    List<Write<R, ?>> writes() {
        return writes;
    }

    Table table() {
        return root();
    }

    /// One column's way from the record to the database.
    record Write<R, T>(Column<T> column, Function<? super R, ? extends T> value) {
        Object stored(R record) {
            return column.stored(value.apply(record));
        }
    }
}
