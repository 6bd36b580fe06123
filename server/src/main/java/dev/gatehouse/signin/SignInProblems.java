package dev.gatehouse.signin;

import dev.gatehouse.web.Answer;
import dev.gatehouse.web.ProblemType;
import dev.gatehouse.web.Refusal;
import java.time.Duration;

/// The refusals that the doors of this room can answer with.
final class SignInProblems {

    static final ProblemType WRONG_CREDENTIALS =
            ProblemType.unauthorized("wrong-credentials", "The e-mail address or the password is wrong");
    static final ProblemType WRONG_PASSWORD =
            ProblemType.forbidden("wrong-password", "This is not your current password");
    static final ProblemType ACCOUNT_DISABLED = ProblemType.forbidden("account-disabled", "This account is disabled");
    static final ProblemType TOO_MANY_ATTEMPTS =
            ProblemType.tooManyRequests("too-many-attempts", "There were too many failed attempts");
    static final ProblemType BAD_REFRESH_TOKEN =
            ProblemType.unauthorized("bad-refresh-token", "The refresh token is not good");
    static final ProblemType BUSY = ProblemType.unavailable("busy", "The server has too much to do");

    private SignInProblems() {}

    static <T> Answer<T> throttled(Duration retryAfter) {
        return Answer.refused(
                Refusal.of(TOO_MANY_ATTEMPTS, "Wait before you try again; the wait grows with each failure.")
                        .retryAfter(retryAfter));
    }

    static <T> Answer<T> busy(Duration retryAfter) {
        return Answer.refused(
                Refusal.of(BUSY, "Nothing was done; try again shortly.").retryAfter(retryAfter));
    }
}
