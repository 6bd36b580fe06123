package dev.gatehouse.session;

import dev.gatehouse.mapper.Database;
import dev.gatehouse.mapper.Tx;
import dev.gatehouse.secret.Digest;
import dev.gatehouse.secret.OpaqueToken;
import java.util.Optional;
import java.util.UUID;

/// Keeps what people came for while they sign in, choose and consent.
///
/// An id is worth nothing to a thief: whoever goes on with it needs a session of the own. It is kept as a digest
/// all the same, since addresses end up in logs and histories.
public final class Tickets {

    private final TicketStore store = new TicketStore();
    private final Database database;

    public Tickets(Database database) {
        this.database = database;
    }

    /// @param request a query string
    /// @return the ticket's id
    public String open(String tenantId, Ticket.Purpose purpose, String request) {
        var id = OpaqueToken.random(OpaqueToken.Kind.TICKET);
        database.run(tx -> store.add(
                tx, tenantId, Digest.of(id), purpose, request, tx.now().plus(Ticket.LIFETIME)));
        return id;
    }

    /// @param id whatever the caller sent
    /// @return nothing when there is no such ticket, or it is closed or expired
    public Optional<Ticket> find(String tenantId, String id) {
        if (!OpaqueToken.isWellFormed(OpaqueToken.Kind.TICKET, id)) return Optional.empty();
        return database.read(tx -> store.find(tx, tenantId, Digest.of(id))).map(row -> row.of(id));
    }

    /// The person goes on as who she is in that session.
    public void choose(String tenantId, Ticket ticket, UUID session) {
        database.run(tx -> store.choose(tx, tenantId, Digest.of(ticket.id()), session));
    }

    /// The person does not want what the client asks for.
    public void deny(String tenantId, Ticket ticket) {
        database.run(tx -> store.deny(tx, tenantId, Digest.of(ticket.id())));
    }

    /// Spends a ticket.
    ///
    /// @return whether this call did; of many at once, one
    public boolean close(Tx tx, String tenantId, String id) {
        return store.remove(tx, tenantId, Digest.of(id));
    }

    /// Removes what has expired, a bounded part of it.
    ///
    /// @return how many were removed; as many as `most` when there may be more
    public int sweep(Tx tx, int most) {
        return store.removeExpired(tx, most);
    }
}
