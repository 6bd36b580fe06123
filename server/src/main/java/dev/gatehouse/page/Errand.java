package dev.gatehouse.page;

import dev.gatehouse.client.Client;
import dev.gatehouse.session.Ticket;
import java.net.URI;
import java.util.Optional;

/// Why somebody came: an application sent the person, and its request waits.
public record Errand(Ticket ticket, Client client) {

    public String clientName() {
        return client.profile().name();
    }

    /// Where the answer to the application will go: pages whose forms lead there must say so.
    Optional<URI> target() {
        return ticket.parameter("redirect_uri")
                .or(() -> client.profile().redirectUris().stream().findFirst())
                .map(URI::create);
    }
}
