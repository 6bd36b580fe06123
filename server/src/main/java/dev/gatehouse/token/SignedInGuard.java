package dev.gatehouse.token;

import dev.gatehouse.dpop.DpopProofs;
import dev.gatehouse.jose.JwtClaims;
import dev.gatehouse.session.Session;
import dev.gatehouse.session.Sessions;
import dev.gatehouse.session.Standing;
import dev.gatehouse.tenant.Tenant;
import dev.gatehouse.web.Admission;
import dev.gatehouse.web.Guard;
import dev.gatehouse.web.ProblemType;
import dev.gatehouse.web.Refusal;
import dev.gatehouse.web.Request;
import dev.gatehouse.web.SecurityScheme;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/// Stands at the doors that are open to people who are signed in.
///
/// A good token is not enough: its session is looked up at every request, so that a sign-out, a disabled account
/// or a removed one is felt at once and not when the token expires.
///
/// @spec https://www.rfc-editor.org/rfc/rfc6750#section-3 RFC 6750 §3
public final class SignedInGuard {

    static final ProblemType NOT_SIGNED_IN =
            ProblemType.unauthorized("not-signed-in", "This needs an access token of a live session");
    static final ProblemType NOT_FRESH =
            ProblemType.unauthorized("not-signed-in-recently", "This needs a sign-in of the last few minutes");

    private static final SecurityScheme SCHEME =
            SecurityScheme.bearer("access_token", "JWT", "The `access_token` of `POST /v1/sign-in`.");

    private final AccessTokenGuard tokens;
    private final Sessions sessions;
    private final InstantSource clock;

    public SignedInGuard(AccessTokenGuard tokens, Sessions sessions, InstantSource clock) {
        this.tokens = tokens;
        this.sessions = sessions;
        this.clock = clock;
    }

    /// Whoever has an access token of a session that lives.
    public Guard<Standing> signedIn() {
        return Guard.of(SCHEME, this::admit, NOT_SIGNED_IN);
    }

    /// Whoever proved within the last minutes to be the one: for changes to who one is.
    ///
    /// @spec https://www.rfc-editor.org/rfc/rfc9470#section-3 RFC 9470 §3
    public Guard<Standing> freshlySignedIn() {
        return signedIn().then(this::admitFresh, NOT_FRESH);
    }

    private Admission<Standing> admit(Request request) {
        return switch (tokens.judge(request)) {
            case ShownToken.Nothing _ ->
                refuse("Send the header `Authorization: Bearer ACCESS_TOKEN`.", Challenge.NO_TOKEN);
            case ShownToken.Bad bad -> refuse(bad);
            case ShownToken.Good(var claims)
            when !AccessTokens.isFirstParty(claims) ->
                refuseToken("It was given to an application, which may not use this.");
            case ShownToken.Good(var claims) ->
                standing(claims).map(Admission::admitted).orElseGet(() -> refuseToken("Its session has ended."));
        };
    }

    private Optional<Standing> standing(JwtClaims claims) {
        return claims.text("sid")
                .flatMap(SignedInGuard::uuid)
                .flatMap(session -> sessions.findLive(Tenant.MAIN, session))
                .filter(standing ->
                        claims.subject().equals(Optional.of(standing.account().subject())));
    }

    /// With HS* others share our key, and may have written anything there.
    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private Admission<Standing> admitFresh(Standing standing) {
        if (standing.session().isFresh(clock.instant())) return Admission.admitted(standing);
        var seconds = Session.FRESH.toSeconds();
        var challenge = "Bearer error=\"insufficient_user_authentication\", "
                + "error_description=\"a more recent sign-in is needed\", max_age=\"" + seconds + "\"";
        return Admission.refused(Refusal.of(NOT_FRESH, "Sign in again; this is open for " + seconds + " seconds after.")
                .header(Challenge.HEADER, challenge));
    }

    static <W> Admission<W> refuseToken(String why) {
        return refuse("The access token is not good: " + why, Challenge.bearer("invalid_token", why));
    }

    static <W> Admission<W> refuse(ShownToken.Bad token) {
        var refusal = Refusal.of(NOT_SIGNED_IN, "The access token is not good: " + token.why())
                .header(Challenge.HEADER, token.challenge());
        return Admission.refused(token.nonce()
                .map(nonce -> refusal.header(DpopProofs.NONCE_HEADER, nonce))
                .orElse(refusal));
    }

    static <W> Admission<W> refuse(String detail, String challenge) {
        return Admission.refused(Refusal.of(NOT_SIGNED_IN, detail).header(Challenge.HEADER, challenge));
    }
}
