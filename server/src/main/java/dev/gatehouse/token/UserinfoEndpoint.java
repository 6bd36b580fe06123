package dev.gatehouse.token;

import dev.gatehouse.jose.JwtClaims;
import dev.gatehouse.jose.JwtVerdict;
import dev.gatehouse.web.Answer;
import dev.gatehouse.web.Api;
import dev.gatehouse.web.Call;
import dev.gatehouse.web.Cors;
import dev.gatehouse.web.None;
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

    private final AccessTokens accessTokens;
    private final LiveTokens liveTokens;
    private final Userinfo userinfo;

    public UserinfoEndpoint(AccessTokens accessTokens, LiveTokens liveTokens, Userinfo userinfo) {
        this.accessTokens = accessTokens;
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
                .cors(Cors.anyOrigin())
                .answers(200, UserinfoView.class)
                .answersAs(JWT)
                .refuses(BearerProblems.NO_TOKEN, BearerProblems.INVALID_TOKEN, BearerProblems.INSUFFICIENT_SCOPE)
                .to(call -> answer(call.header("Authorization"), Optional.empty()));
        oauth.post(PATH)
                .tag("OpenID Connect")
                .summary("Who the person is that this token is of")
                .takesForm(TokenForm.class)
                .cors(Cors.anyOrigin())
                .answers(200, UserinfoView.class)
                .answersAs(JWT)
                .refuses(
                        BearerProblems.NO_TOKEN,
                        BearerProblems.TWO_TOKENS,
                        BearerProblems.INVALID_TOKEN,
                        BearerProblems.INSUFFICIENT_SCOPE)
                .to(this::post);
    }

    private Answer<UserinfoView> post(Call<None, TokenForm, None> call) {
        return answer(call.header("Authorization"), call.body().accessToken());
    }

    /// RFC 6750 §2: in one place only.
    private Answer<UserinfoView> answer(Optional<String> header, Optional<String> parameter) {
        if (header.isPresent() && parameter.isPresent()) return Answer.refused(BearerProblems.twoTokens());
        return header.flatMap(UserinfoEndpoint::bearer)
                .or(() -> parameter)
                .map(token -> answer(accessTokens.verify(token)))
                .orElseGet(() -> Answer.refused(BearerProblems.noToken()));
    }

    private Answer<UserinfoView> answer(JwtVerdict verdict) {
        return switch (verdict) {
            case JwtVerdict.Valid(var claims) -> answer(claims);
            case JwtVerdict.Expired _ -> Answer.refused(BearerProblems.invalidToken("It has expired."));
            case JwtVerdict.Invalid _ -> Answer.refused(BearerProblems.invalidToken("It is none of ours for this."));
        };
    }

    private Answer<UserinfoView> answer(JwtClaims claims) {
        if (!(liveTokens.find(claims).orElse(null) instanceof LiveToken.OfFamily live))
            return Answer.refused(BearerProblems.invalidToken("It was revoked, or is no person's."));
        var scopes = List.of(claims.text("scope").orElse("").split(" "));
        if (!scopes.contains("openid")) return Answer.refused(BearerProblems.insufficientScope());
        var told = userinfo.of(live, scopes);
        return userinfo.signed(live.client(), told)
                .<Answer<UserinfoView>>map(jwt -> Answer.written(JWT, jwt))
                .orElseGet(() -> Answer.of(UserinfoView.of(told)));
    }

    private static Optional<String> bearer(String header) {
        return header.regionMatches(true, 0, "Bearer ", 0, 7)
                ? Optional.of(header.substring(7).strip())
                : Optional.empty();
    }
}
