package dev.gatehouse.client;

import static dev.gatehouse.client.OAuthProblems.INVALID_CLIENT;
import static dev.gatehouse.client.OAuthProblems.UNCLEAR_CLIENT;

import dev.gatehouse.audit.Origin;
import dev.gatehouse.tenant.Tenant;
import dev.gatehouse.web.Admission;
import dev.gatehouse.web.Call;
import dev.gatehouse.web.Refusal;
import dev.gatehouse.web.Request;
import java.util.Optional;

/// Stands at the doors where clients prove who they are: for tokens, pushed requests, introspection, revocation and
/// devices. A public client shows its name only.
///
/// @spec https://www.rfc-editor.org/rfc/rfc6749#section-3.2.1 RFC 6749 §3.2.1
public final class ClientGuard {

    private static final ClientProofView NO_FORM =
            new ClientProofView(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    private final ClientAuthenticator authenticator;
    private final RefusalRecords refusals;

    public ClientGuard(ClientAuthenticator authenticator, RefusalRecords refusals) {
        this.authenticator = authenticator;
        this.refusals = refusals;
    }

    /// @param form what the body says of the client
    /// @return the client; else `invalid_client` (401), or `invalid_request` (400) when it cannot be told who shows
    ///     what. An operation declares both, [OAuthProblems#INVALID_CLIENT] and [OAuthProblems#UNCLEAR_CLIENT]
    public Admission<Client> admit(Call<?, ?, ?> call, ClientProofView form) {
        return admit(call.request(), form);
    }

    /// Where no form speaks for the client: by HTTP Basic alone.
    ///
    /// @return as the other does
    public Admission<Client> admit(Request request) {
        return admit(request, NO_FORM);
    }

    private Admission<Client> admit(Request request, ClientProofView form) {
        return switch (Credentials.read(request.header("Authorization"), form, request.certificates())) {
            case Credentials.Reading.Unclear(var why) -> Admission.refused(UNCLEAR_CLIENT, why);
            case Credentials.Reading.Unreadable(var why) -> notKnown(why);
            case Credentials.Reading.Shown(var shown) -> judge(shown, request);
        };
    }

    private Admission<Client> judge(Credentials shown, Request request) {
        return switch (authenticator.authenticate(Tenant.MAIN, shown, request.url(request.path()))) {
            case Authentication.Proved(var client) -> Admission.admitted(client);
            case Authentication.Refused refused -> {
                refusals.record(refused, shown, Origin.of(request.remoteAddress(), request.id()));
                yield notKnown(refused.why());
            }
        };
    }

    /// RFC 6749 §5.2: 401 with the scheme, whichever way the client tried.
    private static Admission<Client> notKnown(String why) {
        return Admission.refused(
                Refusal.of(INVALID_CLIENT, why).header("WWW-Authenticate", "Basic realm=\"gatehouse\""));
    }
}
