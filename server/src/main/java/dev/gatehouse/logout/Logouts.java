package dev.gatehouse.logout;

import dev.gatehouse.account.Farewells;
import dev.gatehouse.audit.AuditLog;
import dev.gatehouse.claims.Subjects;
import dev.gatehouse.client.Clients;
import dev.gatehouse.key.SigningKeys;
import dev.gatehouse.mapper.Database;
import dev.gatehouse.outbound.Outbound;
import dev.gatehouse.token.Participants;
import java.time.InstantSource;

/// Sees to it that clients hear of every session that ends, however it does.
public final class Logouts implements AutoCloseable {

    private final Courier courier;

    /// @param farewells where the ends of sessions are said; what was said before is not heard
    public Logouts(
            Database database,
            Participants participants,
            Farewells farewells,
            Clients clients,
            SigningKeys keys,
            Subjects subjects,
            Outbound outbound,
            AuditLog audit,
            String issuer,
            InstantSource clock) {
        var deliveries = new Deliveries(database, participants, audit);
        courier = new Courier(deliveries, clients, new LogoutTokens(keys, subjects, issuer, clock), outbound, clock);
        farewells.listen((tx, farewell) -> {
            if (deliveries.note(tx, farewell)) tx.afterCommit(courier::wake);
        });
    }

    /// Begins to tell.
    public void start() {
        courier.start();
    }

    @Override
    public void close() {
        courier.close();
    }
}
