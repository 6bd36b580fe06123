package dev.gatehouse.token;

import dev.gatehouse.client.Client;
import dev.gatehouse.jose.JwtClaims;
import dev.gatehouse.jose.JwtVerdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a client may hear of a token that it holds.
///
/// @spec https://www.rfc-editor.org/rfc/rfc7662#section-2.2 RFC 7662 §2.2
record Introspection(AccessTokens accessTokens, LiveTokens liveTokens, ClientRefreshTokens refreshTokens) {

    private static final String EMAIL = "email";

    /// What of an access token is told as it stands there.
    private static final List<String> TOLD = List.of(
            "scope",
            "client_id",
            "exp",
            "iat",
            "sub",
            "aud",
            "iss",
            "jti",
            "sid",
            "auth_time",
            "acr",
            "amr",
            "cnf",
            "act",
            "groups",
            "roles");

    /// The rules, in order. Whatever breaks one is not active, and nothing else is said of it (RFC 7662 §2.2):
    ///
    /// 1. it is a token of ours, genuine and in time; its form tells the kind, so that no hint is needed (§2.1)
    /// 2. neither it nor what it stands on was revoked, ended or disabled
    /// 3. an access token: it was given to whoever asks, or is for him: his `client_id` or one of his
    ///    `resources` is among `aud` (§4, RFC 9701 §5)
    /// 4. a refresh token: it was given to whoever asks; nobody else has any use for it
    ///
    /// @param asker a confidential client, authenticated by now
    /// @return the members of the answer besides `active`; empty: not active
    Optional<Map<String, Object>> of(Client asker, String token) {
        if (RefreshSecret.isWellFormed(token))
            return refreshTokens.findWaiting(asker, token).map(Introspection::told);
        return accessTokens.verifyForAnybody(token) instanceof JwtVerdict.Valid(var claims)
                ? liveTokens
                        .find(claims)
                        .filter(live -> concerns(asker, claims))
                        .map(Introspection::told)
                : Optional.empty();
    }

    static boolean concerns(Client asker, JwtClaims claims) {
        if (claims.text("client_id").equals(Optional.of(asker.id()))) return true;
        var audience = claims.audience();
        return audience.contains(asker.id())
                || asker.profile().resources().stream().anyMatch(audience::contains);
    }

    private static Map<String, Object> told(LiveToken live) {
        var all = live.claims().all();
        var told = new LinkedHashMap<String, Object>();
        for (var name : TOLD) if (all.containsKey(name)) told.put(name, all.get(name));
        told.put("token_type", Confirmation.of(live.claims()).tokenType());
        // The name by which one signs in is the e-mail address: for those who may know that.
        if (live instanceof LiveToken.OfFamily(var claims, var _, var permit)
                && List.of(claims.text("scope").orElse("").split(" ")).contains(EMAIL))
            told.put("username", permit.account().email());
        return told;
    }

    private static Map<String, Object> told(ClientRefreshTokens.Waiting waiting) {
        var told = new LinkedHashMap<String, Object>();
        told.put("scope", String.join(" ", waiting.permit().family().scopes()));
        told.put("client_id", waiting.permit().family().clientId());
        told.put("exp", waiting.expiresAt().getEpochSecond());
        told.put("sub", waiting.subject());
        return told;
    }
}
