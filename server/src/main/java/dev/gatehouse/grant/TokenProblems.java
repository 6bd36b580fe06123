package dev.gatehouse.grant;

import dev.gatehouse.web.ProblemType;

/// What only the token endpoint says no to; the other words are those of every door for clients.
///
/// @spec https://www.rfc-editor.org/rfc/rfc6749#section-5.2 RFC 6749 §5.2
final class TokenProblems {

    static final ProblemType UNSUPPORTED_GRANT_TYPE =
            ProblemType.badRequest("unsupported-grant-type", "There is no such grant here");

    /// The answers to a device that asks again and again.
    ///
    /// @spec https://www.rfc-editor.org/rfc/rfc8628#section-3.5 RFC 8628 §3.5
    static final ProblemType AUTHORIZATION_PENDING =
            ProblemType.badRequest("authorization-pending", "Nobody has decided yet");

    static final ProblemType SLOW_DOWN = ProblemType.badRequest("slow-down", "That was asked too soon");
    static final ProblemType ACCESS_DENIED = ProblemType.badRequest("access-denied", "The person said no");
    static final ProblemType EXPIRED_TOKEN = ProblemType.badRequest("expired-token", "The time is over");

    private TokenProblems() {}
}
