package dev.gatehouse.authorize;

import dev.gatehouse.web.shape.EmptyIsAbsent;
import dev.gatehouse.web.shape.IgnoreUnknown;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An authorization request as the wire has it. Everything is a list and optional, since what is missing or stands
/// twice is answered by the book and not as a broken form.
///
/// @spec https://www.rfc-editor.org/rfc/rfc6749#section-3.1 RFC 6749 §3.1
@IgnoreUnknown
@EmptyIsAbsent
record ParametersView(
        Optional<List<@Size(max = 200) String>> clientId,
        Optional<List<@Size(max = 2_000) String>> redirectUri,
        Optional<List<@Size(max = 200) String>> responseType,
        Optional<List<@Size(max = 4_000) String>> scope,
        Optional<List<@Size(max = 4_000) String>> state,
        Optional<List<@Size(max = 2_000) String>> nonce,
        Optional<List<@Size(max = 200) String>> codeChallenge,
        Optional<List<@Size(max = 200) String>> codeChallengeMethod,
        Optional<List<@Size(max = 200) String>> responseMode,
        Optional<List<@Size(max = 200) String>> prompt,
        Optional<List<@Size(max = 200) String>> maxAge,
        Optional<List<@Size(max = 500) String>> loginHint,
        Optional<List<@Size(max = 500) String>> uiLocales,
        Optional<List<@Size(max = 1_000) String>> acrValues,
        Optional<List<@Size(max = 9_000) String>> idTokenHint,
        Optional<List<@Size(max = 9_000) String>> claims,
        Optional<List<@Size(max = 200) String>> dpopJkt,
        Optional<@Size(max = 20) List<@Size(max = 2_000) String>> resource,
        Optional<List<String>> request,
        Optional<List<String>> requestUri,
        Optional<List<String>> registration) {

    RequestParameters parameters() {
        var byName = new LinkedHashMap<String, List<String>>();
        put(byName, "client_id", clientId);
        put(byName, "redirect_uri", redirectUri);
        put(byName, "response_type", responseType);
        put(byName, "scope", scope);
        put(byName, "state", state);
        put(byName, "nonce", nonce);
        put(byName, "code_challenge", codeChallenge);
        put(byName, "code_challenge_method", codeChallengeMethod);
        put(byName, "response_mode", responseMode);
        put(byName, "prompt", prompt);
        put(byName, "max_age", maxAge);
        put(byName, "login_hint", loginHint);
        put(byName, "ui_locales", uiLocales);
        put(byName, "acr_values", acrValues);
        put(byName, "id_token_hint", idTokenHint);
        put(byName, "claims", claims);
        put(byName, "dpop_jkt", dpopJkt);
        put(byName, "resource", resource);
        put(byName, "request", request);
        put(byName, "request_uri", requestUri);
        put(byName, "registration", registration);
        return new RequestParameters(byName);
    }

    private static void put(Map<String, List<String>> byName, String name, Optional<? extends List<String>> values) {
        values.filter(given -> !given.isEmpty()).ifPresent(given -> byName.put(name, List.copyOf(given)));
    }
}
