package dev.gatehouse.client;

import dev.gatehouse.secret.Digest;
import java.util.Optional;

/// Judges whether somebody is the client that he claims to be.
///
/// @spec https://www.rfc-editor.org/rfc/rfc6749#section-2.3 RFC 6749 §2.3
public final class ClientAuthenticator {

    static final String NOT_PROVED = "The client is not known, or its proof is not the one that was agreed on.";

    private final Clients clients;
    private final ClientAssertions assertions;
    private final ClientCertificates certificates;

    public ClientAuthenticator(Clients clients, ClientAssertions assertions, ClientCertificates certificates) {
        this.clients = clients;
        this.assertions = assertions;
        this.certificates = certificates;
    }

    /// Refuses a name that nobody has, a proof that is wrong, and one that is not of the kind that the client was
    /// registered with.
    ///
    /// @param endpoint the URL that is called
    Authentication authenticate(String tenantId, Credentials shown, String endpoint) {
        var known = clients.known(tenantId, shown.clientId());
        var fault = known.map(client -> fault(client, shown, endpoint)).orElse(Optional.of(NOT_PROVED));
        if (fault.isEmpty())
            return new Authentication.Proved(known.orElseThrow().client());
        return new Authentication.Refused(known.map(KnownClient::client), fault.get());
    }

    private Optional<String> fault(KnownClient known, Credentials shown, String endpoint) {
        var expected = known.client().profile().authentication();
        return switch (shown) {
            case Credentials.Name(var _, var chain) ->
                unless(expected == AuthenticationMethod.NONE || certificates.prove(known.client(), chain));
            case Credentials.Secret(var _, var secret, var method) ->
                unless(expected == method && ClientSecret.isWellFormed(secret) && isOneOf(known, Digest.of(secret)));
            case Credentials.Assertion(var _, var jwt) ->
                assertions.fault(known, jwt, endpoint).map(ClientAuthenticator::ofAssertion);
        };
    }

    private static Optional<String> unless(boolean isProved) {
        return isProved ? Optional.empty() : Optional.of(NOT_PROVED);
    }

    private static String ofAssertion(String why) {
        return why.equals(NOT_PROVED) ? why : "The client assertion is not good: " + why;
    }

    private static boolean isOneOf(KnownClient known, String digest) {
        var found = false;
        for (var good : known.secrets()) found |= Digest.isEqual(good.digest(), digest);
        return found;
    }
}
