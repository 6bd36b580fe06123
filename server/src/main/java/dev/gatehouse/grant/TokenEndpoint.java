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
import dev.gatehouse.client.ClientForm;
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
import dev.gatehouse.token.RefreshSecret;
import dev.gatehouse.web.Admission;
import dev.gatehouse.web.Answer;
import dev.gatehouse.web.Api;
import dev.gatehouse.web.Call;
import dev.gatehouse.web.Cors;
import dev.gatehouse.web.None;
import dev.gatehouse.web.shape.Doc;
import dev.gatehouse.web.shape.EmptyIsAbsent;
import dev.gatehouse.web.shape.IgnoreUnknown;
import dev.gatehouse.web.shape.Secret;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /// What a client sends to the token endpoint.
    ///
    /// @spec https://www.rfc-editor.org/rfc/rfc6749#section-3.2 RFC 6749 §3.2
    @IgnoreUnknown
    @EmptyIsAbsent
    @Doc("A wish for tokens.")
    record TokenRequest(
            @Size(max = 200) String grantType,

            @Doc("What the token shall allow, with spaces between; otherwise all that the client may ask for.")
            Optional<@Size(max = 4_000) String> scope,

            @Doc("For whom the token shall be (RFC 8707); may be given several times.")
            Optional<@Size(max = 20) List<@Size(max = 2_000) String>> resource,

            @Doc("With `authorization_code`.") @Secret Optional<@Size(max = 1_000) String> code,

            @Doc("With `authorization_code`: that of the authorization request.")
            Optional<@Size(max = 2_000) String> redirectUri,

            @Doc("With `authorization_code`: what the `code_challenge` was made of (RFC 7636).") @Secret
            Optional<@Size(max = 1_000) String> codeVerifier,

            @Doc("With `refresh_token`.") @Secret Optional<@Size(max = 1_000) String> refreshToken,

            @Doc("With the grant of that name (RFC 8628).") @Secret
            Optional<@Size(max = 1_000) String> deviceCode,

            @Doc("With `token-exchange` (RFC 8693): on whose behalf.") @Secret
            Optional<@Size(max = 10_000) String> subjectToken,

            Optional<@Size(max = 200) String> subjectTokenType,

            @Doc("With `token-exchange`: who acts; otherwise the client itself.") @Secret
            Optional<@Size(max = 10_000) String> actorToken,

            Optional<@Size(max = 200) String> actorTokenType,
            Optional<@Size(max = 200) String> requestedTokenType,

            @Doc("With `token-exchange`, as `resource`.")
            Optional<@Size(max = 20) List<@Size(max = 2_000) String>> audience,

            @Doc("Unless the client authenticates by HTTP Basic.")
            Optional<@Size(max = 200) String> clientId,

            @Doc("With `client_secret_post`.") @Secret Optional<@Size(max = 1_000) String> clientSecret,

            @Doc("With `private_key_jwt` and `client_secret_jwt` (RFC 7523).") @Secret
            Optional<@Size(max = 8_000) String> clientAssertion,

            @Doc("`urn:ietf:params:oauth:client-assertion-type:jwt-bearer`.")
            Optional<@Size(max = 200) String> clientAssertionType)
            implements ClientForm {}

    @Doc("What was granted.")
    record TokenResponse(
            String accessToken,
            String tokenType,
            @Doc("In seconds.") long expiresIn,

            @Doc("What the token allows, with spaces between.")
            String scope,

            @Doc("Good once: each use is answered with the next one.")
            Optional<String> refreshToken,

            @Doc("Who the person is, as a signed JWT.") Optional<String> idToken,

            @Doc("Of a token that was got by an exchange (RFC 8693).")
            Optional<String> issuedTokenType) {}

    public void mount(Api api) {
        api.errorsAs(OAuthProblems.FORMAT)
                .post("/oauth2/token")
                .tag("OAuth 2")
                .summary("Get a token")
                .takesForm(TokenRequest.class)
                .cors(DpopGuard.open(Cors.anyOrigin()))
                .answers(200, TokenResponse.class)
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

    private Answer<TokenResponse> answer(Call<None, TokenRequest, None> call) {
        return dpop.withNextNonce(
                call.request(),
                switch (dpop.read(call.request())) {
                    case Admission.Refused<Optional<DpopVerdict.Good>>(var refusal) -> Answer.refused(refusal);
                    case Admission.Admitted<Optional<DpopVerdict.Good>>(var proof) -> answer(call, proof);
                });
    }

    private Answer<TokenResponse> answer(Call<None, TokenRequest, None> call, Optional<DpopVerdict.Good> proof) {
        return switch (clients.admit(call)) {
            case Admission.Refused<Client>(var refusal) -> Answer.refused(refusal);
            case Admission.Admitted<Client>(var client) ->
                switch (possession.admit(client, proof, call.request().certificates())) {
                    case Admission.Refused<Confirmation>(var refusal) -> Answer.refused(refusal);
                    case Admission.Admitted<Confirmation>(var proven) -> grant(client, proven, call);
                };
        };
    }

    private Answer<TokenResponse> grant(Client client, Confirmation proven, Call<None, TokenRequest, None> call) {
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
                                        resources(request),
                                        proven,
                                        origin);
                            case REFRESH_TOKEN ->
                                refreshToken.give(
                                        client,
                                        request.refreshToken(),
                                        request.scope(),
                                        resources(request),
                                        proven,
                                        origin);
                            case DEVICE_CODE ->
                                deviceCode.give(client, request.deviceCode(), resources(request), proven, origin);
                            case CLIENT_CREDENTIALS ->
                                clientCredentials.give(client, request.scope(), resources(request), proven, origin);
                            case TOKEN_EXCHANGE -> tokenExchange.give(client, wish(request), proven, origin);
                        }))
                .orElseGet(TokenEndpoint::unsupported);
    }

    private static TokenExchangeGrant.Wish wish(TokenRequest request) {
        return new TokenExchangeGrant.Wish(
                request.subjectToken(),
                request.subjectTokenType(),
                request.actorToken(),
                request.actorTokenType(),
                request.requestedTokenType(),
                request.scope(),
                Stream.concat(
                                resources(request).stream(),
                                request.audience().stream().flatMap(List::stream))
                        .toList());
    }

    private static List<String> resources(TokenRequest request) {
        return request.resource().orElse(List.of());
    }

    private static Answer<TokenResponse> unsupported() {
        return Answer.refused(
                UNSUPPORTED_GRANT_TYPE,
                "Use one of "
                        + Arrays.stream(GrantType.values()).map(GrantType::wire).collect(Collectors.joining(", "))
                        + ".");
    }

    private static Answer<TokenResponse> answer(Grant outcome) {
        return switch (outcome) {
            case Grant.Granted(var token, var scopes, var refreshToken, var idToken) ->
                Answer.of(new TokenResponse(
                        token.value(),
                        token.boundTo().tokenType(),
                        token.lifetime().toSeconds(),
                        String.join(" ", scopes),
                        refreshToken.map(RefreshSecret::value),
                        idToken,
                        Optional.empty()));
            case Grant.Exchanged(var token, var scopes) ->
                Answer.of(new TokenResponse(
                        token.value(),
                        token.boundTo().tokenType(),
                        token.lifetime().toSeconds(),
                        String.join(" ", scopes),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(TokenExchangeGrant.ACCESS_TOKEN)));
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
