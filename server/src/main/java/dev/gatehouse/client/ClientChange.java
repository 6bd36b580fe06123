package dev.gatehouse.client;

import java.util.List;
import java.util.Optional;

/// What became of a wish to register or change a client.
public sealed interface ClientChange {

    /// @param secret shown this once, if there is a new one
    record Done(Client client, Optional<ClientSecret> secret) implements ClientChange {}

    /// @param faults all of them
    record Refused(List<ClientFault> faults) implements ClientChange {
        public Refused {
            faults = List.copyOf(faults);
        }
    }

    record IdTaken() implements ClientChange {}

    record NoSuchClient() implements ClientChange {}

    /// A public client has no secret to rotate.
    record HasNoSecret() implements ClientChange {}
}
