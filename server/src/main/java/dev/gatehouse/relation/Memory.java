package dev.gatehouse.relation;

import dev.gatehouse.mapper.Database;
import java.lang.System.Logger.Level;

/// The relationships that this node holds in memory, and that they keep up.
///
/// [Seats] tells which tenants are there and how much room they take, [LoadingThread] brings them in,
/// [FollowingThread] sees to it that they know what other nodes change. What this node changes itself is told
/// here, by whoever changed it.
final class Memory implements Follower, AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Memory.class.getName());

    private final long limitBytes;
    private final Seats seats;
    private final LoadingThread loading;
    private final FollowingThread following;
    private volatile boolean isOpen;

    /// @param limitBytes 0: nothing is held, and the database answers everything
    Memory(Database database, RelationshipStore store, ChangeStore row, long limitBytes, Pace pace) {
        this.limitBytes = limitBytes;
        this.seats = new Seats(limitBytes);
        this.loading = new LoadingThread(database, store, row, seats);
        this.following = new FollowingThread(database, row, seats, loading, pace);
    }

    void start() {
        if (limitBytes == 0) return;
        isOpen = true;
        loading.start();
        following.start();
    }

    /// A tenant's relationships, if they are here and to be trusted; otherwise they will be, if there is
    /// room.
    ///
    /// @return `null` where the database has to answer
    Following find(String tenantId) {
        if (!isOpen) return null;
        var now = System.nanoTime();
        var seat = seats.take(tenantId, now);
        seat.ask(now);
        var ready = seat.ready();
        if (ready != null) return following.isTrusted(now) ? ready : null;
        loading.wantLoaded(tenantId, seat, now);
        return null;
    }

    @Override
    public void committed(Commit commit) {
        var seat = seats.find(commit.tenantId());
        var told = seat == null ? null : seat.following();
        if (told == null) return;
        try {
            told.take(commit);
        } catch (RuntimeException fault) {
            LOG.log(Level.WARNING, "Will load the relationships of " + commit.tenantId() + " anew", fault);
            seat.leave(System.nanoTime());
        }
    }

    @Override
    public void announced(String tenantId, long revision) {
        following.announced(tenantId, revision);
    }

    @Override
    public void missed() {
        following.missed();
    }

    long bytes() {
        return seats.bytes();
    }

    int tenants() {
        return seats.ready();
    }

    @Override
    public void close() {
        if (!isOpen) return;
        isOpen = false;
        following.close();
        loading.close();
    }
}
