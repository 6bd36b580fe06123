package dev.gatehouse.mapper;

import java.sql.SQLException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/// Moves what was written from SQLite's write-ahead log into the file, beside the writer and never in its way;
/// and when nobody has written for a while, empties the log.
///
/// @spec https://www.sqlite.org/wal.html#ckpt SQLite, checkpoints
final class Checkpoints implements AutoCloseable {
    private static final long EVERY_MILLIS = 1_000;
    private static final int IDLE_TURNS = 10;

    private final SqliteSession session;
    private final LongSupplier commits;
    private final ScheduledExecutorService timer;
    private long seen;
    private int idleTurns;
    private boolean emptied = true;

    /// @param commits counts the commits so far
    Checkpoints(SqliteFile file, LongSupplier commits) {
        this.session = file.checkpointer();
        this.commits = commits;
        this.timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("gatehouse-checkpoints").daemon().factory());
        timer.scheduleWithFixedDelay(this::turn, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    /// A fault here loses nothing: the log only grows until the next turn.
    private void turn() {
        try {
            checkpoint();
        } catch (SQLException e) {
            System.getLogger(Checkpoints.class.getName())
                    .log(System.Logger.Level.DEBUG, "a checkpoint has to wait: {0}", e.getMessage());
        }
    }

    synchronized void checkpoint() throws SQLException {
        long now = commits.getAsLong();
        idleTurns = now == seen ? idleTurns + 1 : 0;
        if (now != seen) {
            session.control("pragma wal_checkpoint(passive)");
            emptied = false;
        } else if (idleTurns >= IDLE_TURNS && !emptied) {
            session.control("pragma wal_checkpoint(truncate)");
            emptied = true;
        }
        seen = now;
    }

    @Override
    public void close() {
        timer.close();
        try {
            session.close();
        } catch (SQLException e) {
            throw new DatabaseFault("the checkpoints' connection could not be closed", e);
        }
    }
}
