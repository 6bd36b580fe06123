package dev.gatehouse.logout;

import dev.gatehouse.account.Farewell;
import dev.gatehouse.audit.AuditEvent;
import dev.gatehouse.audit.AuditLog;
import dev.gatehouse.audit.Origin;
import dev.gatehouse.mapper.Database;
import dev.gatehouse.mapper.Tx;
import dev.gatehouse.secret.TimeOrderedUuid;
import dev.gatehouse.token.Participants;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/// Keeps whom to tell of the end of a session, from the transaction that ends it until the client has answered or we
/// give up. Nothing is lost when a node dies.
final class Deliveries {

    /// At a time. Of one client that has more than that to be told, a share is taken, and others come next time.
    private static final int LOOKED_AT = 500;

    private final DeliveryStore store = new DeliveryStore();
    private final Database database;
    private final Participants participants;
    private final AuditLog audit;

    Deliveries(Database database, Participants participants, AuditLog audit) {
        this.database = database;
        this.participants = participants;
        this.audit = audit;
    }

    /// Notes every client that knew what ends. Whether a client wants to be told at all is seen when its turn comes.
    ///
    /// @return whether there was any
    boolean note(Tx tx, Farewell farewell) {
        var deliveries = participants.part(tx, farewell).stream()
                .map(participant -> Delivery.of(
                        farewell.tenantId(),
                        TimeOrderedUuid.at(tx.now()),
                        participant.clientId(),
                        farewell.accountId(),
                        participant.sessionId(),
                        tx.now()))
                .toList();
        if (!deliveries.isEmpty()) store.addAll(tx, deliveries);
        return !deliveries.isEmpty();
    }

    /// Begins attempts: what is returned is this node's for [Delivery#LEASE].
    ///
    /// @param but clients of which none are wanted now
    /// @param mostOf how many are wanted of each of the others
    List<Delivery> begin(Collection<String> but, int most, ToIntFunction<String> mostOf) {
        if (database.read(tx -> store.due(tx, but, 1)).isEmpty()) return List.of();
        return database.write(tx -> {
            var begun = new ArrayList<Delivery>();
            var ofClient = new HashMap<String, Integer>();
            for (var seen : store.due(tx, but, LOOKED_AT)) {
                if (begun.size() == most) break;
                if (ofClient.getOrDefault(seen.clientId(), 0) >= mostOf.applyAsInt(seen.clientId())) continue;
                var mine = seen.begun(tx.now());
                if (!store.take(tx, seen, mine)) continue;
                ofClient.merge(seen.clientId(), 1, Integer::sum);
                begun.add(mine);
            }
            return begun;
        });
    }

    /// Another attempt is to be made, at that time.
    void putOff(Delivery delivery, Instant until) {
        database.run(tx -> store.putOff(tx, delivery, until));
    }

    /// The client need not be told, and nobody need know.
    void drop(Delivery delivery) {
        database.run(tx -> store.remove(tx, delivery));
    }

    /// Ends a delivery with a record of how.
    ///
    /// @param action `logout.delivered` and the like
    void close(Delivery delivery, String action, Map<String, String> details) {
        database.run(tx -> {
            if (!store.remove(tx, delivery)) return;
            var facts = new TreeMap<>(details);
            facts.put("client", delivery.clientId());
            facts.put("session", delivery.sessionId().toString());
            facts.put("attempts", Integer.toString(delivery.attempts()));
            var subject = delivery.accountId().toString();
            audit.append(tx, new AuditEvent(delivery.tenantId(), action, subject, Origin.SERVER, facts));
        });
    }
}
