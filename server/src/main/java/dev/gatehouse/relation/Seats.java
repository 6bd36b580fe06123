package dev.gatehouse.relation;

import static java.util.Comparator.comparingLong;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// The seats of all tenants that were ever asked about, and who has to leave when there is no room for all.
final class Seats {

    /// A tenant that was asked within this time is not let go for another.
    private static final Duration BUSY = Duration.ofMinutes(1);

    /// What did not fit is tried again after this time: some may have been deleted meanwhile, or others let
    /// go.
    private static final Duration RETRY = Duration.ofMinutes(5);

    private final Map<String, Seat> seats = new ConcurrentHashMap<>();
    private final long limitBytes;

    Seats(long limitBytes) {
        this.limitBytes = limitBytes;
    }

    /// @return the tenant's seat; a new one if it had none
    Seat take(String tenantId, long now) {
        return seats.computeIfAbsent(tenantId, _ -> new Seat(now));
    }

    /// @return `null` if the tenant has none
    Seat find(String tenantId) {
        return seats.get(tenantId);
    }

    /// Up to which revisions the tenants know that may be asked.
    Map<String, Long> revisions() {
        var revisions = new HashMap<String, Long>();
        seats.forEach((tenantId, seat) -> {
            var ready = seat.ready();
            if (ready != null) revisions.put(tenantId, ready.revision());
        });
        return revisions;
    }

    /// How many tenants may be asked.
    int ready() {
        return (int) thoseReady().count();
    }

    long bytes() {
        return seats.values().stream().mapToLong(Seat::bytes).sum();
    }

    /// How many bytes are left; below 0 where tenants have grown too large together.
    long room() {
        return limitBytes - bytes();
    }

    /// Back to the database with a tenant that there was no room for.
    void putOff(Seat seat) {
        seat.leave(System.nanoTime() + RETRY.toNanos());
    }

    /// Lets go of whoever was not asked for some time, all of them: one alone would seldom do.
    ///
    /// @return whether there was anybody
    boolean letGoOfTheIdle() {
        var now = System.nanoTime();
        var idle = thoseReady()
                .filter(seat -> now - seat.askedAt() > BUSY.toNanos())
                .toList();
        idle.forEach(seat -> seat.leave(now));
        return !idle.isEmpty();
    }

    /// Lets go of whoever was not asked for longest, until the others fit.
    void keepWithinTheLimit() {
        if (room() >= 0) return;
        var now = System.nanoTime();
        var inOrder =
                thoseReady().sorted(comparingLong(seat -> seat.askedAt() - now)).iterator();
        while (room() < 0 && inOrder.hasNext()) putOff(inOrder.next());
    }

    private Stream<Seat> thoseReady() {
        return seats.values().stream().filter(seat -> seat.ready() != null);
    }
}
