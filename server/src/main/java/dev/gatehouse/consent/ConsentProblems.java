package dev.gatehouse.consent;

import dev.gatehouse.web.ProblemType;

/// The refusals that the doors of this room can answer with.
final class ConsentProblems {

    static final ProblemType NO_SUCH_CONSENT =
            ProblemType.notFound("no-such-consent", "You have allowed this client nothing");

    private ConsentProblems() {}
}
