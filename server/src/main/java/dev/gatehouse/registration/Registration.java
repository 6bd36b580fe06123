package dev.gatehouse.registration;

import dev.gatehouse.client.Client;
import dev.gatehouse.client.ClientFault;
import dev.gatehouse.client.ClientSecret;
import java.util.List;
import java.util.Optional;

/// What became of a client's wish about itself.
sealed interface Registration {

    /// @param secret if there is a new one
    /// @param token by which the client looks after itself
    record Done(Client client, Optional<ClientSecret> secret, String token) implements Registration {}

    /// @param faults all of them
    record Refused(List<ClientFault> faults) implements Registration {
        public Refused {
            faults = List.copyOf(faults);
        }
    }

    /// Whoever asks showed no token that is good for it.
    record NotAllowed() implements Registration {}

    /// Too many from there lately.
    record TooMany() implements Registration {}
}
