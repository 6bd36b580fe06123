package dev.gatehouse.relation;

import dev.gatehouse.mapper.Database;
import dev.gatehouse.mapper.ReadTx;
import dev.gatehouse.permissions.relation.Change;
import dev.gatehouse.permissions.relation.MemoryGraph;
import dev.gatehouse.permissions.relation.MemorySnapshot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// The relationships of one tenant in memory, and how they keep up with the row of changes.
///
/// Each revision is taken in once, whole, and after the one before it, whoever brings it: the commit on this
/// node, or a look into the database.
final class Following {

    /// More commits than this are not kept for the one that is missing before them; a look brings them all.
    private static final int EARLY = 1_000;

    /// A revision of more changes than this is not carried into memory one by one: all is loaded anew.
    private static final int WIDE = 100_000;

    /// A commit of this node that is about to be told is worth so long a wait; then the database is asked.
    private static final Duration MOMENT = Duration.ofMillis(2);

    private final String tenantId;
    private final MemoryGraph graph;
    private final Database database;
    private final ChangeStore row;
    private final TreeMap<Long, Commit> early = new TreeMap<>();

    /// The newest commit of this node that was told of.
    private volatile long told;

    /// A revision is missing that will not come: it is too wide, or no longer kept.
    private volatile boolean isLost;

    /// Held while a revision is taken in, never while the database is asked.
    private final ReentrantLock taking = new ReentrantLock();

    private final Condition moved = taking.newCondition();

    /// Only one asks the database at a time; the others wait for what it brings.
    private final ReentrantLock looking = new ReentrantLock();

    Following(String tenantId, MemoryGraph graph, Database database, ChangeStore row) {
        this.tenantId = tenantId;
        this.graph = graph;
        this.database = database;
        this.row = row;
    }

    MemoryGraph graph() {
        return graph;
    }

    MemorySnapshot snapshot() {
        return graph.snapshot();
    }

    long revision() {
        return graph.snapshot().revision();
    }

    /// A commit of this node. They are told about in the order of their revisions, but for those that
    /// overtake.
    void take(Commit commit) {
        taking.lock();
        try {
            told = Math.max(told, commit.revision());
            if (commit.changes().isEmpty() || early.size() >= EARLY) return;
            early.put(commit.revision(), commit);
            goOn();
        } finally {
            taking.unlock();
        }
    }

    /// Up to here this node itself has written. Mostly it is in already; one that overtook another waits for
    /// it.
    long told() {
        return told;
    }

    /// Waits until that revision is in, and looks for it.
    ///
    /// @return whether it is
    boolean reach(long wanted, Duration patience) {
        if (revision() >= wanted || comes(wanted)) return true;
        if (isLost) return false;
        try {
            if (!looking.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) return revision() >= wanted;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
        try {
            if (revision() < wanted) readOn();
            return revision() >= wanted;
        } finally {
            looking.unlock();
        }
    }

    /// Takes in everything that was committed anywhere.
    void catchUp() {
        looking.lock();
        try {
            readOn();
        } finally {
            looking.unlock();
        }
    }

    /// Whether it will never catch up; it must be loaded anew.
    boolean isLost() {
        return isLost;
    }

    private boolean comes(long wanted) {
        var left = MOMENT.toNanos();
        taking.lock();
        try {
            // Nobody told of it or of one after it: it was committed elsewhere.
            if (early.isEmpty() || early.lastKey() < wanted) return revision() >= wanted;
            while (revision() < wanted && left > 0) left = moved.awaitNanos(left);
            return revision() >= wanted;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            taking.unlock();
        }
    }

    /// All in one moment of the database, so that no revision comes in halves.
    private void readOn() {
        if (isLost) return;
        try {
            database.snapshot(tx -> {
                readOn(tx);
                return null;
            });
        } catch (TooWide _) {
            isLost = true;
        }
    }

    private void readOn(ReadTx tx) {
        var whole = new ArrayList<Change>();
        var last = new long[1];
        row.stream(tx, tenantId, revision(), stored -> {
            if (stored.revision() != last[0]) takeWhole(last[0], whole);
            last[0] = stored.revision();
            if (whole.size() == WIDE) throw new TooWide();
            whole.add(stored.change());
        });
        takeWhole(last[0], whole);
    }

    private void takeWhole(long revision, List<Change> changes) {
        if (changes.isEmpty()) return;
        taking.lock();
        try {
            if (revision == revision() + 1) apply(revision, changes);
            else if (revision > revision()) isLost = true;
            goOn();
        } finally {
            taking.unlock();
        }
        changes.clear();
    }

    private void goOn() {
        while (!early.isEmpty() && early.firstKey() <= revision() + 1) {
            var next = early.pollFirstEntry().getValue();
            if (next.revision() == revision() + 1) apply(next.revision(), next.changes());
        }
    }

    private void apply(long revision, List<Change> changes) {
        graph.apply(revision, changes);
        moved.signalAll();
    }

    /// Ends the reading of a revision that is too wide. It never leaves this class.
    private static final class TooWide extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooWide() {
            super(null, null, false, false);
        }
    }
}
