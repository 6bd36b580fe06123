package dev.gatehouse.mapper;

import java.sql.SQLException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// SQLite's reading connections. The last one given back is the first taken: its cache is warm, and those that
/// are not needed stay unopened.
final class Readers implements AutoCloseable {
    private final SqliteFile file;
    private final long patienceNanos;
    private final int most;
    private final Semaphore places;
    private final ConcurrentLinkedDeque<SqliteSession> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    Readers(SqliteFile file, DatabaseSettings.Sqlite settings) {
        this.file = file;
        this.patienceNanos = settings.patience().toNanos();
        this.most = settings.readers();
        this.places = new Semaphore(most);
    }

    SqliteSession take() {
        if (!places.tryAcquire()) waitForPlace();
        try {
            if (closed) throw new DatabaseFault("the database is closed");
            var session = idle.pollFirst();
            return session == null ? file.reader() : session;
        } catch (Throwable failure) {
            places.release();
            throw failure;
        }
    }

    private void waitForPlace() {
        try {
            if (!places.tryAcquire(patienceNanos, TimeUnit.NANOSECONDS))
                throw new DatabaseBusy("all " + most + " readers are busy");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new DatabaseInterrupted("interrupted while waiting to read");
        }
    }

    void giveBack(SqliteSession session) {
        idle.addFirst(session);
        places.release();
    }

    /// Waits for those who are reading.
    @Override
    public void close() {
        closed = true;
        places.acquireUninterruptibly(most);
        try {
            for (var session = idle.poll(); session != null; session = idle.poll()) session.close();
        } catch (SQLException e) {
            throw new DatabaseFault("a reader could not be closed", e);
        } finally {
            places.release(most);
        }
    }
}
