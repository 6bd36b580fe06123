package dev.gatehouse.mapper;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Function;

/// SQLite's one writer: a platform thread through which all writes go, many in one transaction, so that many
/// share the one expensive step, the wait until the disk has it.
///
/// Requests wait in a queue. The writer takes the first, runs it, and goes on with whatever has come meanwhile,
/// each behind a savepoint, until the queue is empty or the group is large; then it commits, and only then it
/// answers. Who comes alone waits for nobody. A request that fails is undone alone, but hears it with the others: it
/// may have failed for a row of another, which nobody outside sees before the commit. If the commit fails, all of the
/// group hear that.
final class GroupWriter {
    private static final int MOST = 512;

    /// The first of a group waits for the last: not longer than a slow disk would let it.
    static final Duration GROUP = Duration.ofMillis(10);

    private final SqliteSession session;
    private final Shapes shapes;
    private final long patienceNanos;
    private final long groupNanos;
    private final BlockingQueue<Request<?>> queue;
    private final Thread thread;
    private final List<Request<?>> group = new ArrayList<>(MOST);
    private volatile boolean closing;
    private volatile boolean ended;
    private volatile long commits;

    GroupWriter(SqliteSession session, Shapes shapes, DatabaseSettings.Sqlite settings, Duration group) {
        this.session = session;
        this.shapes = shapes;
        this.patienceNanos = settings.patience().toNanos();
        this.groupNanos = group.toNanos();
        this.queue = new ArrayBlockingQueue<>(settings.queue());
        this.thread = Thread.ofPlatform().name("gatehouse-writer").daemon().start(this::work);
    }

    /// Queues the work and waits until what it did is on disk.
    <R> R write(Function<Execution, R> work) {
        var request = new Request<>(work);
        if (closing) throw closed();
        if (!queue.offer(request))
            throw new DatabaseBusy("the queue of writes is full: " + queue.size() + " are waiting");
        // The writer may have looked at the queue for the last time just before.
        if (ended && queue.remove(request)) throw closed();
        return request.await(patienceNanos);
    }

    private static DatabaseFault closed() {
        return new DatabaseFault("the database is closed");
    }

    /// How many groups were committed so far.
    long commits() {
        return commits;
    }

    private void work() {
        while (!closing) writeGroup(next());
        for (var last = queue.poll(); last != null; last = queue.poll()) writeGroup(last);
        ended = true;
        for (var late = queue.poll(); late != null; late = queue.poll()) if (late.begin()) late.fail(closed());
    }

    /// Nobody interrupts the writer: [#close] wakes it with a request that does nothing.
    private Request<?> next() {
        while (true) {
            try {
                return queue.take();
            } catch (InterruptedException _) {
                // Work that set the flag on this thread means nothing to the others.
            }
        }
    }

    private void writeGroup(Request<?> first) {
        long end = System.nanoTime() + groupNanos;
        for (var next = first; next != null; next = nextBefore(end)) {
            if (next.begin()) add(next);
        }
        if (!group.isEmpty()) commit();
    }

    private Request<?> nextBefore(long end) {
        return group.size() < MOST && System.nanoTime() < end ? queue.poll() : null;
    }

    private void add(Request<?> request) {
        if (group.isEmpty()) addFirst(request);
        else addBehindSavepoint(request);
    }

    /// Alone in its transaction it needs no savepoint: undoing it undoes the transaction.
    private void addFirst(Request<?> request) {
        try {
            session.control("begin immediate");
        } catch (SQLException locked) {
            request.fail(session.translated(locked, null));
            return;
        }
        try {
            request.run(new Execution(session, shapes));
            group.add(request);
        } catch (Throwable failure) {
            rollback(failure);
            request.fail(failure);
        }
    }

    private void addBehindSavepoint(Request<?> request) {
        try {
            session.control("savepoint request");
            request.run(new Execution(session, shapes));
            session.control("release savepoint request");
            group.add(request);
        } catch (Throwable failure) {
            request.failed(failure);
            group.add(request);
            undo(failure);
        }
    }

    /// Undoes the last of the group. Some faults, a full disk among them, make SQLite undo the whole transaction
    /// on its own. Then the savepoint is gone too, and with it the work of all the others.
    private void undo(Throwable failure) {
        try {
            session.control("rollback to savepoint request");
            session.control("release savepoint request");
        } catch (SQLException gone) {
            failure.addSuppressed(gone);
            group.removeLast().answer();
            failAll(gone);
        }
    }

    private void commit() {
        try {
            session.control("commit");
        } catch (SQLException failed) {
            failAll(failed);
            return;
        }
        commits++;
        for (var request : group) request.answer();
        group.clear();
    }

    /// Each gets a fault of its own: they are thrown on different threads.
    private void failAll(SQLException why) {
        rollback(why);
        for (var request : group) request.fail(session.translated(why, null));
        group.clear();
    }

    /// A transaction that SQLite has already undone cannot be rolled back again.
    private void rollback(Throwable because) {
        try {
            session.control("rollback");
        } catch (SQLException undone) {
            because.addSuppressed(undone);
        }
    }

    /// Writes what waits, then stops.
    void close() {
        closing = true;
        queue.offer(new Request<>(_ -> null));
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) Thread.currentThread().interrupt();
    }
}
