package dev.gatehouse.signin;

import static dev.gatehouse.signin.SignInProblems.ACCOUNT_DISABLED;
import static dev.gatehouse.signin.SignInProblems.BAD_REFRESH_TOKEN;
import static dev.gatehouse.signin.SignInProblems.BUSY;
import static dev.gatehouse.signin.SignInProblems.TOO_MANY_ATTEMPTS;
import static dev.gatehouse.signin.SignInProblems.WRONG_CREDENTIALS;

import dev.gatehouse.audit.Origin;
import dev.gatehouse.session.Sessions;
import dev.gatehouse.session.Standing;
import dev.gatehouse.tenant.Tenant;
import dev.gatehouse.token.AccessTokens;
import dev.gatehouse.token.Confirmation;
import dev.gatehouse.token.Refresh;
import dev.gatehouse.token.RefreshSecret;
import dev.gatehouse.token.RefreshTokens;
import dev.gatehouse.web.Answer;
import dev.gatehouse.web.Api;
import dev.gatehouse.web.Call;
import dev.gatehouse.web.Guard;
import dev.gatehouse.web.None;
import dev.gatehouse.web.shape.Doc;
import dev.gatehouse.web.shape.Secret;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/// The doors through which people sign in, stay signed in, and sign out.
public final class SignInEndpoint {

    private final PasswordSignIn signIn;
    private final RefreshTokens refreshTokens;
    private final AccessTokens accessTokens;
    private final Sessions sessions;
    private final Guard<Standing> signedIn;

    public SignInEndpoint(
            PasswordSignIn signIn,
            RefreshTokens refreshTokens,
            AccessTokens accessTokens,
            Sessions sessions,
            Guard<Standing> signedIn) {
        this.signIn = signIn;
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
            @Doc("A JWT; send it as `Authorization: Bearer …`.")
            String accessToken,

            @Doc("Always `Bearer`.") String tokenType,

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
                .refuses(WRONG_CREDENTIALS, ACCOUNT_DISABLED, TOO_MANY_ATTEMPTS, BUSY)
                .to(this::signIn);
        api.post("/v1/refresh")
                .tag("Sign-in")
                .summary("Get new tokens for a refresh token")
                .description(
                        "A refresh token is spent by its use. A second use within 30 seconds gets the same successor;"
                                + " later it ends the session, since somebody else must have a copy.")
                .takes(RefreshForm.class)
                .answers(200, Tokens.class)
                .refuses(BAD_REFRESH_TOKEN)
                .to(this::refresh);
        api.post("/v1/sign-out")
                .tag("Sign-in")
                .summary("End this session")
                .requires(signedIn)
                .answers(204)
                .to(this::signOut);
    }

    private Answer<Tokens> signIn(Call<None, SignInForm, None> call) {
        var form = call.body();
        return switch (signIn.signIn(form.email(), form.password(), origin(call), call.userAgent())) {
            case SignIn.SignedIn(var standing, var refreshToken) -> tokens(standing, refreshToken);
            case SignIn.WrongCredentials() -> Answer.refused(WRONG_CREDENTIALS, "Check both and try again.");
            case SignIn.Disabled() -> Answer.refused(ACCOUNT_DISABLED, "Ask an administrator to enable it.");
            case SignIn.Throttled(var retryAfter) -> SignInProblems.throttled(retryAfter);
            case SignIn.Busy(var retryAfter) -> SignInProblems.busy(retryAfter);
        };
    }

    private Answer<Tokens> refresh(Call<None, RefreshForm, None> call) {
        return switch (refreshTokens.refresh(Tenant.MAIN, call.body().refreshToken(), origin(call))) {
            case Refresh.Refreshed(var standing, var successor) -> tokens(standing, successor);
            case Refresh.Replayed _ ->
                Answer.refused(BAD_REFRESH_TOKEN, "It was used before, so its session was ended. Sign in again.");
            case Refresh.Unknown _ ->
                Answer.refused(BAD_REFRESH_TOKEN, "It is unknown or expired, or its session has ended. Sign in again.");
        };
    }

    private Answer<None> signOut(Call<None, None, Standing> call) {
        var account = call.who().account();
        sessions.end(account, call.who().session().id(), origin(call).actingAs(account.subject()));
        return Answer.empty();
    }

    private Answer<Tokens> tokens(Standing standing, RefreshSecret refreshToken) {
        var accessToken = accessTokens.issue(standing.session(), Confirmation.NONE);
        return Answer.of(
                new Tokens(accessToken.value(), "Bearer", accessToken.lifetime().toSeconds(), refreshToken.value()));
    }

    private static Origin origin(Call<?, ?, ?> call) {
        return Origin.of(call.remoteAddress(), call.requestId());
    }
}
