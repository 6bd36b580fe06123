package dev.gatehouse.authorize;

import dev.gatehouse.client.ClientProofView;
import dev.gatehouse.web.shape.Doc;
import dev.gatehouse.web.shape.EmptyIsAbsent;
import dev.gatehouse.web.shape.IgnoreUnknown;
import dev.gatehouse.web.shape.Spread;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An authorization request as a client pushes it, with the proof of who pushes.
///
/// @spec https://www.rfc-editor.org/rfc/rfc9126#section-2.1 RFC 9126 §2.1
@IgnoreUnknown
@EmptyIsAbsent
@Doc("An authorization request: every parameter of /oauth2/authorize but request_uri.")
record PushedView(
        @Spread ClientProofView client,
        Optional<@Size(max = 2_000) String> redirectUri,
        Optional<@Size(max = 200) String> responseType,
        Optional<@Size(max = 4_000) String> scope,
        Optional<@Size(max = 4_000) String> state,
        Optional<@Size(max = 2_000) String> nonce,
        Optional<@Size(max = 200) String> codeChallenge,
        Optional<@Size(max = 200) String> codeChallengeMethod,
        Optional<@Size(max = 200) String> dpopJkt,
        Optional<@Size(max = 200) String> responseMode,
        Optional<@Size(max = 200) String> prompt,
        Optional<@Size(max = 200) String> maxAge,
        Optional<@Size(max = 500) String> loginHint,
        Optional<@Size(max = 500) String> uiLocales,
        Optional<@Size(max = 1_000) String> acrValues,
        Optional<@Size(max = 9_000) String> idTokenHint,
        Optional<@Size(max = 9_000) String> claims,
        Optional<@Size(max = 20) List<@Size(max = 2_000) String>> resource,

        @Doc("A signed request object (RFC 9101) instead of the parameters themselves.")
        Optional<String> request,

        @Doc("Refused: a pushed request refers to nothing else.")
        Optional<String> requestUri,

        Optional<String> registration) {

    RequestParameters parameters() {
        var byName = new LinkedHashMap<String, List<String>>();
        put(byName, "client_id", client.clientId());
        put(byName, "redirect_uri", redirectUri);
        put(byName, "response_type", responseType);
        put(byName, "scope", scope);
        put(byName, "state", state);
        put(byName, "nonce", nonce);
        put(byName, "code_challenge", codeChallenge);
        put(byName, "code_challenge_method", codeChallengeMethod);
        put(byName, "dpop_jkt", dpopJkt);
        put(byName, "response_mode", responseMode);
        put(byName, "prompt", prompt);
        put(byName, "max_age", maxAge);
        put(byName, "login_hint", loginHint);
        put(byName, "ui_locales", uiLocales);
        put(byName, "acr_values", acrValues);
        put(byName, "id_token_hint", idTokenHint);
        put(byName, "claims", claims);
        resource.filter(given -> !given.isEmpty()).ifPresent(given -> byName.put("resource", List.copyOf(given)));
        put(byName, "request", request);
        put(byName, "request_uri", requestUri);
        put(byName, "registration", registration);
        return new RequestParameters(byName);
    }

    private static void put(Map<String, List<String>> byName, String name, Optional<String> value) {
        value.ifPresent(given -> byName.put(name, List.of(given)));
    }
}
