package dev.gatehouse.client;

import dev.gatehouse.secret.Digest;

/// Judges whether somebody is the client that he claims to be.
///
/// @spec https://www.rfc-editor.org/rfc/rfc6749#section-2.3 RFC 6749 §2.3
public final class ClientAuthenticator {

    private static final String NOT_PROVED = "The client is not known, or its proof is not the one that was agreed on.";

    private final Clients clients;

    public ClientAuthenticator(Clients clients) {
        this.clients = clients;
    }

    /// Refuses a name that nobody has, a proof that is wrong, and one that is not of the kind that the client was
    /// registered with.
    Authentication authenticate(String tenantId, Credentials shown) {
        var known = clients.known(tenantId, shown.clientId());
        if (known.filter(client -> isProved(client, shown)).isPresent())
            return new Authentication.Proved(known.get().client());
        return new Authentication.Refused(known.map(KnownClient::client), NOT_PROVED);
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
