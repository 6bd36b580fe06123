package dev.gatehouse.authorize;

import dev.gatehouse.claims.AuthenticationContext;
import dev.gatehouse.claims.ClaimsRequest;
import dev.gatehouse.client.Client;
import dev.gatehouse.client.ClientMember;
import dev.gatehouse.client.GrantType;
import dev.gatehouse.client.ResponseMode;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;

/// What an authorization request must be, in the order in which it is judged. The client and its redirect URI were
/// found good before: by now there is somebody to tell.
enum RequestRules {
    /// RFC 6749 §3.1: no parameter more than once.
    NOTHING_TWICE(
            "invalid_request",
            "a parameter stands more than once",
            asked -> asked.parameters().repeated().isEmpty()),
    /// RFC 9126 §5: what goes through the browser can be read and changed there.
    PUSHED_IF_IT_MUST_BE(
            "invalid_request",
            "this client must push its requests to /oauth2/par",
            asked -> asked.delivery().isPushed()
                    || !asked.client().profile().demands().pushedRequests()),
    /// RFC 9101 §10.5.
    SIGNED_IF_IT_MUST_BE(
            "invalid_request",
            "this client must sign its requests and send them as `request`",
            asked -> asked.delivery().isSigned()
                    || !asked.client().profile().demands().signedRequests()),
    /// OpenID Connect Core §7.2.1: not taken here.
    NO_REGISTRATION(
            "registration_not_supported",
            "clients are registered beforehand, not by `registration`",
            asked -> !asked.parameters().has("registration")),
    /// RFC 6749 §4.1.1.
    RESPONSE_TYPE_IS_GIVEN(
            "invalid_request",
            "`response_type` is missing",
            asked -> asked.parameters().has("response_type")),
    /// RFC 9700 §2.1.2: the implicit grant does not exist.
    RESPONSE_TYPE_IS_CODE(
            "unsupported_response_type",
            "the only `response_type` is code",
            asked -> asked.parameters().find("response_type").equals(Optional.of("code"))),
    /// RFC 6749 §4.1.2.1.
    CLIENT_MAY_HAVE_CODES(
            "unauthorized_client",
            "the client was not registered with authorization_code",
            asked -> asked.client().profile().allows(GrantType.AUTHORIZATION_CODE)),
    /// OAuth 2.0 Multiple Response Type Encoding Practices §2.1; the fragment is for tokens, which never stand there.
    RESPONSE_MODE_IS_KNOWN(
            "invalid_request",
            "`response_mode` is query, form_post, jwt, query.jwt or form_post.jwt",
            asked -> asked.parameters().all("response_mode").stream()
                    .allMatch(mode -> ResponseMode.named(mode).isPresent())),
    /// OWASP ASVS 5.0 §10.4.12: only the modes that the client needs.
    RESPONSE_MODE_IS_THE_CLIENTS(
            "unauthorized_client",
            "the client was not registered with this `response_mode`",
            asked -> asked.parameters()
                    .find("response_mode")
                    .flatMap(ResponseMode::named)
                    .orElse(ResponseMode.QUERY)
                    .isAmong(asked.client().profile().members().words(ClientMember.RESPONSE_MODES))),
    /// RFC 9700 §2.1.1: of every client, unless an administrator has exempted this one, or all that have a secret.
    PKCE_IS_USED(
            "invalid_request",
            "`code_challenge` is missing; PKCE is required (RFC 7636)",
            asked -> asked.parameters().has("code_challenge") || !asked.needsPkce()),
    /// RFC 7636 §4.3: without a method it would be plain, which protects from nothing.
    CHALLENGE_IS_S256(
            "invalid_request",
            "`code_challenge_method` must be S256",
            asked -> asked.parameters().has("code_challenge")
                    ? asked.parameters().find("code_challenge_method").equals(Optional.of("S256"))
                    : !asked.parameters().has("code_challenge_method")),
    /// RFC 7636 §4.2: base64url of a SHA-256.
    CHALLENGE_IS_A_DIGEST(
            "invalid_request",
            "`code_challenge` is no base64url of a SHA-256 digest",
            asked -> asked.parameters().all("code_challenge").stream()
                    .allMatch(challenge -> challenge.matches("[A-Za-z0-9_-]{43}"))),
    /// RFC 9449 §10: base64url of a SHA-256.
    DPOP_KEY_IS_A_THUMBPRINT(
            "invalid_request",
            "`dpop_jkt` is no base64url of a SHA-256 thumbprint",
            asked -> asked.parameters().all("dpop_jkt").stream()
                    .allMatch(thumbprint -> thumbprint.matches("[A-Za-z0-9_-]{43}"))),
    /// OpenID Connect Core §3.1.2.1.
    OPENID_IS_ALLOWED(
            "invalid_scope",
            "the client was not registered with the scope openid",
            asked -> !asked.parameters().words("scope").contains("openid")
                    || asked.client().profile().scopes().contains("openid")),
    /// RFC 6749 §3.3.
    SOMETHING_IS_ASKED_FOR(
            "invalid_scope",
            "none of the scopes is one that the client may ask for",
            asked -> !AuthorizationRequest.scopes(asked).isEmpty()),
    /// RFC 8707 §2.
    RESOURCES_ARE_ALLOWED(
            "invalid_target",
            "a `resource` is not one that the client may ask for",
            asked -> asked.client()
                    .profile()
                    .resources()
                    .containsAll(asked.parameters().all("resource"))),
    /// OpenID Connect Core §3.1.2.1.
    PROMPT_IS_KNOWN(
            "invalid_request",
            "`prompt` has a word that is not known",
            asked -> asked.parameters().words("prompt").stream()
                    .allMatch(word -> Prompt.named(word).isPresent())),
    /// OpenID Connect Core §3.1.2.1.
    NONE_STANDS_ALONE(
            "invalid_request",
            "`prompt` has none and something else",
            asked -> !asked.parameters().words("prompt").contains("none")
                    || asked.parameters().words("prompt").size() == 1),
    /// OpenID Connect Core §3.1.2.1.
    MAX_AGE_IS_SECONDS(
            "invalid_request",
            "`max_age` is not a number of seconds",
            asked -> asked.parameters().all("max_age").stream().allMatch(text -> text.matches("[0-9]{1,9}"))),
    /// OpenID Connect Core §3.1.2.1.
    HINT_IS_OURS(
            "invalid_request",
            "`id_token_hint` is no ID token that we gave to this client",
            asked -> !asked.parameters().has("id_token_hint") || asked.hinted().isPresent()),
    /// OpenID Connect Core §5.5.
    CLAIMS_ARE_WELL_FORMED(
            "invalid_request",
            "`claims` is not of the form that OpenID Connect gives",
            asked -> asked.parameters().all("claims").stream()
                    .allMatch(json -> ClaimsRequest.parse(json).isPresent())),
    /// OpenID Connect Core §5.5.1.1, with the word of Unmet Authentication Requirements §2. `acr_values` is a wish
    /// and never refused: the ID token says what was reached.
    DEMANDED_ACR_CAN_BE_REACHED(
            "unmet_authentication_requirements",
            "`claims` demands an `acr` that nobody can reach here",
            asked -> asked.parameters().find("claims").flatMap(ClaimsRequest::parse).stream()
                    .map(ClaimsRequest::demandedAcr)
                    .allMatch(demanded -> demanded.isEmpty()
                            || AuthenticationContext.wires().stream().anyMatch(demanded::contains)));

    /// What came, and from whom.
    ///
    /// @param hinted of whom `id_token_hint` speaks, if it is one
    /// @param pkceOfAll whether this server takes no code flow without PKCE, but of clients that are exempt
    record Asked(Delivery delivery, Client client, Optional<String> hinted, boolean pkceOfAll) {

        RequestParameters parameters() {
            return delivery.parameters();
        }

        private boolean needsPkce() {
            var profile = client.profile();
            return profile.isPublic() || pkceOfAll && profile.pkceRequired();
        }
    }

    private final String error;
    private final String why;
    private final Predicate<Asked> holds;

    RequestRules(String error, String why, Predicate<Asked> holds) {
        this.error = error;
        this.why = why;
        this.holds = holds;
    }

    /// The first rule that is broken.
    static Optional<Objection> broken(Asked asked) {
        return Arrays.stream(values())
                .filter(rule -> !rule.holds.test(asked))
                .findFirst()
                .map(rule -> new Objection(rule.error, rule.why));
    }
}
