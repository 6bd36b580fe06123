package dev.gatehouse;

import dev.gatehouse.mapper.Database;
import dev.gatehouse.mapper.DatabaseFault;
import dev.gatehouse.mapper.Tx;
import java.time.Duration;
import java.util.List;
import java.util.function.ToIntBiFunction;

/// Removes what has expired, so that no table grows without bound, and does what is due.
///
/// In small parts, each a transaction of its own: whoever signs in meanwhile waits for one part at the most.
/// Several nodes may do it at once; each finds what the others left.
final class Housekeeping implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Housekeeping.class.getName());
    private static final Duration PAUSE = Duration.ofMinutes(10);
    private static final int PART = 500;

    private final Database database;
    private final List<ToIntBiFunction<Tx, Integer>> chores;
    private final List<Runnable> errands;
    private final Thread thread;

    /// @param chores each removes at most as many rows as it is told to, and says how many there were
    /// @param errands what is to be done besides; each looks itself whether it is time
    Housekeeping(Database database, List<ToIntBiFunction<Tx, Integer>> chores, List<Runnable> errands) {
        this.database = database;
        this.chores = List.copyOf(chores);
        this.errands = List.copyOf(errands);
        this.thread = Thread.ofVirtual().name("housekeeping").unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /// Does every chore until nothing is left to do.
    void sweep() {
        for (var chore : chores) {
            int removed;
            do {
                removed = database.<Integer>write(tx -> chore.applyAsInt(tx, PART));
            } while (removed == PART && !Thread.currentThread().isInterrupted());
        }
    }

    private void run() {
        try {
            while (true) {
                Thread.sleep(PAUSE);
                sweepOrSayWhyNot();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// A database that is away now may be back the next time.
    private void sweepOrSayWhyNot() {
        try {
            sweep();
            errands.forEach(Runnable::run);
        } catch (DatabaseFault fault) {
            LOG.log(System.Logger.Level.WARNING, "What is due was not done; will try again: {0}", fault.getMessage());
        }
    }

    @Override
    public void close() {
        if (thread.getState() == Thread.State.NEW) return;
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
