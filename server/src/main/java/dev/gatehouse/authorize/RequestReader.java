package dev.gatehouse.authorize;

import dev.gatehouse.client.Client;
import dev.gatehouse.client.Clients;
import dev.gatehouse.client.RedirectUri;
import dev.gatehouse.client.ResponseMode;
import dev.gatehouse.tenant.Tenant;
import dev.gatehouse.token.IdTokens;
import java.util.Optional;

/// Makes a request of what came. Who asks and where the answer goes is judged first: nothing is ever sent to an
/// address that is not the client's own.
///
/// @spec https://www.rfc-editor.org/rfc/rfc9700#section-4.11 RFC 9700 §4.11
public final class RequestReader {

    private final Clients clients;
    private final IdTokens idTokens;
    private final Wrappings wrappings;
    private final boolean pkceOfAll;

    /// @param pkceOfAll whether clients with a secret need PKCE as well
    public RequestReader(
            Clients clients, IdTokens idTokens, PushedRequests pushed, RequestObjects objects, boolean pkceOfAll) {
        this.clients = clients;
        this.idTokens = idTokens;
        this.wrappings = new Wrappings(pushed, objects);
        this.pkceOfAll = pkceOfAll;
    }

    /// What came of reading.
    sealed interface Reading {

        record InOrder(AuthorizationRequest request) implements Reading {}

        /// The client is told.
        record Broken(ReplyTo replyTo, Objection objection) implements Reading {}

        /// Nobody can be told but whoever looks at the screen, or has pushed it.
        ///
        /// @param client that it is about, if there is one
        record Unanswerable(Reason reason, Objection objection, Optional<Client> client) implements Reading {
            private Unanswerable(Reason reason, Optional<Client> client) {
                this(reason, reason.as("invalid_request"), client);
            }
        }
    }

    /// Why nobody can be told.
    enum Reason {
        CLIENT_ID_MISSING("`client_id` is missing, or stands more than once"),
        CLIENT_UNKNOWN("no client is registered under this `client_id`"),
        REQUEST_URI_UNKNOWN("`request_uri` is unknown, used or expired, or another client's"),
        REQUEST_URI_ELSEWHERE("`request_uri` is taken only from /oauth2/par"),
        REQUEST_OBJECT_REFUSED("`request` cannot be accepted"),
        REDIRECT_URI_MISSING("`redirect_uri` is missing, or stands more than once"),
        REDIRECT_URI_NOT_REGISTERED("`redirect_uri` is not one of those that were registered, to the letter");

        private final String why;

        Reason(String why) {
            this.why = why;
        }

        Objection as(String error) {
            return new Objection(error, why);
        }
    }

    /// What a browser brings.
    Reading read(RequestParameters sent) {
        var clientId = sent.only("client_id");
        if (clientId.isEmpty()) return new Reading.Unanswerable(Reason.CLIENT_ID_MISSING, Optional.empty());
        var client = clients.find(Tenant.MAIN, clientId.get());
        if (client.isEmpty()) return new Reading.Unanswerable(Reason.CLIENT_UNKNOWN, Optional.empty());
        return switch (wrappings.open(client.get(), sent)) {
            case Wrappings.Opening.Opened(var delivery) -> judge(client.get(), delivery);
            case Wrappings.Opening.Stuck(var reason, var objection) -> tell(client.get(), sent, reason, objection);
        };
    }

    /// What a client pushes, which has proved who it is.
    Reading readPushed(Client client, RequestParameters sent) {
        return switch (wrappings.openPushed(client, sent)) {
            case Wrappings.Opening.Opened(var delivery) -> judge(client, delivery);
            case Wrappings.Opening.Stuck(var reason, var objection) -> tell(client, sent, reason, objection);
        };
    }

    /// What a ticket kept. It was judged before; but clients change.
    Reading readAgain(Delivery kept) {
        return kept.parameters()
                .only("client_id")
                .flatMap(id -> clients.find(Tenant.MAIN, id))
                .map(client -> judge(client, kept))
                .orElseGet(() -> new Reading.Unanswerable(Reason.CLIENT_UNKNOWN, Optional.empty()));
    }

    /// Of a request that cannot be opened only the outside is known. If the client's own address stands there, the
    /// client is told.
    private Reading tell(Client client, RequestParameters outside, Reason reason, Objection objection) {
        return outside.only("redirect_uri")
                .filter(uri -> isRegistered(client, uri))
                .<Reading>map(uri -> new Reading.Broken(replyTo(client, uri, outside), objection))
                .orElseGet(() -> new Reading.Unanswerable(reason, objection, Optional.of(client)));
    }

    private Reading judge(Client client, Delivery delivery) {
        var redirectUri = delivery.parameters().only("redirect_uri");
        if (redirectUri.isEmpty()) return new Reading.Unanswerable(Reason.REDIRECT_URI_MISSING, Optional.of(client));
        if (!isRegistered(client, redirectUri.get()))
            return new Reading.Unanswerable(Reason.REDIRECT_URI_NOT_REGISTERED, Optional.of(client));
        var replyTo = replyTo(client, redirectUri.get(), delivery.parameters());
        var asked = new RequestRules.Asked(delivery, client, hinted(delivery.parameters(), client), pkceOfAll);
        return RequestRules.broken(asked)
                .<Reading>map(objection -> new Reading.Broken(replyTo, objection))
                .orElseGet(() -> new Reading.InOrder(AuthorizationRequest.of(asked, replyTo)));
    }

    private static ReplyTo replyTo(Client client, String redirectUri, RequestParameters parameters) {
        var mode = parameters.only("response_mode").flatMap(ResponseMode::named).orElse(ResponseMode.QUERY);
        return new ReplyTo(client, redirectUri, mode, parameters.only("state"));
    }

    private Optional<String> hinted(RequestParameters parameters, Client client) {
        return parameters.only("id_token_hint").flatMap(hint -> idTokens.subjectOfHint(hint, client.id()));
    }

    private static boolean isRegistered(Client client, String presented) {
        return client.profile().redirectUris().stream()
                .anyMatch(registered -> RedirectUri.matches(registered, presented));
    }
}
