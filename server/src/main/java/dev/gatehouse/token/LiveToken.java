package dev.gatehouse.token;

import dev.gatehouse.client.Client;
import dev.gatehouse.jose.JwtClaims;
import dev.gatehouse.session.Standing;

/// An access token that is good now, with what it stands on.
public sealed interface LiveToken {

    JwtClaims claims();

    /// Of a client on behalf of a person.
    record OfFamily(JwtClaims claims, Client client, Permit permit) implements LiveToken {}

    /// Of a client for itself.
    record OfClient(JwtClaims claims, Client client) implements LiveToken {}

    /// Of a person at our own API.
    record OfSession(JwtClaims claims, Standing standing) implements LiveToken {}
}
