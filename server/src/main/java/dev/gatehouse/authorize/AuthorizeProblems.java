package dev.gatehouse.authorize;

import dev.gatehouse.client.OAuthProblems;
import dev.gatehouse.web.ProblemType;
import java.util.List;

/// How a pushed request is refused: with the words that a browser would have brought back.
///
/// @spec https://www.rfc-editor.org/rfc/rfc9126#section-2.3 RFC 9126 §2.3
final class AuthorizeProblems {

    private static final List<ProblemType> OF_REQUESTS = List.of(
            OAuthProblems.UNAUTHORIZED_CLIENT,
            OAuthProblems.INVALID_SCOPE,
            OAuthProblems.INVALID_TARGET,
            ProblemType.badRequest("unsupported-response-type", "There are only codes here"),
            ProblemType.badRequest("invalid-request-object", "The request object is not good"),
            ProblemType.badRequest("registration-not-supported", "Clients are registered beforehand"),
            ProblemType.badRequest("unmet-authentication-requirements", "Nobody can prove as much here"));

    private AuthorizeProblems() {}

    static ProblemType[] all() {
        return OF_REQUESTS.toArray(ProblemType[]::new);
    }

    /// @param error a word of the specifications; one that has no name of its own here is `invalid_request`
    static ProblemType of(String error) {
        var name = error.replace('_', '-');
        return OF_REQUESTS.stream()
                .filter(type -> type.name().equals(name))
                .findFirst()
                .orElse(OAuthProblems.MISSING_PARAMETER);
    }
}
