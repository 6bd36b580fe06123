package dev.gatehouse.grant;

import dev.gatehouse.audit.Origin;
import dev.gatehouse.client.Client;
import dev.gatehouse.client.GrantType;
import dev.gatehouse.grant.Grant.Granted;
import dev.gatehouse.grant.Grant.Reason;
import dev.gatehouse.grant.Grant.Refused;
import dev.gatehouse.token.AccessTokens;
import dev.gatehouse.token.ClientRefresh;
import dev.gatehouse.token.ClientRefreshTokens;
import dev.gatehouse.token.Confirmation;
import dev.gatehouse.token.IdTokens;
import java.util.List;
import java.util.Optional;

/// A client goes on with what it was given before.
///
/// @spec https://www.rfc-editor.org/rfc/rfc6749#section-6 RFC 6749 §6
/// @spec https://openid.net/specs/openid-connect-core-1_0.html#RefreshTokens OpenID Connect Core §12
final class RefreshTokenGrant {

    private final ClientRefreshTokens refreshTokens;
    private final AccessTokens accessTokens;
    private final IdTokens idTokens;

    RefreshTokenGrant(ClientRefreshTokens refreshTokens, AccessTokens accessTokens, IdTokens idTokens) {
        this.refreshTokens = refreshTokens;
        this.accessTokens = accessTokens;
        this.idTokens = idTokens;
    }

    /// The rules, in order:
    ///
    /// 1. the client was registered with this grant, else `unauthorized_client` (RFC 6749 §5.2)
    /// 2. there is a refresh token, else `invalid_request`
    /// 3. it is good, and was given to this client, else `invalid_grant` (§5.2)
    /// 4. the key that it is bound to was proven, else `invalid_grant` (RFC 9449 §5, RFC 8705 §4)
    /// 5. scope and resource are no more than the person allowed and the client may still ask for, else
    ///    `invalid_scope` (§6) or `invalid_target` (RFC 8707 §2.2)
    ///
    /// What is narrowed here is narrow in this access token only (§6).
    ///
    /// @param client authenticated by now
    /// @param proven the keys that it holds; the access token will ask for them
    Grant give(
            Client client,
            Optional<String> refreshToken,
            Optional<String> scope,
            List<String> resources,
            Confirmation proven,
            Origin origin) {
        if (!client.profile().allows(GrantType.REFRESH_TOKEN))
            return new Refused(Reason.UNAUTHORIZED_CLIENT, "It was not registered with refresh_token.");
        if (refreshToken.isEmpty()) return new Refused(Reason.MISSING_PARAMETER, "Send the `refresh_token`.");
        var scopes = scope.map(Scopes::words).orElseGet(() -> Scopes.words(""));
        var wish = new ClientRefreshTokens.Wish(client, refreshToken.get(), scopes, resources, proven);
        return switch (refreshTokens.refresh(wish, origin)) {
            case ClientRefresh.Unknown _ ->
                new Refused(
                        Reason.INVALID_GRANT,
                        "It is unknown or expired, not of this client, or the person's leave has ended.");
            case ClientRefresh.Replayed _ ->
                new Refused(Reason.INVALID_GRANT, "It was used before, so all that came of it was revoked.");
            case ClientRefresh.OtherKey _ ->
                new Refused(Reason.INVALID_GRANT, "It is bound to a key; prove that you hold that key.");
            case ClientRefresh.ScopeTooWide _ ->
                new Refused(Reason.INVALID_SCOPE, "Ask for no more than the person allowed.");
            case ClientRefresh.OtherTarget _ ->
                new Refused(Reason.INVALID_TARGET, "Ask for no other resource than the person allowed.");
            case ClientRefresh.Refreshed refreshed -> {
                var family = refreshed.permit().family();
                var narrowed = scopes.isEmpty() ? family.scopes() : scopes;
                var accessToken = accessTokens.issue(
                        family, narrowed, resources.isEmpty() ? family.resources() : resources, proven);
                var idToken = narrowed.contains("openid")
                        ? Optional.of(idTokens.issue(
                                refreshed.permit(),
                                narrowed,
                                Optional.empty(),
                                new IdTokens.Company(accessToken, Optional.empty())))
                        : Optional.<String>empty();
                yield new Granted(accessToken, narrowed, Optional.of(refreshed.successor()), idToken);
            }
        };
    }
}
