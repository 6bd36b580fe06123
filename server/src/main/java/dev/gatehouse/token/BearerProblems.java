package dev.gatehouse.token;

import dev.gatehouse.client.ErrorDescription;
import dev.gatehouse.web.Denial;
import dev.gatehouse.web.ErrorAnswer;
import dev.gatehouse.web.ErrorFormat;
import dev.gatehouse.web.ProblemType;
import dev.gatehouse.web.Refusal;
import dev.gatehouse.web.shape.Doc;

/// How a door that asks clients for an access token says no.
///
/// @spec https://www.rfc-editor.org/rfc/rfc6750#section-3 RFC 6750 §3
final class BearerProblems {

    static final ProblemType NO_TOKEN = ProblemType.unauthorized("no-token", "This needs an access token");
    static final ProblemType TWO_TOKENS = ProblemType.badRequest("two-tokens", "There are two access tokens");
    static final ProblemType INVALID_TOKEN = ProblemType.unauthorized("invalid-token", "The access token is not good");
    static final ProblemType INSUFFICIENT_SCOPE =
            ProblemType.forbidden("insufficient-scope", "The access token does not allow this");

    static final ErrorFormat FORMAT = ErrorFormat.json(BearerError.class, BearerProblems::error);

    private BearerProblems() {}

    @Doc("Why there is no answer.")
    record BearerError(
            @Doc("A word of RFC 6750 §3.1.") String error,
            @Doc("For developers; the words may change.") String errorDescription) {}

    /// RFC 6750 §3.1: who shows nothing is told nothing but the scheme.
    static Refusal noToken() {
        return Refusal.of(NO_TOKEN, "Send the header `Authorization: Bearer ACCESS_TOKEN`.")
                .header("WWW-Authenticate", "Bearer");
    }

    static Refusal twoTokens() {
        return Refusal.of(TWO_TOKENS, "Send it in the header or in the body, not in both.")
                .header("WWW-Authenticate", "Bearer error=\"invalid_request\"");
    }

    static Refusal invalidToken(String why) {
        return Refusal.of(INVALID_TOKEN, why)
                .header(
                        "WWW-Authenticate",
                        "Bearer error=\"invalid_token\", error_description=\"" + ErrorDescription.of(why) + "\"");
    }

    static Refusal insufficientScope() {
        return Refusal.of(INSUFFICIENT_SCOPE, "It needs the scope openid.")
                .header("WWW-Authenticate", "Bearer error=\"insufficient_scope\", scope=\"openid\"");
    }

    private static ErrorAnswer<BearerError> error(Denial denial) {
        return ErrorAnswer.of(denial.status(), new BearerError(word(denial), ErrorDescription.of(denial.detail())));
    }

    private static String word(Denial denial) {
        if (denial.status() == 503) return "temporarily_unavailable";
        if (denial.status() >= 500) return "server_error";
        var type = denial.refusal().type();
        return type == INVALID_TOKEN || type == NO_TOKEN
                ? "invalid_token"
                : type == INSUFFICIENT_SCOPE ? "insufficient_scope" : "invalid_request";
    }
}
