package dev.gatehouse.grant;

import dev.gatehouse.audit.Origin;
import dev.gatehouse.client.Client;
import dev.gatehouse.client.GrantType;
import dev.gatehouse.grant.Grant.Reason;
import dev.gatehouse.grant.Grant.Refused;
import dev.gatehouse.token.AuthorizationCodes;
import dev.gatehouse.token.CodeRedemption;
import dev.gatehouse.token.Confirmation;
import java.util.List;
import java.util.Optional;

/// A client brings the code that a person's browser has brought it.
///
/// @spec https://www.rfc-editor.org/rfc/rfc6749#section-4.1.3 RFC 6749 §4.1.3
/// @spec https://openid.net/specs/openid-connect-core-1_0.html#TokenEndpoint OpenID Connect Core §3.1.3
final class AuthorizationCodeGrant {

    private final AuthorizationCodes codes;
    private final FirstTokens tokens;

    AuthorizationCodeGrant(AuthorizationCodes codes, FirstTokens tokens) {
        this.codes = codes;
        this.tokens = tokens;
    }

    /// The rules, in order:
    ///
    /// 1. the client was registered with this grant, else `unauthorized_client` (RFC 6749 §5.2)
    /// 2. there is a code, else `invalid_request`
    /// 3. it is good, and this client's to redeem, else `invalid_grant`: see [AuthorizationCodes]
    /// 4. every resource asked for is among those that were authorized, else `invalid_target`: see [FirstTokens]
    ///
    /// @param client authenticated by now
    /// @param proven the keys that it holds; the access token will ask for them
    Grant give(
            Client client,
            Optional<String> code,
            Optional<String> redirectUri,
            Optional<String> codeVerifier,
            List<String> resources,
            Confirmation proven,
            Origin origin) {
        if (!client.profile().allows(GrantType.AUTHORIZATION_CODE))
            return new Refused(Reason.UNAUTHORIZED_CLIENT, "It was not registered with authorization_code.");
        if (code.isEmpty()) return new Refused(Reason.MISSING_PARAMETER, "Send the `code`.");
        var shown = new AuthorizationCodes.Presented(client, code.get(), redirectUri, codeVerifier, proven);
        return switch (codes.redeem(shown, origin)) {
            case CodeRedemption.Refused _ ->
                new Refused(
                        Reason.INVALID_GRANT,
                        "The code is unknown, expired or spent, or `client_id`, `redirect_uri`, `code_verifier` or DPoP"
                                + " key are not those of the request that it was given for.");
            case CodeRedemption.Redeemed(var permit, var nonce, var refreshToken) ->
                tokens.give(
                        new FirstTokens.Redeemed(GrantType.AUTHORIZATION_CODE, permit, nonce, code, refreshToken),
                        resources,
                        proven,
                        origin);
        };
    }
}
