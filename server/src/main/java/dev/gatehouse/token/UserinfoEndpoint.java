package dev.gatehouse.token;

import dev.gatehouse.claims.ClaimsRequest;
import dev.gatehouse.claims.PersonClaims;
import dev.gatehouse.dpop.DpopGuard;
import dev.gatehouse.jose.JwtClaims;
import dev.gatehouse.tenant.Tenant;
import dev.gatehouse.web.Answer;
import dev.gatehouse.web.Api;
import dev.gatehouse.web.Call;
import dev.gatehouse.web.Cors;
import dev.gatehouse.web.None;
import dev.gatehouse.web.Request;
import dev.gatehouse.web.shape.Doc;
import dev.gatehouse.web.shape.EmptyIsAbsent;
import dev.gatehouse.web.shape.IgnoreUnknown;
import dev.gatehouse.web.shape.Secret;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Where a client learns who the person is that it has an access token of.
///
/// @spec https://openid.net/specs/openid-connect-core-1_0.html#UserInfo OpenID Connect Core §5.3
public final class UserinfoEndpoint {

    private static final String PATH = "/oauth2/userinfo";

    private static final Cors CORS = DpopGuard.open(Cors.anyOrigin());

    private final AccessTokenGuard guard;
    private final DpopGuard dpop;
    private final TokenFamilies families;

    public UserinfoEndpoint(AccessTokenGuard guard, DpopGuard dpop, TokenFamilies families) {
        this.guard = guard;
        this.dpop = dpop;
        this.families = families;
    }

    /// @param accessToken the other place for it; never the query, which ends up in logs (RFC 9700 §4.3.2)
    @IgnoreUnknown
    @EmptyIsAbsent
    record TokenForm(@Secret Optional<@Size(max = 10_000) String> accessToken) {}

    @Doc("Who the person is. Each claim is there if the token's scopes allow it and something is known.")
    record Userinfo(
            String sub,
            Optional<String> name,
            Optional<String> locale,
            Optional<Long> updatedAt,
            Optional<String> email,
            Optional<Boolean> emailVerified) {}

    public void mount(Api api) {
        var oauth = api.errorsAs(BearerProblems.FORMAT);
        oauth.get(PATH)
                .tag("OpenID Connect")
                .summary("Who the person is that this token is of")
                .cors(CORS)
                .answers(200, Userinfo.class)
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
                .answers(200, Userinfo.class)
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
    private Answer<Userinfo> post(Call<None, TokenForm, None> call) {
        var parameter = call.body().accessToken();
        if (call.header("Authorization").isPresent() && parameter.isPresent())
            return Answer.refused(BearerProblems.twoTokens());
        return answer(call.request(), parameter.map(guard::byBearer).orElseGet(() -> guard.judge(call.request())));
    }

    private Answer<Userinfo> answer(Request request, ShownToken token) {
        return switch (token) {
            case ShownToken.Nothing _ -> Answer.refused(BearerProblems.noToken());
            case ShownToken.Bad bad -> Answer.refused(BearerProblems.notGood(bad));
            case ShownToken.Good(var claims) -> dpop.withNextNonce(request, answer(claims));
        };
    }

    private Answer<Userinfo> answer(JwtClaims claims) {
        var permit = claims.text(AccessTokens.FAMILY)
                .flatMap(UserinfoEndpoint::uuid)
                .flatMap(family -> families.findLive(Tenant.MAIN, family))
                .filter(found ->
                        claims.subject().equals(Optional.of(found.account().subject())));
        if (permit.isEmpty()) return Answer.refused(BearerProblems.revoked());
        var scopes = List.of(claims.text("scope").orElse("").split(" "));
        if (!scopes.contains("openid")) return Answer.refused(BearerProblems.insufficientScope());
        return Answer.of(told(permit.get(), scopes));
    }

    private static Userinfo told(Permit permit, List<String> scopes) {
        var names = new LinkedHashSet<>(PersonClaims.ofScopes(scopes));
        names.addAll(ClaimsRequest.ofKept(permit.family().claims()).userinfo().keySet());
        var claims = new JwtClaims(PersonClaims.of(permit.account(), names));
        return new Userinfo(
                permit.account().subject(),
                claims.text("name"),
                claims.text("locale"),
                Optional.ofNullable((Long) claims.all().get("updated_at")),
                claims.text("email"),
                Optional.ofNullable((Boolean) claims.all().get("email_verified")));
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
