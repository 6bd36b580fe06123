package dev.gatehouse.grant;

import static dev.gatehouse.grant.TokenProblems.INVALID_CLIENT;
import static dev.gatehouse.grant.TokenProblems.INVALID_SCOPE;
import static dev.gatehouse.grant.TokenProblems.INVALID_TARGET;
import static dev.gatehouse.grant.TokenProblems.UNAUTHORIZED_CLIENT;
import static dev.gatehouse.grant.TokenProblems.UNCLEAR_CLIENT;
import static dev.gatehouse.grant.TokenProblems.UNSUPPORTED_GRANT_TYPE;

import dev.gatehouse.audit.AuditLog;
import dev.gatehouse.audit.Origin;
import dev.gatehouse.client.Client;
import dev.gatehouse.client.ClientAuthenticator;
import dev.gatehouse.client.Credentials;
import dev.gatehouse.client.GrantType;
import dev.gatehouse.mapper.Database;
import dev.gatehouse.tenant.Tenant;
import dev.gatehouse.token.AccessTokens;
import dev.gatehouse.web.Answer;
import dev.gatehouse.web.Api;
import dev.gatehouse.web.Call;
import dev.gatehouse.web.Cors;
import dev.gatehouse.web.None;
import dev.gatehouse.web.Refusal;
import dev.gatehouse.web.shape.Doc;
import dev.gatehouse.web.shape.EmptyIsAbsent;
import dev.gatehouse.web.shape.IgnoreUnknown;
import dev.gatehouse.web.shape.Secret;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;

/// Where clients get tokens.
///
/// @spec https://www.rfc-editor.org/rfc/rfc6749#section-3.2 RFC 6749 §3.2, §5
public final class TokenEndpoint {

    private final ClientAuthenticator authenticator;
    private final ClientCredentialsGrant clientCredentials;

    public TokenEndpoint(
            ClientAuthenticator authenticator, AccessTokens accessTokens, Database database, AuditLog audit) {
        this.authenticator = authenticator;
        this.clientCredentials = new ClientCredentialsGrant(accessTokens, database, audit);
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

            @Doc("Unless the client authenticates by HTTP Basic.")
            Optional<@Size(max = 200) String> clientId,

            @Doc("With `client_secret_post`.") @Secret Optional<@Size(max = 1_000) String> clientSecret) {}

    @Doc("What was granted.")
    record TokenResponse(
            String accessToken,
            String tokenType,
            @Doc("In seconds.") long expiresIn,

            @Doc("What the token allows, with spaces between.")
            String scope) {}

    public void mount(Api api) {
        api.errorsAs(TokenProblems.FORMAT)
                .post("/oauth2/token")
                .tag("OAuth 2")
                .summary("Get a token")
                .takesForm(TokenRequest.class)
                .cors(Cors.anyOrigin())
                .answers(200, TokenResponse.class)
                .refuses(
                        UNCLEAR_CLIENT,
                        INVALID_CLIENT,
                        UNAUTHORIZED_CLIENT,
                        UNSUPPORTED_GRANT_TYPE,
                        INVALID_SCOPE,
                        INVALID_TARGET)
                .to(this::answer);
    }

    private Answer<TokenResponse> answer(Call<None, TokenRequest, None> call) {
        var request = call.body();
        var header = call.header("Authorization");
        return switch (Credentials.read(header, request.clientId(), request.clientSecret())) {
            case Credentials.Reading.Unclear(var why) when header.isEmpty() -> Answer.refused(UNCLEAR_CLIENT, why);
            case Credentials.Reading.Unclear(var why) -> Answer.refused(notKnown(why));
            case Credentials.Reading.Shown(var shown) ->
                authenticator
                        .authenticate(Tenant.MAIN, shown)
                        .map(client -> grant(client, call))
                        .orElseGet(() -> Answer.refused(
                                notKnown("The client is not known, or its proof is not the one that was agreed on.")));
        };
    }

    /// RFC 6749 §5.2: 401 with the scheme, whichever way the client tried.
    private static Refusal notKnown(String why) {
        return Refusal.of(INVALID_CLIENT, why).header("WWW-Authenticate", "Basic realm=\"gatehouse\"");
    }

    private Answer<TokenResponse> grant(Client client, Call<None, TokenRequest, None> call) {
        var request = call.body();
        var origin = Origin.of(call.remoteAddress(), call.requestId());
        return GrantType.named(request.grantType())
                .map(type -> switch (type) {
                    case CLIENT_CREDENTIALS ->
                        answer(clientCredentials.give(
                                client, request.scope(), request.resource().orElse(List.of()), origin));
                    case AUTHORIZATION_CODE, REFRESH_TOKEN -> unsupported();
                })
                .orElseGet(TokenEndpoint::unsupported);
    }

    private static Answer<TokenResponse> unsupported() {
        return Answer.refused(UNSUPPORTED_GRANT_TYPE, "Use client_credentials.");
    }

    private static Answer<TokenResponse> answer(Grant outcome) {
        return switch (outcome) {
            case Grant.Granted(var token, var scopes) ->
                Answer.of(new TokenResponse(
                        token.value(), "Bearer", token.lifetime().toSeconds(), String.join(" ", scopes)));
            case Grant.Refused(var reason, var why) ->
                Answer.refused(
                        switch (reason) {
                            case UNAUTHORIZED_CLIENT -> UNAUTHORIZED_CLIENT;
                            case INVALID_SCOPE -> INVALID_SCOPE;
                            case INVALID_TARGET -> INVALID_TARGET;
                        },
                        why);
        };
    }
}
