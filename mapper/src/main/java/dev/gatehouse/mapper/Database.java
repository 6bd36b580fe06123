package dev.gatehouse.mapper;

import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Function;

/// A database and leave to work with it, for any number of threads, virtual ones best.
///
/// Transactions are not nested: the one that is open is a parameter to whoever needs it. A second one inside
/// it would wait for what the first one holds, so it is refused on the spot.
public final class Database implements AutoCloseable {
    private final Engine engine;
    private final InstantSource clock;
    private final ScopedValue<Boolean> open = ScopedValue.newInstance();

    /// Tells what this process announces from what others do.
    private final String sender = Long.toHexString(ThreadLocalRandom.current().nextLong());

    private Database(Engine engine, InstantSource clock) {
        this.engine = engine;
        this.clock = clock;
    }

    /// Opens a database with the system's clock.
    ///
    /// @throws DatabaseDown if it cannot be reached, or its file cannot be used
    public static Database open(DatabaseSettings settings) {
        return open(settings, InstantSource.system());
    }

    /// Opens a database.
    ///
    /// @param clock what the transactions' now is read from
    /// @throws DatabaseDown if it cannot be reached, or its file cannot be used
    public static Database open(DatabaseSettings settings, InstantSource clock) {
        return new Database(
                switch (settings) {
                    case DatabaseSettings.Sqlite sqlite -> SqliteEngine.open(sqlite);
                    case DatabaseSettings.Postgres postgres -> PostgresEngine.open(postgres);
                },
                clock);
    }

    public Dialect dialect() {
        return engine.dialect();
    }

    /// Runs the work in a transaction that may change the database, and answers when its changes will last.
    /// If the work throws, nothing of it remains.
    ///
    /// PostgreSQL: `read committed`; undone by a deadlock the work is run anew, so it must not leave traces
    /// elsewhere. So it is, once, when a unique or foreign key was violated: the work may have looked before
    /// another transaction made or removed the row, and sees now what there is.
    ///
    /// @return what the work returned
    /// @throws ConstraintViolation if a statement broke a declared rule
    /// @throws DatabaseBusy if there was no room or no time for it; nothing was changed
    /// @throws IllegalStateException if it is called inside a transaction
    public <R> R write(Function<? super Tx, ? extends R> work) {
        refuseIfOpen();
        var sequel = new Sequel(sender);
        R result = engine.write(execution -> inside(execution, () -> work.apply(sequel.begin(execution, clock))));
        sequel.run();
        return result;
    }

    /// [#write] for work that returns nothing.
    public void run(Consumer<? super Tx> work) {
        write(tx -> {
            work.accept(tx);
            return null;
        });
    }

    /// [#write] as if no other transaction ran beside it. That is so on SQLite in any case; on PostgreSQL it
    /// costs more, and the work is run anew when another transaction gets in its way.
    public <R> R serializable(Function<? super Tx, ? extends R> work) {
        refuseIfOpen();
        var sequel = new Sequel(sender);
        R result =
                engine.serializable(execution -> inside(execution, () -> work.apply(sequel.begin(execution, clock))));
        sequel.run();
        return result;
    }

    /// Runs reading work; each statement sees the newest that was committed.
    public <R> R read(Function<? super ReadTx, ? extends R> work) {
        refuseIfOpen();
        return engine.read(execution -> inside(execution, () -> work.apply(new ReadTx(execution, clock))));
    }

    /// Runs reading work whose statements all see the same moment.
    public <R> R snapshot(Function<? super ReadTx, ? extends R> work) {
        refuseIfOpen();
        return engine.snapshot(execution -> inside(execution, () -> work.apply(new ReadTx(execution, clock))));
    }

    private void refuseIfOpen() {
        if (open.isBound())
            throw new IllegalStateException(
                    "a transaction is already open here: pass its Tx on instead of opening another");
    }

    /// The mark is set where the work runs: on SQLite that is the writer's thread, not the caller's.
    private <R> R inside(Execution execution, ScopedValue.CallableOp<R, RuntimeException> work) {
        try {
            return ScopedValue.where(open, true).call(work);
        } finally {
            execution.end();
        }
    }

    /// What other processes announce through this database, not started yet. The caller closes it before the
    /// database.
    public Announcements announcements() {
        return announcements(Announcements.SILENCE);
    }

    /// @param silence after how long a silence the connection is tried out
    Announcements announcements(Duration silence) {
        return new Announcements(engine, sender, silence);
    }

    /// A plain JDBC connection of its own, past the pool and the writer, for migrations and tools. The caller
    /// closes it. On SQLite foreign keys are enforced on it and it waits for locks, for other connections
    /// wait for it too.
    public Connection connect() {
        return engine.connect();
    }

    /// Writes a consistent copy of the database to a file that does not exist yet, while work goes on.
    ///
    /// @throws UnsupportedOperationException on PostgreSQL, which has `pg_dump` for this
    public void copyTo(Path file) {
        engine.copyTo(file);
    }

    /// Takes no more work, finishes what was begun or waits in the queue, and lets go of all connections.
    @Override
    public void close() {
        engine.close();
    }
}
