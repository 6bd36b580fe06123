package dev.gatehouse.token;

import dev.gatehouse.dpop.DpopGuard;
import dev.gatehouse.jose.JwtClaims;
import dev.gatehouse.web.Answer;
import dev.gatehouse.web.Api;
import dev.gatehouse.web.Call;
import dev.gatehouse.web.Cors;
import dev.gatehouse.web.None;
import dev.gatehouse.web.Request;
import dev.gatehouse.web.shape.EmptyIsAbsent;
import dev.gatehouse.web.shape.IgnoreUnknown;
import dev.gatehouse.web.shape.Secret;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;

/// Where a client learns who the person is that it has an access token of.
///
/// @spec https://openid.net/specs/openid-connect-core-1_0.html#UserInfo OpenID Connect Core §5.3
public final class UserinfoEndpoint {

    private static final String PATH = "/oauth2/userinfo";
    private static final String JWT = "application/jwt";

    private static final Cors CORS = DpopGuard.open(Cors.anyOrigin());

    private final AccessTokenGuard guard;
    private final DpopGuard dpop;
    private final LiveTokens liveTokens;
    private final Userinfo userinfo;

    public UserinfoEndpoint(AccessTokenGuard guard, DpopGuard dpop, LiveTokens liveTokens, Userinfo userinfo) {
        this.guard = guard;
        this.dpop = dpop;
        this.liveTokens = liveTokens;
        this.userinfo = userinfo;
    }

    /// @param accessToken the other place for it; never the query, which ends up in logs (RFC 9700 §4.3.2)
    @IgnoreUnknown
    @EmptyIsAbsent
    record TokenForm(@Secret Optional<@Size(max = 10_000) String> accessToken) {}

    public void mount(Api api) {
        var oauth = api.errorsAs(BearerProblems.FORMAT);
        oauth.get(PATH)
                .tag("OpenID Connect")
                .summary("Who the person is that this token is of")
                .cors(CORS)
                .answers(200, UserinfoView.class)
                .answersAs(JWT)
                .refuses(
                        BearerProblems.NO_TOKEN,
                        BearerProblems.INVALID_TOKEN,
                        BearerProblems.INVALID_PROOF,
                        BearerProblems.NONCE_WANTED,
                        BearerProblems.INSUFFICIENT_SCOPE)
                .to(call -> answer(call.request(), guard.judge(call.request())));
        oauth.post(PATH)
                .tag("OpenID Connect")
                .summary("Who the person is that this token is of")
                .takesForm(TokenForm.class)
                .cors(CORS)
                .answers(200, UserinfoView.class)
                .answersAs(JWT)
                .refuses(
                        BearerProblems.NO_TOKEN,
                        BearerProblems.TWO_TOKENS,
                        BearerProblems.INVALID_TOKEN,
                        BearerProblems.INVALID_PROOF,
                        BearerProblems.NONCE_WANTED,
                        BearerProblems.INSUFFICIENT_SCOPE)
                .to(this::post);
    }

    /// RFC 6750 §2: in one place only.
    private Answer<UserinfoView> post(Call<None, TokenForm, None> call) {
        var parameter = call.body().accessToken();
        if (call.header("Authorization").isPresent() && parameter.isPresent())
            return Answer.refused(BearerProblems.twoTokens());
        return answer(
                call.request(),
                parameter
                        .map(token -> guard.byBearer(token, call.request()))
                        .orElseGet(() -> guard.judge(call.request())));
    }

    private Answer<UserinfoView> answer(Request request, ShownToken token) {
        return switch (token) {
            case ShownToken.Nothing _ -> Answer.refused(BearerProblems.noToken());
            case ShownToken.Bad bad -> Answer.refused(BearerProblems.notGood(bad));
            case ShownToken.Good(var claims) -> dpop.withNextNonce(request, answer(claims));
        };
    }

    private Answer<UserinfoView> answer(JwtClaims claims) {
        if (!(liveTokens.find(claims).orElse(null) instanceof LiveToken.OfFamily live))
            return Answer.refused(BearerProblems.revoked());
        var scopes = List.of(claims.text("scope").orElse("").split(" "));
        if (!scopes.contains("openid")) return Answer.refused(BearerProblems.insufficientScope());
        var told = userinfo.of(live, scopes);
        return userinfo.signed(live.client(), told)
                .<Answer<UserinfoView>>map(jwt -> Answer.written(JWT, jwt))
                .orElseGet(() -> Answer.of(UserinfoView.of(told)));
    }
}
