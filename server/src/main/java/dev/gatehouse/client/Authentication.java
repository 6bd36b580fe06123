package dev.gatehouse.client;

import java.util.Optional;

/// Whether somebody is the client that he claims to be.
sealed interface Authentication {

    record Proved(Client client) implements Authentication {}

    /// @param claimed the client of that name, if there is one; never for the caller to know
    /// @param why for the caller: the same words for a client that is there and one that is not
    record Refused(Optional<Client> claimed, String why) implements Authentication {}
}
