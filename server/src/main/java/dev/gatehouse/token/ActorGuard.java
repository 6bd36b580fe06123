package dev.gatehouse.token;

import dev.gatehouse.audit.Actor;
import dev.gatehouse.client.Client;
import dev.gatehouse.client.ClientGuard;
import dev.gatehouse.client.OAuthProblems;
import dev.gatehouse.session.Standing;
import dev.gatehouse.web.Admission;
import dev.gatehouse.web.Guard;
import dev.gatehouse.web.Request;
import dev.gatehouse.web.SecurityScheme;

/// Stands at the doors that people and applications use alike: to administer, and to ask what somebody may
/// do. It tells who it is; whether they may is asked after.
///
/// A person shows the access token of a sign-in at our own API. An application shows an access token that it
/// was given for itself, or authenticates by HTTP Basic with its secret. A token that an application holds on
/// behalf of a person opens none of these doors: the person's rights are not the application's.
public final class ActorGuard {

    private static final SecurityScheme SCHEME = SecurityScheme.bearer(
            "actor",
            "JWT",
            "The `access_token` of `POST /v1/sign-in`, or of an application for itself (`client_credentials`); "
                    + "an application may send its id and secret by HTTP Basic instead.");

    private final AccessTokenGuard tokens;
    private final LiveTokens live;
    private final ClientGuard clients;

    public ActorGuard(AccessTokenGuard tokens, LiveTokens live, ClientGuard clients) {
        this.tokens = tokens;
        this.live = live;
        this.clients = clients;
    }

    /// Whoever proves to be a person or an application.
    public Guard<Actor> known() {
        return Guard.of(
                SCHEME,
                this::admit,
                SignedInGuard.NOT_SIGNED_IN,
                OAuthProblems.INVALID_CLIENT,
                OAuthProblems.UNCLEAR_CLIENT);
    }

    private Admission<Actor> admit(Request request) {
        var isBasic = request.header("Authorization")
                .filter(header -> header.regionMatches(true, 0, "Basic ", 0, "Basic ".length()))
                .isPresent();
        return isBasic ? byBasic(request) : byToken(request);
    }

    private Admission<Actor> byBasic(Request request) {
        return switch (clients.admit(request)) {
            case Admission.Admitted<Client>(var client) -> Admission.admitted(actor(client));
            case Admission.Refused<Client>(var refusal) -> Admission.refused(refusal);
        };
    }

    private Admission<Actor> byToken(Request request) {
        return switch (tokens.judge(request)) {
            case ShownToken.Nothing _ ->
                SignedInGuard.refuse("Send the header `Authorization: Bearer ACCESS_TOKEN`.", Challenge.NO_TOKEN);
            case ShownToken.Bad bad -> SignedInGuard.refuse(bad);
            case ShownToken.Good(var claims) ->
                live.find(claims)
                        .map(this::admit)
                        .orElseGet(() -> SignedInGuard.refuseToken("It was revoked, or its session has ended."));
        };
    }

    private Admission<Actor> admit(LiveToken token) {
        return switch (token) {
            case LiveToken.OfSession(var _, var standing) -> Admission.admitted(actor(standing));
            case LiveToken.OfClient(var _, var client) -> Admission.admitted(actor(client));
            case LiveToken.OfFamily _ ->
                SignedInGuard.refuseToken(
                        "It was given to an application on behalf of a person, who did not mean this by it.");
        };
    }

    private static Actor actor(Standing standing) {
        return Actor.person(standing.account().tenantId(), standing.account().id());
    }

    private static Actor actor(Client client) {
        return Actor.client(client.tenantId(), client.id());
    }
}
