package dev.gatehouse.authorize;

import dev.gatehouse.client.Client;
import dev.gatehouse.client.Clients;
import dev.gatehouse.client.RedirectUri;
import dev.gatehouse.tenant.Tenant;
import dev.gatehouse.token.IdTokens;
import java.util.Optional;

/// Makes a request of parameters. Who asks and where the answer goes is judged first: nothing is ever sent to an
/// address that is not the client's own.
///
/// @spec https://www.rfc-editor.org/rfc/rfc9700#section-4.11 RFC 9700 §4.11
record RequestReader(Clients clients, IdTokens idTokens) {

    /// What came of reading.
    sealed interface Reading {

        record InOrder(AuthorizationRequest request) implements Reading {}

        /// The client is told.
        record Broken(ReplyTo replyTo, RequestRules rule) implements Reading {}

        /// Nobody can be told but whoever looks at the screen.
        record Unanswerable(Reason reason) implements Reading {}
    }

    /// Why nobody can be told.
    enum Reason {
        CLIENT_ID_MISSING,
        CLIENT_UNKNOWN,
        REDIRECT_URI_MISSING,
        REDIRECT_URI_NOT_REGISTERED
    }

    Reading read(RequestParameters parameters) {
        var clientId = parameters.only("client_id");
        if (clientId.isEmpty()) return new Reading.Unanswerable(Reason.CLIENT_ID_MISSING);
        var client = clients.find(Tenant.MAIN, clientId.get());
        if (client.isEmpty()) return new Reading.Unanswerable(Reason.CLIENT_UNKNOWN);
        var redirectUri = parameters.only("redirect_uri");
        if (redirectUri.isEmpty()) return new Reading.Unanswerable(Reason.REDIRECT_URI_MISSING);
        return isRegistered(client.get(), redirectUri.get())
                ? judge(parameters, client.get(), redirectUri.get())
                : new Reading.Unanswerable(Reason.REDIRECT_URI_NOT_REGISTERED);
    }

    private Reading judge(RequestParameters parameters, Client client, String redirectUri) {
        var mode = parameters.only("response_mode").flatMap(ReplyTo.Mode::named).orElse(ReplyTo.Mode.QUERY);
        var replyTo = new ReplyTo(redirectUri, mode, parameters.only("state"));
        var asked = new RequestRules.Asked(parameters, client, hinted(parameters, client));
        return RequestRules.broken(asked)
                .<Reading>map(rule -> new Reading.Broken(replyTo, rule))
                .orElseGet(() -> new Reading.InOrder(AuthorizationRequest.of(asked, replyTo)));
    }

    private Optional<String> hinted(RequestParameters parameters, Client client) {
        return parameters.only("id_token_hint").flatMap(hint -> idTokens.subjectOfHint(hint, client.id()));
    }

    private static boolean isRegistered(Client client, String presented) {
        return client.profile().redirectUris().stream()
                .anyMatch(registered -> RedirectUri.matches(registered, presented));
    }
}
