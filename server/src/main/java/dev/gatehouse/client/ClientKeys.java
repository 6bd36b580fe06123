package dev.gatehouse.client;

import static dev.gatehouse.client.ClientMember.JWKS;
import static dev.gatehouse.client.ClientMember.JWKS_URI;
import static dev.gatehouse.client.ClientMember.REQUEST_OBJECT_SIGNING_ALG;
import static dev.gatehouse.client.ClientMember.TLS_CLIENT_AUTH_SAN_DNS;
import static dev.gatehouse.client.ClientMember.TLS_CLIENT_AUTH_SAN_EMAIL;
import static dev.gatehouse.client.ClientMember.TLS_CLIENT_AUTH_SAN_IP;
import static dev.gatehouse.client.ClientMember.TLS_CLIENT_AUTH_SAN_URI;
import static dev.gatehouse.client.ClientMember.TLS_CLIENT_AUTH_SUBJECT_DN;
import static dev.gatehouse.client.ClientMember.TOKEN_ENDPOINT_AUTH_SIGNING_ALG;

import java.util.List;
import java.util.Optional;

/// The public keys and certificate names by which a client proves things.
///
/// @param jwks a JWK set as JSON
/// @param jwksUri where its JWK set stands
/// @param assertionAlgorithm the only one for its client assertions; empty: any that we take
/// @param requestAlgorithm the only one for its request objects; empty: any that we take
/// @param certificateNames what its certificate is called; a client of `tls_client_auth` has just one
public record ClientKeys(
        Optional<String> jwks,
        Optional<String> jwksUri,
        Optional<String> assertionAlgorithm,
        Optional<String> requestAlgorithm,
        List<CertificateName> certificateNames) {

    /// @param kind which member says it
    public record CertificateName(ClientMember kind, String value) {}

    private static final List<ClientMember> NAMES = List.of(
            TLS_CLIENT_AUTH_SUBJECT_DN,
            TLS_CLIENT_AUTH_SAN_DNS,
            TLS_CLIENT_AUTH_SAN_URI,
            TLS_CLIENT_AUTH_SAN_IP,
            TLS_CLIENT_AUTH_SAN_EMAIL);

    /// Whether it has told no keys, neither by value nor by address.
    boolean areUntold() {
        return jwks.isEmpty() && jwksUri.isEmpty();
    }

    static ClientKeys of(ClientMembers members) {
        return new ClientKeys(
                members.text(JWKS),
                members.text(JWKS_URI),
                members.text(TOKEN_ENDPOINT_AUTH_SIGNING_ALG),
                members.text(REQUEST_OBJECT_SIGNING_ALG),
                NAMES.stream()
                        .flatMap(kind -> members.text(kind).stream().map(value -> new CertificateName(kind, value)))
                        .toList());
    }
}
