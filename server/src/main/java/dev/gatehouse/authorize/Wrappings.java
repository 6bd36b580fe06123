package dev.gatehouse.authorize;

import dev.gatehouse.authorize.RequestReader.Reason;
import dev.gatehouse.client.Client;
import java.util.Optional;

/// Takes a request out of what it came in: an address or a form, a reference to what was pushed, a signed object.
///
/// Only one of them counts. What stands beside a reference or an object is not believed, because anybody can have
/// written it there; but the client must be the same.
///
/// @spec https://www.rfc-editor.org/rfc/rfc9101#section-6.3 RFC 9101 §6.3
/// @spec https://www.rfc-editor.org/rfc/rfc9126#section-4 RFC 9126 §4
record Wrappings(PushedRequests pushed, RequestObjects objects) {

    sealed interface Opening {

        record Opened(Delivery delivery) implements Opening {}

        /// @param reason for the page, when the client cannot be told
        record Stuck(Reason reason, Objection objection) implements Opening {}
    }

    /// What a browser brings.
    Opening open(Client client, RequestParameters sent) {
        return sent.only("request_uri").map(uri -> opened(client, uri)).orElseGet(() -> open(client, sent, false));
    }

    /// What a client pushes: no reference to something else.
    ///
    /// @spec https://www.rfc-editor.org/rfc/rfc9126#section-2.1 RFC 9126 §2.1
    Opening openPushed(Client client, RequestParameters sent) {
        return open(client, sent, true);
    }

    private Opening open(Client client, RequestParameters sent, boolean isPushed) {
        if (sent.has("request_uri"))
            return stuck(Reason.REQUEST_URI_ELSEWHERE, "invalid_request", "`request_uri` cannot stand here, nor twice");
        if (sent.has("request")) return signed(client, sent, isPushed);
        return new Opening.Opened(Delivery.of(sent, isPushed));
    }

    /// What stands beside an object is passed over, but for the client, who must be the same: anybody could have
    /// written it there. OpenID Connect wants `response_type`, `client_id` and `scope` outside as well; they may
    /// stand there, and count only inside.
    ///
    /// @spec https://openid.net/specs/openid-connect-core-1_0.html#RequestObject OpenID Connect Core §6.1
    private Opening signed(Client client, RequestParameters sent, boolean isPushed) {
        var object = sent.only("request");
        if (object.isEmpty())
            return stuck(Reason.REQUEST_OBJECT_REFUSED, "invalid_request", "`request` stands more than once");
        return switch (objects.read(client, object.get())) {
            case RequestObjects.Outcome.Read(var parameters) ->
                new Opening.Opened(new Delivery(parameters, isPushed, Optional.empty(), true));
            case RequestObjects.Outcome.Refused(var why) ->
                stuck(Reason.REQUEST_OBJECT_REFUSED, "invalid_request_object", why);
        };
    }

    private Opening opened(Client client, String requestUri) {
        if (!PushedRequests.isReference(requestUri))
            return stuck(Reason.REQUEST_URI_ELSEWHERE, "request_uri_not_supported");
        return pushed.find(client, requestUri)
                .<Opening>map(Opening.Opened::new)
                .orElseGet(() -> stuck(Reason.REQUEST_URI_UNKNOWN, "invalid_request_uri"));
    }

    private static Opening stuck(Reason reason, String error) {
        return new Opening.Stuck(reason, reason.as(error));
    }

    private static Opening stuck(Reason reason, String error, String why) {
        return new Opening.Stuck(reason, new Objection(error, why));
    }
}
