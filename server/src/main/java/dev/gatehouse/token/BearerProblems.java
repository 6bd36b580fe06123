package dev.gatehouse.token;

import dev.gatehouse.client.ErrorDescription;
import dev.gatehouse.dpop.DpopProofs;
import dev.gatehouse.web.Denial;
import dev.gatehouse.web.ErrorAnswer;
import dev.gatehouse.web.ErrorFormat;
import dev.gatehouse.web.ProblemType;
import dev.gatehouse.web.Refusal;
import dev.gatehouse.web.shape.Doc;
import java.util.Map;

/// How a door that asks clients for an access token says no.
///
/// @spec https://www.rfc-editor.org/rfc/rfc6750#section-3 RFC 6750 §3
final class BearerProblems {

    static final ProblemType NO_TOKEN = ProblemType.unauthorized("no-token", "This needs an access token");
    static final ProblemType TWO_TOKENS = ProblemType.badRequest("two-tokens", "There are two access tokens");
    static final ProblemType INVALID_TOKEN = ProblemType.unauthorized("invalid-token", "The access token is not good");
    static final ProblemType INSUFFICIENT_SCOPE =
            ProblemType.forbidden("insufficient-scope", "The access token does not allow this");

    static final ProblemType INVALID_PROOF =
            ProblemType.unauthorized("dpop-proof-not-good", "The DPoP proof is not good");
    static final ProblemType NONCE_WANTED =
            ProblemType.unauthorized("dpop-nonce-needed", "The DPoP proof needs a nonce of ours");

    /// @spec https://www.rfc-editor.org/rfc/rfc9449#section-12.2 RFC 9449 §12.2
    private static final Map<String, ProblemType> BY_WORD =
            Map.of("invalid_token", INVALID_TOKEN, "invalid_dpop_proof", INVALID_PROOF, "use_dpop_nonce", NONCE_WANTED);

    static final ErrorFormat FORMAT = ErrorFormat.json(BearerError.class, BearerProblems::error);

    private BearerProblems() {}

    @Doc("Why there is no answer.")
    record BearerError(
            @Doc("A word of RFC 6750 §3.1 or RFC 9449 §12.2.")
            String error,

            @Doc("For developers; the words may change.") String errorDescription) {}

    /// RFC 6750 §3.1: who shows nothing is told nothing but the scheme.
    static Refusal noToken() {
        return Refusal.of(NO_TOKEN, "Send the header `Authorization: Bearer ACCESS_TOKEN`.")
                .header(Challenge.HEADER, Challenge.NO_TOKEN);
    }

    static Refusal twoTokens() {
        return Refusal.of(TWO_TOKENS, "Send it in the header or in the body, not in both.")
                .header(Challenge.HEADER, "Bearer error=\"invalid_request\"");
    }

    static Refusal revoked() {
        var why = "It was revoked.";
        return Refusal.of(INVALID_TOKEN, why).header(Challenge.HEADER, Challenge.bearer("invalid_token", why));
    }

    static Refusal notGood(ShownToken.Bad token) {
        var refusal = Refusal.of(BY_WORD.get(token.error()), token.why()).header(Challenge.HEADER, token.challenge());
        return token.nonce()
                .map(nonce -> refusal.header(DpopProofs.NONCE_HEADER, nonce))
                .orElse(refusal);
    }

    static Refusal insufficientScope() {
        return Refusal.of(INSUFFICIENT_SCOPE, "It needs the scope openid.")
                .header(Challenge.HEADER, "Bearer error=\"insufficient_scope\", scope=\"openid\"");
    }

    private static ErrorAnswer<BearerError> error(Denial denial) {
        return ErrorAnswer.of(denial.status(), new BearerError(word(denial), ErrorDescription.of(denial.detail())));
    }

    private static String word(Denial denial) {
        if (denial.status() == 503) return "temporarily_unavailable";
        if (denial.status() >= 500) return "server_error";
        var type = denial.refusal().type();
        if (type == NO_TOKEN) return "invalid_token";
        if (type == INSUFFICIENT_SCOPE) return "insufficient_scope";
        return BY_WORD.entrySet().stream()
                .filter(entry -> entry.getValue() == type)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("invalid_request");
    }
}
