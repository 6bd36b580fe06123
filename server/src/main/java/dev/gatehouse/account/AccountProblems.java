package dev.gatehouse.account;

import dev.gatehouse.web.ProblemType;

/// The refusals that the doors of this room can answer with.
final class AccountProblems {

    static final ProblemType EMAIL_TAKEN =
            ProblemType.conflict("email-taken", "This e-mail address already has an account");
    static final ProblemType REGISTRATION_CLOSED =
            ProblemType.forbidden("registration-closed", "Nobody can register an account here");
    static final ProblemType NOT_INVITED = ProblemType.forbidden("not-invited", "Registration needs an invitation");
    static final ProblemType WRONG_SETUP_CODE =
            ProblemType.forbidden("wrong-setup-code", "This is not a valid setup code");
    static final ProblemType NO_SUCH_ACCOUNT = ProblemType.notFound("no-such-account", "There is no such account");
    static final ProblemType LAST_ADMINISTRATOR =
            ProblemType.conflict("last-administrator", "Somebody must be left to administer");
    static final ProblemType BUSY = ProblemType.unavailable("busy", "The server has too much to do");

    private AccountProblems() {}
}
