package dev.gatehouse.grant;

import dev.gatehouse.audit.Origin;
import dev.gatehouse.client.Client;
import dev.gatehouse.client.GrantType;
import dev.gatehouse.grant.Grant.Reason;
import dev.gatehouse.grant.Grant.Refused;
import dev.gatehouse.token.Confirmation;
import dev.gatehouse.token.ExchangedTokens;
import dev.gatehouse.token.LiveToken;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/// An API that was called on behalf of a person gets a token for the next one that it has to call.
///
/// @spec https://www.rfc-editor.org/rfc/rfc8693#section-2 RFC 8693 §2
final class TokenExchangeGrant {

    static final String ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";

    /// They are about the client that the person signed in at, and nobody further down the line.
    private static final List<String> NOT_TO_BE_PASSED_ON = List.of("openid", "offline_access");

    private final ExchangedTokens tokens;

    TokenExchangeGrant(ExchangedTokens tokens) {
        this.tokens = tokens;
    }

    /// What the client asks for.
    ///
    /// @param targets `resource` and `audience` together
    record Wish(
            Optional<String> subjectToken,
            Optional<String> subjectTokenType,
            Optional<String> actorToken,
            Optional<String> actorTokenType,
            Optional<String> requestedTokenType,
            Optional<String> scope,
            List<String> targets) {}

    /// The rules, in order:
    ///
    /// 1. the client was registered with this grant, else `unauthorized_client` (RFC 6749 §5.2)
    /// 2. the tokens are there with their types, and the types are ones that we take: see [#fault]
    /// 3. the subject token is a live access token of ours on behalf of a person, and meant for this client,
    ///    else `invalid_request` (RFC 8693 §2.2.2)
    /// 4. the actor token, if there is one, is a live access token of ours that was given to this client, and
    ///    nobody acts in it for somebody else, else `invalid_request` (§2.2.2)
    /// 5. the client may do this, impersonation or delegation, else `unauthorized_client`; and whoever acts is
    ///    one who may, where the subject token says who that is (`may_act`, §4.4), else `invalid_request`
    /// 6. every target asked for is among the client's resources, else `invalid_target` (§2.2.2); none asked for
    ///    means the only one that it has
    /// 7. every scope asked for is the subject token's and the client's, else `invalid_scope`; none asked for
    ///    means all that are both's
    ///
    /// The token ends with the tokens that were shown, or before; what ends the authorization of the one that it
    /// was made of ends it at once. There is no refresh token.
    ///
    /// @param client authenticated by now
    /// @param proven the keys that it holds; the access token will ask for them
    Grant give(Client client, Wish wish, Confirmation proven, Origin origin) {
        if (!client.profile().allows(GrantType.TOKEN_EXCHANGE))
            return new Refused(Reason.UNAUTHORIZED_CLIENT, "It was not registered with token-exchange.");
        var fault = fault(wish);
        if (fault.isPresent()) return new Refused(Reason.NOT_ACCEPTED, fault.get());
        var subject = tokens.findSubject(client, wish.subjectToken().orElseThrow());
        if (subject.isEmpty())
            return new Refused(
                    Reason.NOT_ACCEPTED,
                    "The subject_token is no live access token of ours on behalf of a person that is meant for this"
                            + " client.");
        var actorToken = wish.actorToken().flatMap(token -> tokens.findActor(client, token));
        if (wish.actorToken().isPresent() && actorToken.isEmpty())
            return new Refused(
                    Reason.NOT_ACCEPTED, "The actor_token is no live access token that this client was given.");
        return give(client, wish, subject.get(), actorToken, proven, origin);
    }

    private Grant give(
            Client client,
            Wish wish,
            LiveToken.OfFamily subject,
            Optional<LiveToken> actorToken,
            Confirmation proven,
            Origin origin) {
        var acting = Acting.decide(client, subject.claims(), actorToken);
        if (acting.isEmpty())
            return new Refused(
                    Reason.UNAUTHORIZED_CLIENT,
                    actorToken.isPresent()
                            ? "It was not registered with delegation."
                            : "It was registered with neither impersonation nor delegation.");
        if (!acting.get().isAllowedBy(subject.claims()))
            return new Refused(Reason.NOT_ACCEPTED, "The subject_token names somebody else in may_act.");
        var audience = audience(client, wish.targets());
        if (audience.isEmpty())
            return new Refused(
                    Reason.INVALID_TARGET,
                    "Name one or more of: " + String.join(" ", client.profile().resources()));
        var grantable = grantable(client, subject);
        var scopes = wish.scope().map(Scopes::words).orElse(grantable);
        if (!grantable.containsAll(scopes))
            return new Refused(Reason.INVALID_SCOPE, "At most this can be had: " + String.join(" ", grantable));
        var exchange = new ExchangedTokens.Exchange(
                client, subject, actorToken, acting.get().act(), scopes, audience, proven);
        return tokens.issue(exchange, origin)
                .<Grant>map(token -> new Grant.Exchanged(token, scopes))
                .orElseGet(
                        () -> new Refused(Reason.NOT_ACCEPTED, "The subject_token has been exchanged too many times."));
    }

    /// What is wrong with the form of it.
    ///
    /// 1. `subject_token` and `subject_token_type` are there (RFC 8693 §2.1)
    /// 2. `actor_token_type` is there if `actor_token` is, and not otherwise (§2.1)
    /// 3. all types are access tokens. An ID token says who somebody is and gives leave for nothing; we issue no
    ///    other
    private static Optional<String> fault(Wish wish) {
        if (wish.subjectToken().isEmpty() || wish.subjectTokenType().isEmpty())
            return Optional.of("Send subject_token and subject_token_type.");
        if (wish.actorToken().isPresent() != wish.actorTokenType().isPresent())
            return Optional.of("Send actor_token and actor_token_type, or neither.");
        if (!isAccessToken(wish.subjectTokenType()) || !isAccessToken(wish.actorTokenType()))
            return Optional.of("Only access tokens are exchanged: " + ACCESS_TOKEN);
        return isAccessToken(wish.requestedTokenType())
                ? Optional.empty()
                : Optional.of("Only access tokens are issued: " + ACCESS_TOKEN);
    }

    private static boolean isAccessToken(Optional<String> type) {
        return type.stream().allMatch(ACCESS_TOKEN::equals);
    }

    /// @return empty: what is asked for is not the client's, or it is not clear which of several is meant
    private static SequencedSet<String> audience(Client client, List<String> targets) {
        var own = client.profile().resources();
        if (targets.isEmpty()) return own.size() == 1 ? own : new LinkedHashSet<>();
        return own.containsAll(targets) ? new LinkedHashSet<>(targets) : new LinkedHashSet<>();
    }

    private static SequencedSet<String> grantable(Client client, LiveToken.OfFamily subject) {
        var scopes = Scopes.words(subject.claims().text("scope").orElse(""));
        scopes.retainAll(client.profile().scopes());
        scopes.removeAll(NOT_TO_BE_PASSED_ON);
        return scopes;
    }
}
