package dev.gatehouse.client;

import dev.gatehouse.web.Denial;
import dev.gatehouse.web.ErrorAnswer;
import dev.gatehouse.web.ErrorFormat;
import dev.gatehouse.web.ProblemType;
import dev.gatehouse.web.shape.Doc;
import java.util.Set;

/// How the doors for clients say no: the words that the specifications of OAuth 2 share.
///
/// @spec https://www.rfc-editor.org/rfc/rfc6749#section-5.2 RFC 6749 §5.2
public final class OAuthProblems {

    public static final ProblemType UNCLEAR_CLIENT =
            ProblemType.badRequest("unclear-client", "It is not clear who asks");
    public static final ProblemType INVALID_CLIENT =
            ProblemType.unauthorized("invalid-client", "Who asks is not known");
    public static final ProblemType UNAUTHORIZED_CLIENT =
            ProblemType.badRequest("unauthorized-client", "This client may not do this");
    public static final ProblemType MISSING_PARAMETER =
            ProblemType.badRequest("missing-parameter", "This needs something more");
    public static final ProblemType NOT_ACCEPTED =
            ProblemType.badRequest("not-accepted", "This is not what is accepted here");
    public static final ProblemType INVALID_GRANT =
            ProblemType.badRequest("invalid-grant", "What was shown is not good");
    public static final ProblemType INVALID_SCOPE =
            ProblemType.badRequest("invalid-scope", "This scope is not to be had");

    /// @spec https://www.rfc-editor.org/rfc/rfc8707#section-2 RFC 8707 §2
    public static final ProblemType INVALID_TARGET =
            ProblemType.badRequest("invalid-target", "This resource is not to be had");

    /// `invalid_request` by other names, since the problem of that name means something else.
    private static final Set<ProblemType> OF_THE_REQUEST = Set.of(UNCLEAR_CLIENT, MISSING_PARAMETER, NOT_ACCEPTED);

    /// A kind of refusal goes out by its name, with `_` for `-`.
    public static final ErrorFormat FORMAT = ErrorFormat.json(OAuthError.class, OAuthProblems::error);

    private OAuthProblems() {}

    @Doc("Why it is not done.")
    record OAuthError(
            @Doc("A word of the specification.") String error,
            @Doc("For developers; the words may change.") String errorDescription) {}

    /// What breaks the declared rules, or cannot even be read, is `invalid_request`; a fault of ours stays a fault.
    private static ErrorAnswer<OAuthError> error(Denial denial) {
        if (denial.isInvalidRequest()
                || OF_THE_REQUEST.contains(denial.refusal().type())
                || denial.status() == 415)
            return ErrorAnswer.of(400, new OAuthError("invalid_request", ErrorDescription.of(denial.detail())));
        var word = denial.status() >= 500 ? unavailable(denial) : denial.kind().replace('-', '_');
        return ErrorAnswer.of(denial.status(), new OAuthError(word, ErrorDescription.of(denial.detail())));
    }

    private static String unavailable(Denial denial) {
        return denial.status() == 503 ? "temporarily_unavailable" : "server_error";
    }
}
