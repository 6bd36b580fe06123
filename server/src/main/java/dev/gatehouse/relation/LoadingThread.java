package dev.gatehouse.relation;

import dev.gatehouse.mapper.Database;
import dev.gatehouse.permissions.relation.Loading;
import dev.gatehouse.permissions.relation.MemoryGraph;
import dev.gatehouse.permissions.relation.MemoryLoader;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;

/// Loads tenants into memory and packs what has come to them since, one after the other: that takes seconds
/// of processor time, and nobody waits for it.
final class LoadingThread implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(LoadingThread.class.getName());

    private final Database database;
    private final RelationshipStore store;
    private final ChangeStore row;
    private final Seats seats;
    private final LinkedBlockingQueue<Runnable> labours = new LinkedBlockingQueue<>();

    /// A platform thread: the machine shares it out fairly among those that answer questions.
    private final Thread thread =
            Thread.ofPlatform().daemon().name("relationships-memory").unstarted(this::labour);

    private volatile boolean isOpen;

    LoadingThread(Database database, RelationshipStore store, ChangeStore row, Seats seats) {
        this.database = database;
        this.store = store;
        this.row = row;
        this.seats = seats;
    }

    void start() {
        isOpen = true;
        thread.start();
    }

    /// Has a tenant loaded that is not in memory, unless that was tried a moment ago or is about to be done.
    void wantLoaded(String tenantId, Seat seat, long now) {
        if (seat.wantsLoading(now) && seat.claim()) labours.add(() -> doneWith(seat, () -> load(tenantId, seat)));
    }

    /// Has a tenant packed to which much has come, unless that is about to be done.
    void wantPacked(Seat seat, Following following, long now) {
        var isNeeded = seats.room() < 0 && following.graph().isFoldDue();
        if ((isNeeded || seat.wantsPacking(following.graph(), now)) && seat.claim())
            labours.add(() -> doneWith(seat, () -> pack(seat, following)));
    }

    /// Has tenants let go of if what came to them is too much, once those are packed that want to be.
    void wantRoom() {
        if (seats.room() < 0) labours.add(seats::keepWithinTheLimit);
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

    private static void doneWith(Seat seat, Runnable labour) {
        try {
            labour.run();
        } finally {
            seat.done();
        }
    }

    private void load(String tenantId, Seat seat) {
        var graph = loaded(tenantId).or(() -> seats.letGoOfTheIdle() ? loaded(tenantId) : Optional.empty());
        if (graph.isEmpty()) {
            LOG.log(
                    Level.INFO,
                    "The relationships of {0} do not fit into PERMISSIONS_MEMORY; the database answers for them",
                    tenantId);
            seats.putOff(seat);
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

    /// @return empty if there is no room for it
    private Optional<MemoryGraph> loaded(String tenantId) {
        var room = seats.room();
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

    private void pack(Seat seat, Following following) {
        if (seat.following() != following) return;
        var began = System.nanoTime();
        following.graph().fold();
        seat.packed(began, System.nanoTime());
        seats.keepWithinTheLimit();
    }

    @Override
    public void close() {
        isOpen = false;
        Ending.of(thread);
    }

    /// Ends the reading of what does not fit. It never leaves this class.
    private static final class Full extends RuntimeException {
        private static final long serialVersionUID = 1;

        Full() {
            super(null, null, false, false);
        }
    }
}
