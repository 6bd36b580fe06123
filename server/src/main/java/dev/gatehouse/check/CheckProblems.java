package dev.gatehouse.check;

import dev.gatehouse.permissions.check.Problem;
import dev.gatehouse.web.Answer;
import dev.gatehouse.web.ProblemType;
import dev.gatehouse.web.Refusal;

/// The refusals that the doors of this room can answer with.
final class CheckProblems {

    /// A no, and more than a no: whoever asks can mend it.
    static final ProblemType UNDECIDED =
            ProblemType.unprocessable("undecided", "The question cannot be decided as it was asked");

    static final ProblemType NO_SUCH_MODEL =
            ProblemType.unprocessable("no-such-model-version", "There is no such version of the model");

    private CheckProblems() {}

    static <T> Answer<T> undecided(Problem problem) {
        var refusal = Refusal.of(UNDECIDED, problem.sentence());
        return Answer.refused(
                problem instanceof Problem.MissingContext(var condition, var parameters)
                        ? refusal.with("condition", condition).with("missing", parameters)
                        : refusal);
    }
}
