package dev.gatehouse.token;

import dev.gatehouse.audit.Origin;
import dev.gatehouse.client.Client;
import dev.gatehouse.client.ClientGuard;
import dev.gatehouse.client.ClientProofView;
import dev.gatehouse.client.OAuthProblems;
import dev.gatehouse.jose.JwtVerdict;
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
import dev.gatehouse.web.shape.Spread;
import jakarta.validation.constraints.Size;
import java.util.Optional;

/// Where a client says that it needs a token no more.
///
/// @spec https://www.rfc-editor.org/rfc/rfc7009#section-2 RFC 7009 §2
public final class RevocationEndpoint {

    private final ClientGuard clients;
    private final AccessTokens accessTokens;
    private final LiveTokens liveTokens;
    private final ClientRefreshTokens refreshTokens;

    public RevocationEndpoint(
            ClientGuard clients, AccessTokens accessTokens, LiveTokens liveTokens, ClientRefreshTokens refreshTokens) {
        this.clients = clients;
        this.accessTokens = accessTokens;
        this.liveTokens = liveTokens;
        this.refreshTokens = refreshTokens;
    }

    @IgnoreUnknown
    @EmptyIsAbsent
    @Doc("A token that shall be worth nothing.")
    record Farewell(
            @Secret @Size(max = 10_000) String token,

            @Doc("`access_token` or `refresh_token`; not needed, a token's form tells.")
            Optional<@Size(max = 200) String> tokenTypeHint,

            @Spread ClientProofView client) {}

    public void mount(Api api) {
        api.errorsAs(OAuthProblems.FORMAT)
                .post("/oauth2/revoke")
                .tag("OAuth 2")
                .summary("Give a token back")
                .takesForm(Farewell.class)
                .cors(Cors.anyOrigin())
                .answers(200)
                .refuses(OAuthProblems.UNCLEAR_CLIENT, OAuthProblems.INVALID_CLIENT, OAuthProblems.INVALID_GRANT)
                .to(this::answer);
    }

    private Answer<None> answer(Call<None, Farewell, None> call) {
        return switch (clients.admit(call, call.body().client())) {
            case Admission.Refused<Client>(var refusal) -> Answer.refused(refusal);
            case Admission.Admitted<Client>(var client) ->
                revoke(client, call.body().token(), origin(call, client))
                        ? Answer.empty()
                        : Answer.refused(
                                OAuthProblems.INVALID_GRANT, "It was given to another client, and stays as it is.");
        };
    }

    /// The rules, in order:
    ///
    /// 1. what is no token of ours, or is good no more, needs no revocation: that is no error (RFC 7009 §2.2)
    /// 2. a token of another client stays as it is, and the caller is told (§2.1)
    /// 3. with a refresh token goes its family: every token that the person's leave has led to (§2.1)
    /// 4. an access token goes alone
    ///
    /// @return false for another client's token
    private boolean revoke(Client client, String token, Origin origin) {
        if (RefreshSecret.isWellFormed(token)) return refreshTokens.revoke(client, token, origin);
        if (!(accessTokens.verifyForAnybody(token) instanceof JwtVerdict.Valid(var claims))) return true;
        if (!claims.text("client_id").equals(Optional.of(client.id()))) return false;
        liveTokens.revoke(client, claims, origin);
        return true;
    }

    private static Origin origin(Call<?, ?, ?> call, Client client) {
        return Origin.of(call.remoteAddress(), call.requestId()).actingAs(client.id());
    }
}
