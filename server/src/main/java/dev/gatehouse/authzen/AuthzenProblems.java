package dev.gatehouse.authzen;

import dev.gatehouse.web.Answer;
import dev.gatehouse.web.Denial;
import dev.gatehouse.web.ErrorAnswer;
import dev.gatehouse.web.ErrorFormat;
import dev.gatehouse.web.ProblemType;
import dev.gatehouse.web.shape.Doc;
import dev.gatehouse.web.shape.Fault;
import java.util.List;
import java.util.Set;

/// How the doors of AuthZEN say no. A denial is no such thing: it is a decision, and an answer like any
/// other.
///
/// @spec https://openid.net/specs/authorization-api-1_0.html#name-error-responses AuthZEN §10.1.2
final class AuthzenProblems {

    static final ProblemType NO_MODEL = ProblemType.badRequest("no-model-to-ask", "There is no such model to ask");

    static final ProblemType BAD_CONSISTENCY =
            ProblemType.badRequest("bad-consistency", "There is no such moment to be asked of");

    static final ProblemType UNDECIDABLE =
            ProblemType.badRequest("undecidable-search", "What would be found cannot be told");

    static final ProblemType BAD_PAGE = ProblemType.badRequest("bad-page", "The page is not one of this search");

    /// The specification knows one word for all that is amiss with what was sent.
    private static final Set<Integer> BAD_REQUEST = Set.of(415, 422);

    static final ErrorFormat FORMAT = ErrorFormat.json(ErrorAnswerView.class, AuthzenProblems::error);

    private AuthzenProblems() {}

    /// @param flaws one at least
    static <A> Answer<A> invalid(List<Flaw> flaws) {
        return Answer.invalid(flaws.stream()
                .map(flaw -> Fault.inBody(flaw.pointer(), "name", flaw.message()))
                .toList());
    }

    @Doc("Why there is no answer.")
    record ErrorAnswerView(ErrorView error) {}

    private static ErrorAnswer<ErrorAnswerView> error(Denial denial) {
        var status = BAD_REQUEST.contains(denial.status()) ? 400 : denial.status();
        return ErrorAnswer.of(status, new ErrorAnswerView(new ErrorView(status, denial.detail())));
    }
}
