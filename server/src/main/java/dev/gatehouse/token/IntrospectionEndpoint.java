package dev.gatehouse.token;

import dev.gatehouse.client.Client;
import dev.gatehouse.client.ClientGuard;
import dev.gatehouse.client.ClientProofView;
import dev.gatehouse.client.OAuthProblems;
import dev.gatehouse.key.Pen;
import dev.gatehouse.key.SigningKeys;
import dev.gatehouse.web.Admission;
import dev.gatehouse.web.Answer;
import dev.gatehouse.web.Api;
import dev.gatehouse.web.Call;
import dev.gatehouse.web.None;
import dev.gatehouse.web.Refusal;
import dev.gatehouse.web.shape.Doc;
import dev.gatehouse.web.shape.EmptyIsAbsent;
import dev.gatehouse.web.shape.IgnoreUnknown;
import dev.gatehouse.web.shape.Secret;
import dev.gatehouse.web.shape.Spread;
import jakarta.validation.constraints.Size;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Where an API asks about a token that it was shown.
///
/// @spec https://www.rfc-editor.org/rfc/rfc7662#section-2 RFC 7662 §2
/// @spec https://www.rfc-editor.org/rfc/rfc9701#section-4 RFC 9701 §4, §5
public final class IntrospectionEndpoint {

    private static final String JWT = "application/token-introspection+jwt";

    private final ClientGuard clients;
    private final Introspection introspection;
    private final Pen pen;
    private final String issuer;
    private final InstantSource clock;

    public IntrospectionEndpoint(
            ClientGuard clients,
            AccessTokens accessTokens,
            LiveTokens liveTokens,
            ClientRefreshTokens refreshTokens,
            SigningKeys keys,
            String issuer,
            InstantSource clock) {
        this.clients = clients;
        this.introspection = new Introspection(accessTokens, liveTokens, refreshTokens);
        this.pen = new Pen(keys, "token-introspection+jwt");
        this.issuer = issuer;
        this.clock = clock;
    }

    @IgnoreUnknown
    @EmptyIsAbsent
    @Doc("A question about a token.")
    record Question(
            @Secret @Size(max = 10_000) String token,

            @Doc("`access_token` or `refresh_token`; not needed, a token's form tells.")
            Optional<@Size(max = 200) String> tokenTypeHint,

            @Spread ClientProofView client) {}

    public void mount(Api api) {
        api.errorsAs(OAuthProblems.FORMAT)
                .post("/oauth2/introspect")
                .tag("OAuth 2")
                .summary("Ask about a token")
                .takesForm(Question.class)
                .answers(200, IntrospectionView.class)
                .answersAs(JWT)
                .refuses(OAuthProblems.UNCLEAR_CLIENT, OAuthProblems.INVALID_CLIENT)
                .to(this::answer);
    }

    private Answer<IntrospectionView> answer(Call<None, Question, None> call) {
        return switch (clients.admit(call, call.body().client())) {
            case Admission.Refused<Client>(var refusal) -> Answer.refused(refusal);
            // RFC 7662 §2.1, §4: a name alone would let anybody try out tokens.
            case Admission.Admitted<Client>(var client)
            when client.profile().isPublic() ->
                Answer.refused(Refusal.of(OAuthProblems.INVALID_CLIENT, "A public client cannot prove who it is.")
                        .header("WWW-Authenticate", "Basic realm=\"gatehouse\""));
            case Admission.Admitted<Client>(var client) ->
                answer(client, introspection.of(client, call.body().token()), wantsJwt(call));
        };
    }

    private Answer<IntrospectionView> answer(Client client, Optional<Map<String, Object>> told, boolean asJwt) {
        if (asJwt) return Answer.written(JWT, signed(client, told));
        return Answer.of(told.map(IntrospectionView::active).orElse(IntrospectionView.INACTIVE));
    }

    /// `sub` and `exp` stand inside only, so that the answer never passes for an access token (RFC 9701 §5, §8.1).
    private String signed(Client client, Optional<Map<String, Object>> told) {
        var members = new LinkedHashMap<String, Object>();
        members.put("active", told.isPresent());
        told.ifPresent(members::putAll);
        var claims = new LinkedHashMap<String, Object>();
        claims.put("iss", issuer);
        claims.put("aud", client.id());
        claims.put("iat", clock.instant().getEpochSecond());
        claims.put("token_introspection", members);
        return pen.sign(Envelopes.signatureOf(client.profile().tokenForm().introspectionAlgorithm()), claims);
    }

    private static boolean wantsJwt(Call<None, Question, None> call) {
        return call.header("Accept").filter(accepted -> accepted.contains(JWT)).isPresent();
    }
}
