package dev.gatehouse.relation;

import static java.util.Comparator.comparingLong;

import dev.gatehouse.mapper.Database;
import dev.gatehouse.permissions.relation.Loading;
import dev.gatehouse.permissions.relation.MemoryGraph;
import dev.gatehouse.permissions.relation.MemoryLoader;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Which tenants are in memory, and that they keep up.
///
/// One thread follows what other nodes announce, and looks twice a second for what they may have changed
/// without being heard. Another loads tenants and packs them, one after the other: that takes seconds of
/// processor time, and nobody waits for it.
final class Memory implements Follower, AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Memory.class.getName());

    /// A tenant that was asked within this time is not let go for another.
    private static final Duration BUSY = Duration.ofMinutes(1);

    /// What did not fit is tried again after this time: some may have been deleted meanwhile, or others let
    /// go.
    private static final Duration RETRY = Duration.ofMinutes(5);

    private final Database database;
    private final RelationshipStore store;
    private final ChangeStore row;
    private final long limitBytes;
    private final Pace pace;
    private final Map<String, Seat> seats = new ConcurrentHashMap<>();

    /// The newest revisions that others announced, of tenants that are here.
    private final Map<String, Long> announced = new ConcurrentHashMap<>();

    /// Rung when there is something to follow.
    private final Semaphore bell = new Semaphore(0);

    private final LinkedBlockingQueue<Runnable> labours = new LinkedBlockingQueue<>();
    private final Thread looking = Thread.ofVirtual().name("relationships").unstarted(this::lookAgainAndAgain);

    /// A platform thread: the machine shares it out fairly among those that answer questions.
    private final Thread labouring =
            Thread.ofPlatform().daemon().name("relationships-memory").unstarted(this::labour);

    private volatile long lookedAt;
    private volatile boolean isOverdue;
    private volatile boolean isOpen;

    Memory(Database database, RelationshipStore store, ChangeStore row, long limitBytes, Pace pace) {
        this.database = database;
        this.store = store;
        this.row = row;
        this.limitBytes = limitBytes;
        this.pace = pace;
    }

    void start() {
        if (limitBytes == 0) return;
        lookedAt = System.nanoTime();
        isOpen = true;
        looking.start();
        labouring.start();
    }

    /// A tenant's relationships, if they are here and to be trusted; otherwise they will be, if there is
    /// room.
    Following find(String tenantId) {
        if (!isOpen) return null;
        var now = System.nanoTime();
        var seat = seats.computeIfAbsent(tenantId, _ -> new Seat(now));
        seat.ask(now);
        var ready = seat.ready();
        if (ready != null) return now - lookedAt < pace.trusted().toNanos() ? ready : null;
        wish(tenantId, seat, now);
        return null;
    }

    @Override
    public void committed(Commit commit) {
        var seat = seats.get(commit.tenantId());
        var following = seat == null ? null : seat.following();
        if (following == null) return;
        try {
            following.take(commit);
        } catch (RuntimeException fault) {
            LOG.log(Level.WARNING, "Will load the relationships of " + commit.tenantId() + " anew", fault);
            seat.leave(System.nanoTime());
        }
    }

    @Override
    public void announced(String tenantId, long revision) {
        var seat = seats.get(tenantId);
        if (seat == null || seat.ready() == null) return;
        announced.merge(tenantId, revision, Math::max);
        bell.release();
    }

    @Override
    public void missed() {
        isOverdue = true;
        bell.release();
    }

    long bytes() {
        return seats.values().stream().mapToLong(Seat::bytes).sum();
    }

    int tenants() {
        return (int)
                seats.values().stream().filter(seat -> seat.ready() != null).count();
    }

    private void wish(String tenantId, Seat seat, long now) {
        if (seat.wantsLoading(now) && seat.await()) labours.add(() -> doneWith(seat, () -> load(tenantId, seat)));
    }

    private static void doneWith(Seat seat, Runnable labour) {
        try {
            labour.run();
        } finally {
            seat.done();
        }
    }

    private void load(String tenantId, Seat seat) {
        var graph = loaded(tenantId, limitBytes - bytes())
                .or(() -> roomMade() ? loaded(tenantId, limitBytes - bytes()) : Optional.empty());
        if (graph.isEmpty()) {
            LOG.log(
                    Level.INFO,
                    "The relationships of {0} do not fit into PERMISSIONS_MEMORY; the database answers for them",
                    tenantId);
            seat.leave(System.nanoTime() + RETRY.toNanos());
            return;
        }
        var following = new Following(tenantId, graph.get(), database, row);
        // From here on it is told of commits; those before are in the database.
        seat.prepare(following);
        try {
            following.catchUp();
            seat.open();
        } catch (RuntimeException fault) {
            seat.leave(System.nanoTime());
            throw fault;
        }
    }

    private Optional<MemoryGraph> loaded(String tenantId, long room) {
        if (room <= 0) return Optional.empty();
        var loader = new MemoryLoader(room);
        try {
            var revision = database.<Long>snapshot(tx -> {
                store.stream(tx, tenantId, relationship -> {
                    if (!loader.add(relationship)) throw new Full();
                });
                return row.head(tx, tenantId);
            });
            return loader.load(revision) instanceof Loading.Loaded(var graph) ? Optional.of(graph) : Optional.empty();
        } catch (Full _) {
            return Optional.empty();
        }
    }

    /// Lets go of whoever was not asked for some time, all of them: one alone would seldom do.
    private boolean roomMade() {
        var now = System.nanoTime();
        var idle = seats.values().stream()
                .filter(seat -> seat.ready() != null && now - seat.askedAt() > BUSY.toNanos())
                .toList();
        idle.forEach(seat -> seat.leave(now));
        return !idle.isEmpty();
    }

    /// Looks once what was committed elsewhere.
    private void look() {
        isOverdue = false;
        var before = new HashMap<String, Long>();
        seats.forEach((tenantId, seat) -> {
            if (seat.ready() != null) before.put(tenantId, seat.ready().revision());
        });
        var heads = database.read(row::heads);
        before.forEach((tenantId, revision) -> follow(tenantId, revision, heads.getOrDefault(tenantId, 0L)));
        lookedAt = System.nanoTime();
    }

    private void follow(String tenantId, long revision, long head) {
        var seat = seats.get(tenantId);
        var following = seat.ready();
        if (following == null) return;
        if (head < revision) {
            // Somebody has put an older copy of the database in place.
            loadAnew(tenantId, seat);
            return;
        }
        if (!keepsUp(tenantId, seat, following, head)) return;
        if (seat.wantsPacking(following.graph(), System.nanoTime()) && seat.await())
            labours.add(() -> doneWith(seat, () -> pack(tenantId, seat, following)));
    }

    private void followAnnounced() {
        for (var tenantId : List.copyOf(announced.keySet())) {
            long head = announced.remove(tenantId);
            var seat = seats.get(tenantId);
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
        wish(tenantId, seat, now);
    }

    private void pack(String tenantId, Seat seat, Following following) {
        if (seat.following() != following) return;
        var began = System.nanoTime();
        following.graph().fold();
        seat.packed(following.graph(), began, System.nanoTime());
        if (bytes() > limitBytes) letGoOfTheLeastAsked();
    }

    private void letGoOfTheLeastAsked() {
        var inOrder = seats.values().stream()
                .filter(seat -> seat.ready() != null)
                .sorted(comparingLong(seat -> seat.askedAt() - System.nanoTime()))
                .iterator();
        while (bytes() > limitBytes && inOrder.hasNext()) inOrder.next().leave(System.nanoTime() + RETRY.toNanos());
    }

    /// Whatever goes wrong with one look, the next may go well: this thread must not end before the house
    /// does.
    private void lookAgainAndAgain() {
        var isBegun = false;
        var isWorried = false;
        while (isOpen) {
            try {
                if (!isBegun) wishForAll();
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

    private void wishForAll() {
        var now = System.nanoTime();
        database.read(row::heads)
                .keySet()
                .forEach(tenantId -> wish(tenantId, seats.computeIfAbsent(tenantId, _ -> new Seat(now)), now));
    }

    private void labour() {
        while (isOpen) {
            try {
                labours.take().run();
            } catch (InterruptedException _) {
                return;
            } catch (RuntimeException fault) {
                if (isOpen)
                    LOG.log(Level.WARNING, "Could not bring relationships into memory: {0}", fault.getMessage());
            }
        }
    }

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
        if (!isOpen) return;
        isOpen = false;
        for (var thread : new Thread[] {looking, labouring}) {
            thread.interrupt();
            try {
                thread.join(Duration.ofSeconds(5));
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /// Ends the reading of what does not fit. It never leaves this class.
    private static final class Full extends RuntimeException {
        private static final long serialVersionUID = 1;

        Full() {
            super(null, null, false, false);
        }
    }
}
