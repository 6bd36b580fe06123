package dev.gatehouse.grant;

import static dev.gatehouse.client.OAuthProblems.INVALID_CLIENT;
import static dev.gatehouse.client.OAuthProblems.INVALID_GRANT;
import static dev.gatehouse.client.OAuthProblems.INVALID_SCOPE;
import static dev.gatehouse.client.OAuthProblems.INVALID_TARGET;
import static dev.gatehouse.client.OAuthProblems.MISSING_PARAMETER;
import static dev.gatehouse.client.OAuthProblems.NOT_ACCEPTED;
import static dev.gatehouse.client.OAuthProblems.UNAUTHORIZED_CLIENT;
import static dev.gatehouse.client.OAuthProblems.UNCLEAR_CLIENT;
import static dev.gatehouse.dpop.DpopGuard.INVALID_PROOF;
import static dev.gatehouse.dpop.DpopGuard.NONCE_WANTED;
import static dev.gatehouse.grant.TokenProblems.ACCESS_DENIED;
import static dev.gatehouse.grant.TokenProblems.AUTHORIZATION_PENDING;
import static dev.gatehouse.grant.TokenProblems.EXPIRED_TOKEN;
import static dev.gatehouse.grant.TokenProblems.SLOW_DOWN;
import static dev.gatehouse.grant.TokenProblems.UNSUPPORTED_GRANT_TYPE;

import dev.gatehouse.audit.LoneRecords;
import dev.gatehouse.audit.Origin;
import dev.gatehouse.client.Client;
import dev.gatehouse.client.ClientGuard;
import dev.gatehouse.client.GrantType;
import dev.gatehouse.client.OAuthProblems;
import dev.gatehouse.device.DeviceCodes;
import dev.gatehouse.dpop.DpopGuard;
import dev.gatehouse.dpop.DpopVerdict;
import dev.gatehouse.token.AccessTokens;
import dev.gatehouse.token.AuthorizationCodes;
import dev.gatehouse.token.ClientRefreshTokens;
import dev.gatehouse.token.Confirmation;
import dev.gatehouse.token.ExchangedTokens;
import dev.gatehouse.token.IdTokens;
import dev.gatehouse.web.Admission;
import dev.gatehouse.web.Answer;
import dev.gatehouse.web.Api;
import dev.gatehouse.web.Call;
import dev.gatehouse.web.Cors;
import dev.gatehouse.web.None;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/// Where clients get tokens.
///
/// @spec https://www.rfc-editor.org/rfc/rfc6749#section-3.2 RFC 6749 §3.2, §5
public final class TokenEndpoint {

    private final ClientGuard clients;
    private final DpopGuard dpop;
    private final PossessionGuard possession;
    private final AuthorizationCodeGrant authorizationCode;
    private final DeviceCodeGrant deviceCode;
    private final RefreshTokenGrant refreshToken;
    private final ClientCredentialsGrant clientCredentials;
    private final TokenExchangeGrant tokenExchange;

    public TokenEndpoint(
            ClientGuard clients,
            DpopGuard dpop,
            AccessTokens accessTokens,
            IdTokens idTokens,
            AuthorizationCodes codes,
            DeviceCodes deviceCodes,
            ClientRefreshTokens refreshTokens,
            ExchangedTokens exchangedTokens,
            LoneRecords records) {
        this.clients = clients;
        this.dpop = dpop;
        this.possession = new PossessionGuard(dpop);
        var firstTokens = new FirstTokens(accessTokens, idTokens, records);
        this.authorizationCode = new AuthorizationCodeGrant(codes, firstTokens);
        this.deviceCode = new DeviceCodeGrant(deviceCodes, firstTokens);
        this.refreshToken = new RefreshTokenGrant(refreshTokens, accessTokens, idTokens);
        this.tokenExchange = new TokenExchangeGrant(exchangedTokens);
        this.clientCredentials = new ClientCredentialsGrant(accessTokens, records);
    }

    public void mount(Api api) {
        api.errorsAs(OAuthProblems.FORMAT)
                .post("/oauth2/token")
                .tag("OAuth 2")
                .summary("Get a token")
                .takesForm(TokenRequestView.class)
                .cors(DpopGuard.open(Cors.anyOrigin()))
                .answers(200, TokenView.class)
                .refuses(
                        UNCLEAR_CLIENT,
                        INVALID_CLIENT,
                        INVALID_PROOF,
                        NONCE_WANTED,
                        MISSING_PARAMETER,
                        NOT_ACCEPTED,
                        INVALID_GRANT,
                        UNAUTHORIZED_CLIENT,
                        UNSUPPORTED_GRANT_TYPE,
                        INVALID_SCOPE,
                        INVALID_TARGET,
                        AUTHORIZATION_PENDING,
                        SLOW_DOWN,
                        ACCESS_DENIED,
                        EXPIRED_TOKEN)
                .to(this::answer);
    }

    private Answer<TokenView> answer(Call<None, TokenRequestView, None> call) {
        return dpop.withNextNonce(
                call.request(),
                switch (dpop.read(call.request())) {
                    case Admission.Refused<Optional<DpopVerdict.Good>>(var refusal) -> Answer.refused(refusal);
                    case Admission.Admitted<Optional<DpopVerdict.Good>>(var proof) -> answer(call, proof);
                });
    }

    private Answer<TokenView> answer(Call<None, TokenRequestView, None> call, Optional<DpopVerdict.Good> proof) {
        return switch (clients.admit(call, call.body().client())) {
            case Admission.Refused<Client>(var refusal) -> Answer.refused(refusal);
            case Admission.Admitted<Client>(var client) ->
                switch (possession.admit(client, proof, call.request().certificates())) {
                    case Admission.Refused<Confirmation>(var refusal) -> Answer.refused(refusal);
                    case Admission.Admitted<Confirmation>(var proven) -> grant(client, proven, call);
                };
        };
    }

    private Answer<TokenView> grant(Client client, Confirmation proven, Call<None, TokenRequestView, None> call) {
        var request = call.body();
        var origin = Origin.of(call.remoteAddress(), call.requestId());
        return GrantType.named(request.grantType())
                .map(type -> answer(
                        switch (type) {
                            case AUTHORIZATION_CODE ->
                                authorizationCode.give(
                                        client,
                                        request.code(),
                                        request.redirectUri(),
                                        request.codeVerifier(),
                                        request.resources(),
                                        proven,
                                        origin);
                            case REFRESH_TOKEN ->
                                refreshToken.give(
                                        client,
                                        request.refreshToken(),
                                        request.scope(),
                                        request.resources(),
                                        proven,
                                        origin);
                            case DEVICE_CODE ->
                                deviceCode.give(client, request.deviceCode(), request.resources(), proven, origin);
                            case CLIENT_CREDENTIALS ->
                                clientCredentials.give(client, request.scope(), request.resources(), proven, origin);
                            case TOKEN_EXCHANGE -> tokenExchange.give(client, request.wish(), proven, origin);
                        }))
                .orElseGet(TokenEndpoint::unsupported);
    }

    private static Answer<TokenView> unsupported() {
        return Answer.refused(
                UNSUPPORTED_GRANT_TYPE,
                "Use one of "
                        + Arrays.stream(GrantType.values()).map(GrantType::wire).collect(Collectors.joining(", "))
                        + ".");
    }

    private static Answer<TokenView> answer(Grant outcome) {
        return switch (outcome) {
            case Grant.Granted granted -> Answer.of(TokenView.of(granted));
            case Grant.Exchanged exchanged -> Answer.of(TokenView.of(exchanged));
            case Grant.Refused(var reason, var why) ->
                Answer.refused(
                        switch (reason) {
                            case MISSING_PARAMETER -> MISSING_PARAMETER;
                            case NOT_ACCEPTED -> NOT_ACCEPTED;
                            case INVALID_GRANT -> INVALID_GRANT;
                            case UNAUTHORIZED_CLIENT -> UNAUTHORIZED_CLIENT;
                            case INVALID_SCOPE -> INVALID_SCOPE;
                            case INVALID_TARGET -> INVALID_TARGET;
                            case AUTHORIZATION_PENDING -> AUTHORIZATION_PENDING;
                            case SLOW_DOWN -> SLOW_DOWN;
                            case ACCESS_DENIED -> ACCESS_DENIED;
                            case EXPIRED_TOKEN -> EXPIRED_TOKEN;
                        },
                        why);
        };
    }
}
