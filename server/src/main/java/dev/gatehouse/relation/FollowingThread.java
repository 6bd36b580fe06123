package dev.gatehouse.relation;

import dev.gatehouse.mapper.Database;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Sees to it that the tenants in memory know what other nodes change: it follows what those announce, and
/// looks twice a second for what they may have changed without being heard.
final class FollowingThread implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(FollowingThread.class.getName());

    private final Database database;
    private final ChangeStore row;
    private final Seats seats;
    private final LoadingThread loading;
    private final Pace pace;

    /// The newest revisions that others announced, of tenants that are here.
    private final Map<String, Long> announced = new ConcurrentHashMap<>();

    /// Rung when there is something to follow.
    private final Semaphore bell = new Semaphore(0);

    private final Thread thread = Thread.ofVirtual().name("relationships").unstarted(this::lookAgainAndAgain);
    private volatile long lookedAt;
    private volatile boolean isOverdue;
    private volatile boolean isOpen;

    FollowingThread(Database database, ChangeStore row, Seats seats, LoadingThread loading, Pace pace) {
        this.database = database;
        this.row = row;
        this.seats = seats;
        this.loading = loading;
        this.pace = pace;
    }

    void start() {
        lookedAt = System.nanoTime();
        isOpen = true;
        thread.start();
    }

    /// Whether the database was heard from lately: what others took away is known.
    boolean isTrusted(long now) {
        return now - lookedAt < pace.trusted().toNanos();
    }

    void announced(String tenantId, long revision) {
        var seat = seats.find(tenantId);
        if (seat == null || seat.ready() == null) return;
        announced.merge(tenantId, revision, Math::max);
        bell.release();
    }

    void missed() {
        isOverdue = true;
        bell.release();
    }

    /// Whatever goes wrong with one look, the next may go well: this thread must not end before the house
    /// does.
    private void lookAgainAndAgain() {
        var isBegun = false;
        var isWorried = false;
        while (isOpen) {
            try {
                if (!isBegun) loadAll();
                isBegun = true;
                if (isOverdue || System.nanoTime() - lookedAt >= pace.look().toNanos()) look();
                followAnnounced();
                isWorried = false;
            } catch (RuntimeException fault) {
                if (isOpen && !isWorried)
                    LOG.log(Level.WARNING, "Cannot follow relationships; will go on trying: {0}", fault.getMessage());
                isWorried = true;
            }
            if (!paused()) return;
        }
    }

    private void loadAll() {
        var now = System.nanoTime();
        for (var tenantId : database.read(row::heads).keySet())
            loading.wantLoaded(tenantId, seats.take(tenantId, now), now);
    }

    /// Looks once what was committed elsewhere.
    private void look() {
        isOverdue = false;
        var before = seats.revisions();
        var heads = database.read(row::heads);
        before.forEach((tenantId, revision) -> follow(tenantId, revision, heads.getOrDefault(tenantId, 0L)));
        loading.wantRoom();
        lookedAt = System.nanoTime();
    }

    private void follow(String tenantId, long revision, long head) {
        var seat = seats.find(tenantId);
        var following = seat.ready();
        if (following == null) return;
        if (head < revision) {
            // Somebody has put an older copy of the database in place.
            loadAnew(tenantId, seat);
            return;
        }
        if (keepsUp(tenantId, seat, following, head)) loading.wantPacked(seat, following, System.nanoTime());
    }

    private void followAnnounced() {
        for (var tenantId : List.copyOf(announced.keySet())) {
            long head = announced.remove(tenantId);
            var seat = seats.find(tenantId);
            var following = seat.ready();
            if (following != null) keepsUp(tenantId, seat, following, head);
        }
    }

    private boolean keepsUp(String tenantId, Seat seat, Following following, long head) {
        if (head > following.revision()) following.catchUp();
        if (!following.isLost() && following.revision() >= head) return true;
        loadAnew(tenantId, seat);
        return false;
    }

    private void loadAnew(String tenantId, Seat seat) {
        var now = System.nanoTime();
        seat.leave(now);
        loading.wantLoaded(tenantId, seat, now);
    }

    /// @return whether to go on
    private boolean paused() {
        try {
            if (bell.tryAcquire(pace.look().toNanos(), TimeUnit.NANOSECONDS)) bell.drainPermits();
            return true;
        } catch (InterruptedException _) {
            return false;
        }
    }

    @Override
    public void close() {
        isOpen = false;
        Ending.of(thread);
    }
}
