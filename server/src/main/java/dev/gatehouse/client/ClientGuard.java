package dev.gatehouse.client;

import static dev.gatehouse.client.OAuthProblems.INVALID_CLIENT;
import static dev.gatehouse.client.OAuthProblems.UNCLEAR_CLIENT;

import dev.gatehouse.audit.Origin;
import dev.gatehouse.tenant.Tenant;
import dev.gatehouse.web.Admission;
import dev.gatehouse.web.Call;
import dev.gatehouse.web.Refusal;

/// Stands at the doors where clients prove who they are: for tokens, pushed requests, introspection, revocation and
/// devices. A public client shows its name only.
///
/// @spec https://www.rfc-editor.org/rfc/rfc6749#section-3.2.1 RFC 6749 §3.2.1
public final class ClientGuard {

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
        return switch (Credentials.read(
                call.header("Authorization"), form, call.request().certificates())) {
            case Credentials.Reading.Unclear(var why) -> Admission.refused(UNCLEAR_CLIENT, why);
            case Credentials.Reading.Unreadable(var why) -> notKnown(why);
            case Credentials.Reading.Shown(var shown) -> judge(shown, call);
        };
    }

    private Admission<Client> judge(Credentials shown, Call<?, ?, ?> call) {
        return switch (authenticator.authenticate(Tenant.MAIN, shown, url(call))) {
            case Authentication.Proved(var client) -> Admission.admitted(client);
            case Authentication.Refused refused -> {
                refusals.record(refused, shown, Origin.of(call.remoteAddress(), call.requestId()));
                yield notKnown(refused.why());
            }
        };
    }

    private static String url(Call<?, ?, ?> call) {
        return call.url(call.request().path());
    }

    /// RFC 6749 §5.2: 401 with the scheme, whichever way the client tried.
    private static Admission<Client> notKnown(String why) {
        return Admission.refused(
                Refusal.of(INVALID_CLIENT, why).header("WWW-Authenticate", "Basic realm=\"gatehouse\""));
    }
}
