package dev.gatehouse.relation;

import dev.gatehouse.web.ProblemType;

/// The refusals that the doors of this room can answer with.
final class RelationProblems {

    static final ProblemType CONFLICT =
            ProblemType.conflict("relationship-conflict", "The changes do not go with what is there");
    static final ProblemType CHANGES_GONE =
            ProblemType.gone("changes-gone", "Some of these changes are no longer kept");
    static final ProblemType TOO_MANY_LISTENERS =
            ProblemType.unavailable("too-many-listeners", "Too many listen to changes already");

    static final ProblemType YOU_LISTEN_ALREADY =
            ProblemType.tooManyRequests("you-listen-already", "You listen to changes often enough already");

    private RelationProblems() {}
}
