package dev.gatehouse.authorize;

import static dev.gatehouse.client.OAuthProblems.INVALID_CLIENT;
import static dev.gatehouse.client.OAuthProblems.MISSING_PARAMETER;
import static dev.gatehouse.client.OAuthProblems.UNCLEAR_CLIENT;

import dev.gatehouse.authorize.RequestReader.Reading;
import dev.gatehouse.client.Client;
import dev.gatehouse.client.ClientGuard;
import dev.gatehouse.client.OAuthProblems;
import dev.gatehouse.web.Admission;
import dev.gatehouse.web.Answer;
import dev.gatehouse.web.Api;
import dev.gatehouse.web.Call;
import dev.gatehouse.web.Cors;
import dev.gatehouse.web.None;
import dev.gatehouse.web.shape.Doc;

/// Where clients leave a request before they send a browser: it is judged at once, by the rules of
/// `/oauth2/authorize`, and nobody between can read or change it.
///
/// @spec https://www.rfc-editor.org/rfc/rfc9126#section-2 RFC 9126 §2
public final class PushedRequestEndpoint {

    private final ClientGuard clients;
    private final RequestReader reader;
    private final PushedRequests pushed;

    public PushedRequestEndpoint(ClientGuard clients, RequestReader reader, PushedRequests pushed) {
        this.clients = clients;
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
                .cors(Cors.anyOrigin())
                .answers(201, PushedRequest.class)
                .refuses(UNCLEAR_CLIENT, INVALID_CLIENT, MISSING_PARAMETER)
                .refuses(AuthorizeProblems.all())
                .to(this::push);
    }

    private Answer<PushedRequest> push(Call<None, PushedView, None> call) {
        return switch (clients.admit(call)) {
            case Admission.Refused<Client>(var refusal) -> Answer.refused(refusal);
            case Admission.Admitted<Client>(var client) ->
                push(client, call.body().parameters().with("client_id", client.id()));
        };
    }

    private Answer<PushedRequest> push(Client client, RequestParameters sent) {
        return switch (reader.readPushed(client, sent)) {
            case Reading.InOrder(var request) ->
                Answer.of(
                        201,
                        new PushedRequest(
                                pushed.push(client, request.delivery()), PushedRequests.LIFETIME.toSeconds()));
            case Reading.Broken(var _, var objection) -> refused(objection);
            case Reading.Unanswerable(var _, var objection) -> refused(objection);
        };
    }

    private static Answer<PushedRequest> refused(Objection objection) {
        return Answer.refused(AuthorizeProblems.of(objection.error()), objection.why());
    }
}
