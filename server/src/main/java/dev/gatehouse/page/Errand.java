package dev.gatehouse.page;

import dev.gatehouse.client.Client;
import dev.gatehouse.client.ClientLinks;
import dev.gatehouse.session.Ticket;
import java.net.URI;
import java.util.Optional;

/// Why somebody came, and where the pages lead back to.
public sealed interface Errand {

    Ticket ticket();

    /// The application's name, if one sent the person.
    Optional<String> sender();

    /// Where people read about that application.
    Optional<ClientLinks> links();

    /// Where the next step is decided.
    String onwards();

    /// Where forms end, if not here: their pages must say so.
    Optional<URI> target();

    /// An application sent the person, and its request waits.
    record ForClient(Ticket ticket, Client client) implements Errand {

        public String clientName() {
            return client.profile().name();
        }

        @Override
        public Optional<String> sender() {
            return Optional.of(clientName());
        }

        @Override
        public Optional<ClientLinks> links() {
            return Optional.of(client.profile().links());
        }

        @Override
        public String onwards() {
            return "/oauth2/authorize/resume?ticket=" + ticket.id();
        }

        @Override
        public Optional<URI> target() {
            return ticket.parameter("redirect_uri")
                    .or(() -> client.profile().redirectUris().stream().findFirst())
                    .map(URI::create);
        }
    }

    /// The person typed in a code that a device shows. Whose device, is told to people who are signed in.
    record ForDevice(Ticket ticket) implements Errand {

        @Override
        public Optional<String> sender() {
            return Optional.empty();
        }

        @Override
        public Optional<ClientLinks> links() {
            return Optional.empty();
        }

        @Override
        public String onwards() {
            return "/device/confirm?ticket=" + ticket.id();
        }

        @Override
        public Optional<URI> target() {
            return Optional.empty();
        }
    }
}
