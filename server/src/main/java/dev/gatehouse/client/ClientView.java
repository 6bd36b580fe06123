package dev.gatehouse.client;

import dev.gatehouse.web.shape.Doc;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A client as administrators see it, in the words of RFC 7591.
///
/// @spec https://www.rfc-editor.org/rfc/rfc7591#section-2 RFC 7591 §2
@Doc("A registered application.")
record ClientView(
        String clientId,
        @Doc("Shown only when it is new; it is not kept.") Optional<String> clientSecret,
        String clientName,
        AuthenticationMethod tokenEndpointAuthMethod,
        List<GrantType> grantTypes,
        List<String> redirectUris,
        @Doc("What it may ask for, with spaces between.") String scope,

        @Doc("Resources (RFC 8707) whose access tokens it may ask for.")
        List<String> resources,

        boolean requirePkce,
        @Doc("Whether people are not asked for consent.") boolean firstParty,
        Instant createdAt,
        Instant updatedAt) {

    static ClientView of(Client client, Optional<ClientSecret> secret) {
        var profile = client.profile();
        return new ClientView(
                client.id(),
                secret.map(ClientSecret::value),
                profile.name(),
                profile.authentication(),
                profile.grants().stream().sorted().toList(),
                List.copyOf(profile.redirectUris()),
                String.join(" ", profile.scopes()),
                List.copyOf(profile.resources()),
                profile.pkceRequired(),
                profile.firstParty(),
                client.createdAt(),
                client.updatedAt());
    }

    static ClientView of(Client client) {
        return of(client, Optional.empty());
    }
}
