package dev.gatehouse.mapper;

import java.time.InstantSource;
import java.util.Collection;
import java.util.function.Supplier;

/// Leave to read and to change the database. Everything done with it takes effect together, or nothing does.
///
/// The work must be quick and touch nothing but the database: on SQLite all writers wait for it, and on
/// PostgreSQL it is run anew when another transaction got in its way.
public final class Tx extends ReadTx {
    private final Sequel sequel;
    private final String sender;

    Tx(Execution execution, InstantSource clock, Sequel sequel, String sender) {
        super(execution, clock);
        this.sequel = sequel;
        this.sender = sender;
    }

    /// What is to be done once this transaction has been committed, and not at all if it is not: by the
    /// caller's thread, before it learns that the transaction is done. For what is kept in memory of the
    /// tables.
    ///
    /// @param step neither waits nor throws, and touches the database only in a transaction of its own
    public void afterCommit(Runnable step) {
        sequel.add(step);
    }

    /// Tells other processes that listen, see [Announcements], when this transaction is committed and not at
    /// all if it is not. The same said twice in a transaction is heard once. On SQLite there is nobody to
    /// tell.
    ///
    /// @param text which thing has changed, not what became of it: 7,950 bytes at most
    public void announce(Channel channel, String text) {
        if (dialect() == Dialect.POSTGRES) PostgresListening.announce(execution(), channel, sender, text);
    }

    /// Adds a record.
    ///
    /// @return the record
    public <R> R insert(Mapping<R> mapping, R record) {
        execution().run(new Phrase().text("insert into ").table(mapping.table()).record(mapping, record));
        return record;
    }

    /// Adds records, many at a time.
    ///
    /// @return how many
    public <R> int insertAll(Mapping<R> mapping, Collection<R> records) {
        return Batch.insert(execution(), mapping, records);
    }

    /// Begins an insert that names its columns, returns something or knows what to do about a conflict.
    public Insert insert(Table table) {
        return new Insert(execution(), table);
    }

    /// Begins a change of rows.
    public Update update(Table table) {
        return new Update(execution(), table);
    }

    /// Begins a removal of rows.
    public Delete delete(Table table) {
        return new Delete(execution(), table);
    }

    /// SQL text that may also change the database; see [ReadTx#sql].
    @Override
    public SqlStatement sql(String text, Splice... parts) {
        return new SqlStatement(execution(), SqlText.of(text, parts));
    }

    /// Runs the work so that, should it throw, only what it did is undone and the transaction can go on.
    /// Elsewhere a failed statement ends the transaction. It costs two more round trips on PostgreSQL:
    /// `onConflict` is cheaper.
    public <R> R attempt(Supplier<R> work) {
        return execution().attempt(work);
    }

    /// Waits until no other transaction holds the lock of this name, and holds it to the end of this one. For
    /// what must happen one after another though no row can be locked for it. On SQLite a write is alone
    /// anyway.
    public void lock(String name) {
        if (dialect() == Dialect.POSTGRES) PostgresLock.take(execution(), name);
    }
}
