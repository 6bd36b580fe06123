package dev.gatehouse.page;

import dev.gatehouse.client.Clients;
import dev.gatehouse.session.Ticket;
import dev.gatehouse.session.Tickets;
import dev.gatehouse.tenant.Tenant;
import java.util.Optional;
import java.util.UUID;

/// Finds out by a ticket why somebody came, and notes what the person decided.
public final class Errands {

    private final Tickets tickets;
    private final Clients clients;

    public Errands(Tickets tickets, Clients clients) {
        this.tickets = tickets;
        this.clients = clients;
    }

    /// @param ticketId whatever the browser sent
    /// @return nothing when the ticket is unknown or expired, or its client is gone
    public Optional<Errand> find(String ticketId) {
        return tickets.find(Tenant.MAIN, ticketId).flatMap(ticket -> switch (ticket.purpose()) {
            case AUTHORIZATION -> forClient(ticket);
            case DEVICE -> Optional.of(new Errand.ForDevice(ticket));
            case SIGN_OUT -> Optional.empty();
        });
    }

    /// Only one on which an application sent the person: other tickets open no page that answers one.
    public Optional<Errand.ForClient> findForClient(String ticketId) {
        return find(ticketId).filter(Errand.ForClient.class::isInstance).map(Errand.ForClient.class::cast);
    }

    /// Only one on which the person came with the code of a device.
    public Optional<Errand.ForDevice> findForDevice(String ticketId) {
        return find(ticketId).filter(Errand.ForDevice.class::isInstance).map(Errand.ForDevice.class::cast);
    }

    private Optional<Errand> forClient(Ticket ticket) {
        return ticket.clientId()
                .flatMap(id -> clients.find(Tenant.MAIN, id))
                .map(client -> new Errand.ForClient(ticket, client));
    }

    /// The person goes on as who she is in that session.
    public void choose(Ticket ticket, UUID session) {
        tickets.choose(Tenant.MAIN, ticket, session);
    }

    /// The person does not want what the client asks for.
    public void deny(Ticket ticket) {
        tickets.deny(Tenant.MAIN, ticket);
    }
}
