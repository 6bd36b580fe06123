package dev.gatehouse.signin;

import static dev.gatehouse.dpop.DpopGuard.INVALID_PROOF;
import static dev.gatehouse.dpop.DpopGuard.NONCE_WANTED;
import static dev.gatehouse.signin.SignInProblems.ACCOUNT_DISABLED;
import static dev.gatehouse.signin.SignInProblems.BAD_REFRESH_TOKEN;
import static dev.gatehouse.signin.SignInProblems.BUSY;
import static dev.gatehouse.signin.SignInProblems.TOO_MANY_ATTEMPTS;
import static dev.gatehouse.signin.SignInProblems.WRONG_CREDENTIALS;

import dev.gatehouse.audit.Origin;
import dev.gatehouse.dpop.DpopGuard;
import dev.gatehouse.session.Sessions;
import dev.gatehouse.session.Standing;
import dev.gatehouse.tenant.Tenant;
import dev.gatehouse.token.AccessTokens;
import dev.gatehouse.token.Confirmation;
import dev.gatehouse.token.Refresh;
import dev.gatehouse.token.RefreshSecret;
import dev.gatehouse.token.RefreshTokens;
import dev.gatehouse.web.Admission;
import dev.gatehouse.web.Answer;
import dev.gatehouse.web.Api;
import dev.gatehouse.web.Call;
import dev.gatehouse.web.Guard;
import dev.gatehouse.web.None;
import dev.gatehouse.web.shape.Doc;
import dev.gatehouse.web.shape.Secret;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import java.util.function.BiFunction;

/// The doors through which people sign in, stay signed in, and sign out.
public final class SignInEndpoint {

    private final PasswordSignIn signIn;
    private final DpopGuard dpop;
    private final RefreshTokens refreshTokens;
    private final AccessTokens accessTokens;
    private final Sessions sessions;
    private final Guard<Standing> signedIn;

    public SignInEndpoint(
            PasswordSignIn signIn,
            DpopGuard dpop,
            RefreshTokens refreshTokens,
            AccessTokens accessTokens,
            Sessions sessions,
            Guard<Standing> signedIn) {
        this.signIn = signIn;
        this.dpop = dpop;
        this.refreshTokens = refreshTokens;
        this.accessTokens = accessTokens;
        this.sessions = sessions;
        this.signedIn = signedIn;
    }

    record SignInForm(
            @NotBlank @Size(max = 254) String email,
            @NotBlank @Size(max = 1024) @Secret String password) {}

    record RefreshForm(@NotBlank @Size(max = 200) @Secret String refreshToken) {}

    @Doc("What a session is used with.")
    record Tokens(
            @Doc("A JWT; send it as `Authorization: Bearer …`, or with a proof as `DPoP …` if it is bound to a key.")
            String accessToken,

            @Doc("`Bearer`; `DPoP` for whoever signs in with a proof (RFC 9449).")
            String tokenType,

            @Doc("How many seconds the access token is good for.")
            long expiresIn,

            @Doc("Good once; send it to `POST /v1/refresh` for the next pair.")
            String refreshToken) {}

    public void mount(Api api) {
        api.post("/v1/sign-in")
                .tag("Sign-in")
                .summary("Sign in with e-mail and password")
                .takes(SignInForm.class)
                .answers(200, Tokens.class)
                .refuses(INVALID_PROOF, NONCE_WANTED, WRONG_CREDENTIALS, ACCOUNT_DISABLED, TOO_MANY_ATTEMPTS, BUSY)
                .to(call -> proven(call, this::signIn));
        api.post("/v1/refresh")
                .tag("Sign-in")
                .summary("Get new tokens for a refresh token")
                .description(
                        "A refresh token is spent by its use. A second use within 30 seconds gets the same successor;"
                                + " later it ends the session, since somebody else must have a copy.")
                .takes(RefreshForm.class)
                .answers(200, Tokens.class)
                .refuses(INVALID_PROOF, NONCE_WANTED, BAD_REFRESH_TOKEN)
                .to(call -> proven(call, this::refresh));
        api.post("/v1/sign-out")
                .tag("Sign-in")
                .summary("End this session")
                .requires(signedIn)
                .answers(204)
                .to(this::signOut);
    }

    /// Whoever sends a proof gets tokens that are bound to its key.
    private <B> Answer<Tokens> proven(
            Call<None, B, None> call, BiFunction<Call<None, B, None>, Confirmation, Answer<Tokens>> further) {
        return dpop.withNextNonce(
                call.request(),
                switch (dpop.prove(call.request())) {
                    case Admission.Refused<Optional<String>>(var refusal) -> Answer.refused(refusal);
                    case Admission.Admitted<Optional<String>>(var jkt) ->
                        further.apply(call, jkt.map(Confirmation::ofKey).orElse(Confirmation.NONE));
                });
    }

    private Answer<Tokens> signIn(Call<None, SignInForm, None> call, Confirmation proven) {
        var form = call.body();
        return switch (signIn.signIn(form.email(), form.password(), origin(call), call.userAgent(), proven)) {
            case SignIn.SignedIn(var standing, var refreshToken) -> tokens(standing, refreshToken, proven);
            case SignIn.WrongCredentials() -> Answer.refused(WRONG_CREDENTIALS, "Check both and try again.");
            case SignIn.Disabled() -> Answer.refused(ACCOUNT_DISABLED, "Ask an administrator to enable it.");
            case SignIn.Throttled(var retryAfter) -> SignInProblems.throttled(retryAfter);
            case SignIn.Busy(var retryAfter) -> SignInProblems.busy(retryAfter);
        };
    }

    private Answer<Tokens> refresh(Call<None, RefreshForm, None> call, Confirmation proven) {
        return switch (refreshTokens.refresh(Tenant.MAIN, call.body().refreshToken(), proven, origin(call))) {
            case Refresh.Refreshed(var standing, var successor) -> tokens(standing, successor, proven);
            case Refresh.Replayed _ ->
                Answer.refused(BAD_REFRESH_TOKEN, "It was used before, so its session was ended. Sign in again.");
            case Refresh.Unknown _ ->
                Answer.refused(
                        BAD_REFRESH_TOKEN,
                        "It is unknown or expired, bound to another key, or its session has ended. Sign in again.");
        };
    }

    private Answer<None> signOut(Call<None, None, Standing> call) {
        var account = call.who().account();
        sessions.end(account, call.who().session().id(), origin(call).actingAs(account.subject()));
        return Answer.empty();
    }

    private Answer<Tokens> tokens(Standing standing, RefreshSecret refreshToken, Confirmation proven) {
        var accessToken = accessTokens.issue(standing.session(), proven);
        return Answer.of(new Tokens(
                accessToken.value(), proven.tokenType(), accessToken.lifetime().toSeconds(), refreshToken.value()));
    }

    private static Origin origin(Call<?, ?, ?> call) {
        return Origin.of(call.remoteAddress(), call.requestId());
    }
}
