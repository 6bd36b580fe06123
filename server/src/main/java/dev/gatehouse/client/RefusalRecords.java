package dev.gatehouse.client;

import dev.gatehouse.audit.AuditEvent;
import dev.gatehouse.audit.LoneRecords;
import dev.gatehouse.audit.Origin;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/// Records who failed to pass for a confidential client: the first few of each client in a while, and later how many
/// more there were. Whoever floods a door with wrong proofs must not be able to fill the disk.
///
/// Counted by each node for itself. Names that no client has leave no record: anybody can make those up.
public final class RefusalRecords {

    private static final Duration WHILE = Duration.ofMinutes(15);
    private static final int MOST = 5;
    private static final int MANY_CLIENTS = 10_000;

    private final LoneRecords records;
    private final InstantSource clock;
    private final Map<String, Count> counts = new ConcurrentHashMap<>();

    /// @param before how many of the while before left no record
    private record Count(Instant began, int refused, int before) {
        Count another(Instant now) {
            return now.isBefore(began.plus(WHILE))
                    ? new Count(began, refused + 1, before)
                    : new Count(now, 1, Math.max(0, refused - MOST));
        }
    }

    public RefusalRecords(LoneRecords records, InstantSource clock) {
        this.records = records;
        this.clock = clock;
    }

    void record(Authentication.Refused refused, Credentials shown, Origin origin) {
        refused.claimed()
                .filter(client -> !client.profile().isPublic())
                .ifPresent(client -> record(client, shown, origin));
    }

    private void record(Client client, Credentials shown, Origin origin) {
        if (counts.size() > MANY_CLIENTS) counts.clear();
        var now = clock.instant();
        var count = counts.merge(
                client.tenantId() + " " + client.id(), new Count(now, 1, 0), (known, _) -> known.another(now));
        if (count.refused() > MOST) return;
        var details = new TreeMap<>(Map.of("shown", shown.kind()));
        if (count.refused() == 1 && count.before() > 0) details.put("unrecorded", Integer.toString(count.before()));
        records.write(new AuditEvent(client.tenantId(), "client.refused", client.id(), origin, details));
    }
}
