package dev.gatehouse.authorize;

import static dev.gatehouse.client.OAuthProblems.INVALID_CLIENT;
import static dev.gatehouse.client.OAuthProblems.MISSING_PARAMETER;
import static dev.gatehouse.client.OAuthProblems.UNCLEAR_CLIENT;
import static dev.gatehouse.dpop.DpopGuard.INVALID_PROOF;
import static dev.gatehouse.dpop.DpopGuard.NONCE_WANTED;

import dev.gatehouse.authorize.RequestReader.Reading;
import dev.gatehouse.client.Client;
import dev.gatehouse.client.ClientGuard;
import dev.gatehouse.client.OAuthProblems;
import dev.gatehouse.dpop.DpopGuard;
import dev.gatehouse.dpop.DpopVerdict;
import dev.gatehouse.web.Admission;
import dev.gatehouse.web.Answer;
import dev.gatehouse.web.Api;
import dev.gatehouse.web.Call;
import dev.gatehouse.web.Cors;
import dev.gatehouse.web.None;
import dev.gatehouse.web.shape.Doc;
import java.util.Optional;

/// Where clients leave a request before they send a browser: it is judged at once, by the rules of
/// `/oauth2/authorize`, and nobody between can read or change it.
///
/// @spec https://www.rfc-editor.org/rfc/rfc9126#section-2 RFC 9126 §2
public final class PushedRequestEndpoint {

    private static final String DPOP_JKT = "dpop_jkt";

    private final ClientGuard clients;
    private final DpopGuard dpop;
    private final RequestReader reader;
    private final PushedRequests pushed;

    public PushedRequestEndpoint(ClientGuard clients, DpopGuard dpop, RequestReader reader, PushedRequests pushed) {
        this.clients = clients;
        this.dpop = dpop;
        this.reader = reader;
        this.pushed = pushed;
    }

    @Doc("Under which reference the request is kept.")
    record PushedRequest(
            @Doc("Send the browser to /oauth2/authorize with this and `client_id`. Good for one answer.")
            String requestUri,

            @Doc("In seconds.") long expiresIn) {}

    public void mount(Api api) {
        api.errorsAs(OAuthProblems.FORMAT)
                .post("/oauth2/par")
                .tag("OAuth 2")
                .summary("Leave an authorization request")
                .takesForm(PushedView.class)
                .cors(DpopGuard.open(Cors.anyOrigin()))
                .answers(201, PushedRequest.class)
                .refuses(UNCLEAR_CLIENT, INVALID_CLIENT, INVALID_PROOF, NONCE_WANTED, MISSING_PARAMETER)
                .refuses(AuthorizeProblems.all())
                .to(this::push);
    }

    private Answer<PushedRequest> push(Call<None, PushedView, None> call) {
        return dpop.withNextNonce(
                call.request(),
                switch (dpop.read(call.request())) {
                    case Admission.Refused<Optional<DpopVerdict.Good>>(var refusal) -> Answer.refused(refusal);
                    case Admission.Admitted<Optional<DpopVerdict.Good>>(var proof) -> push(call, proof);
                });
    }

    private Answer<PushedRequest> push(Call<None, PushedView, None> call, Optional<DpopVerdict.Good> proof) {
        return switch (clients.admit(call, call.body().client())) {
            case Admission.Refused<Client>(var refusal) -> Answer.refused(refusal);
            case Admission.Admitted<Client>(var client) ->
                switch (dpop.spend(proof)) {
                    case Admission.Refused<Optional<String>>(var refusal) -> Answer.refused(refusal);
                    case Admission.Admitted<Optional<String>>(var jkt) ->
                        push(client, call.body().parameters().with("client_id", client.id()), jkt);
                };
        };
    }

    /// @param jkt of the proof that came with it
    private Answer<PushedRequest> push(Client client, RequestParameters sent, Optional<String> jkt) {
        return switch (reader.readPushed(client, sent)) {
            case Reading.InOrder(var request) -> keep(client, request.delivery(), jkt);
            case Reading.Broken(var _, var objection) -> refused(objection);
            case Reading.Unanswerable(var _, var objection, var _) -> refused(objection);
        };
    }

    /// A proof binds the code as `dpop_jkt` does; with both, they name the same key.
    ///
    /// @spec https://www.rfc-editor.org/rfc/rfc9449#section-10.1 RFC 9449 §10.1
    private Answer<PushedRequest> keep(Client client, Delivery asked, Optional<String> jkt) {
        var named = asked.parameters().find(DPOP_JKT);
        if (jkt.isPresent() && named.isPresent() && !named.equals(jkt))
            return Answer.refused(INVALID_PROOF, "The DPoP proof is by another key than `dpop_jkt` names.");
        var bound = jkt.map(key -> asked.with(DPOP_JKT, key)).orElse(asked);
        return Answer.of(201, new PushedRequest(pushed.push(client, bound), PushedRequests.LIFETIME.toSeconds()));
    }

    private static Answer<PushedRequest> refused(Objection objection) {
        return Answer.refused(AuthorizeProblems.of(objection.error()), objection.why());
    }
}
