package dev.gatehouse.authorize;

import dev.gatehouse.claims.ClaimsRequest;
import dev.gatehouse.claims.PersonClaims;
import dev.gatehouse.client.Client;
import dev.gatehouse.session.Ticket;
import dev.gatehouse.token.AuthorizationCodes;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Collectors;

/// What a client asks of a person, found to be in order: see [RequestRules].
///
/// @param scopes what the client may have of what it asks for
/// @param maxAgeSeconds how long ago the person may have signed in
/// @param subject the person that is meant, by `id_token_hint` or `claims`
/// @param delivery as it came, for the way back from a page
/// @spec https://openid.net/specs/openid-connect-core-1_0.html#AuthRequest OpenID Connect Core §3.1.2.1
record AuthorizationRequest(
        Client client,
        ReplyTo replyTo,
        SequencedSet<String> scopes,
        Set<Prompt> prompts,
        Optional<Long> maxAgeSeconds,
        Optional<String> subject,
        Delivery delivery) {

    private static final String OFFLINE_ACCESS = "offline_access";

    /// Takes a request that keeps all rules.
    static AuthorizationRequest of(RequestRules.Asked asked, ReplyTo replyTo) {
        var parameters = asked.parameters();
        var claims = parameters.find("claims").flatMap(ClaimsRequest::parse);
        return new AuthorizationRequest(
                asked.client(),
                replyTo,
                scopes(asked),
                parameters.words("prompt").stream()
                        .map(word -> Prompt.named(word).orElseThrow())
                        .collect(Collectors.toUnmodifiableSet()),
                parameters.find("max_age").map(Long::parseLong),
                asked.hinted().or(() -> claims.flatMap(ClaimsRequest::subject).map(Object::toString)),
                asked.delivery());
    }

    /// What the client may have of what it asks for. A scope that is not its own counts as not understood; the
    /// answer says what there is.
    ///
    /// @spec https://www.rfc-editor.org/rfc/rfc6749#section-3.3 RFC 6749 §3.3
    static SequencedSet<String> scopes(RequestRules.Asked asked) {
        var own = asked.client().profile().scopes();
        var scopes = new LinkedHashSet<>(
                asked.parameters().has("scope") ? asked.parameters().words("scope") : own);
        if (!asked.parameters().has("scope")) {
            // Nobody means these without saying so.
            scopes.remove("openid");
            scopes.remove(OFFLINE_ACCESS);
        }
        scopes.retainAll(own);
        return scopes;
    }

    boolean wants(Prompt prompt) {
        return prompts.contains(prompt);
    }

    /// What the person is asked about. A claim that is asked for by itself is asked about like its scope, but the token
    /// does not become wider by it.
    ///
    /// @spec https://openid.net/specs/openid-connect-core-1_0.html#ClaimsParameter OpenID Connect Core §5.5
    SequencedSet<String> consentScopes() {
        var asked = new LinkedHashSet<>(scopes);
        delivery.parameters()
                .find("claims")
                .flatMap(ClaimsRequest::parse)
                .ifPresent(claims -> asked.addAll(PersonClaims.scopesOf(claims.names())));
        asked.retainAll(client.profile().scopes());
        return asked;
    }

    /// As a ticket keeps it, with the scopes that consent is about.
    String query() {
        return delivery.with("scope", String.join(" ", scopes))
                .with(Ticket.CONSENT, String.join(" ", consentScopes()))
                .query();
    }

    /// What the person allows by going on.
    AuthorizationCodes.Allowed allowed() {
        var parameters = delivery.parameters();
        return new AuthorizationCodes.Allowed(
                client,
                replyTo.redirectUri(),
                scopes,
                new LinkedHashSet<>(parameters.all("resource")),
                parameters.find("code_challenge"),
                parameters.find("nonce"),
                parameters.find("claims"),
                parameters.find("dpop_jkt"));
    }
}
