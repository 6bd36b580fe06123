package dev.gatehouse.registration;

import dev.gatehouse.web.Denial;
import dev.gatehouse.web.ErrorAnswer;
import dev.gatehouse.web.ErrorFormat;
import dev.gatehouse.web.ProblemType;
import dev.gatehouse.web.shape.Doc;

/// How the doors for registration say no.
///
/// @spec https://www.rfc-editor.org/rfc/rfc7591#section-3.2.2 RFC 7591 §3.2.2
final class ClientRegistrationProblems {

    static final ProblemType INVALID_REDIRECT_URI =
            ProblemType.badRequest("invalid-redirect-uri", "A redirect URI cannot be registered");
    static final ProblemType INVALID_CLIENT_METADATA =
            ProblemType.badRequest("invalid-client-metadata", "A client cannot be so");
    static final ProblemType INVALID_TOKEN =
            ProblemType.unauthorized("invalid-registration-token", "The token is not good for this");
    static final ProblemType TOO_MANY_CLIENTS =
            ProblemType.tooManyRequests("too-many-clients", "Too many clients were registered lately");

    static final ErrorFormat FORMAT = ErrorFormat.json(RegistrationError.class, ClientRegistrationProblems::error);

    private ClientRegistrationProblems() {}

    @Doc("Why it is not done.")
    record RegistrationError(
            @Doc("A word of RFC 7591 §3.2.2.") String error,
            @Doc("For developers; the words may change.") String errorDescription) {}

    private static ErrorAnswer<RegistrationError> error(Denial denial) {
        return denial.isInvalidRequest()
                ? ErrorAnswer.of(400, new RegistrationError("invalid_client_metadata", denial.detail()))
                : ErrorAnswer.of(denial.status(), new RegistrationError(word(denial), denial.detail()));
    }

    /// RFC 6750 §3.1 has the word for a token that is not good.
    private static String word(Denial denial) {
        return denial.refusal().type() == INVALID_TOKEN
                ? "invalid_token"
                : denial.kind().replace('-', '_');
    }
}
