package dev.gatehouse.grant;

import dev.gatehouse.web.ProblemType;

/// What only the token endpoint says no to; the other words are those of every door for clients.
///
/// @spec https://www.rfc-editor.org/rfc/rfc6749#section-5.2 RFC 6749 §5.2
final class TokenProblems {

    static final ProblemType UNSUPPORTED_GRANT_TYPE =
            ProblemType.badRequest("unsupported-grant-type", "There is no such grant here");

    private TokenProblems() {}
}
