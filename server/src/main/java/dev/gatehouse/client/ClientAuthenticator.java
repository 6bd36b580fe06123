package dev.gatehouse.client;

import dev.gatehouse.secret.Digest;
import java.util.Optional;

/// Judges whether somebody is the client that he claims to be.
///
/// @spec https://www.rfc-editor.org/rfc/rfc6749#section-2.3 RFC 6749 §2.3
public final class ClientAuthenticator {

    private final Clients clients;

    public ClientAuthenticator(Clients clients) {
        this.clients = clients;
    }

    /// @return the client; empty when there is none of that name, the proof is wrong, or it is not the kind of proof
    ///     that the client was registered with
    public Optional<Client> authenticate(String tenantId, Credentials shown) {
        return clients.known(tenantId, shown.clientId())
                .filter(known -> isProved(known, shown))
                .map(KnownClient::client);
    }

    private static boolean isProved(KnownClient known, Credentials shown) {
        var expected = known.client().profile().authentication();
        return switch (shown) {
            case Credentials.Name _ -> expected == AuthenticationMethod.NONE;
            case Credentials.Secret(var _, var secret, var method) ->
                expected == method && ClientSecret.isWellFormed(secret) && isOneOf(known, Digest.of(secret));
        };
    }

    private static boolean isOneOf(KnownClient known, String digest) {
        var found = false;
        for (var good : known.secrets()) found |= Digest.isEqual(good, digest);
        return found;
    }
}
