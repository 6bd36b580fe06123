package dev.gatehouse.authzen;

import dev.gatehouse.permissions.check.Problem;
import dev.gatehouse.web.shape.Doc;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// It says nothing about who has which right, only what is amiss with the question.
@Doc("What is amiss.")
record ReasonView(
        @Doc(value = "A stable word for programs.", example = "missing_context")
        Optional<String> id,

        @Doc(value = "By language; for whoever runs the application, not for its users.")
        Optional<Map<String, String>> reasonAdmin,

        @Doc("What is wrong with one of many evaluations.") Optional<ErrorView> error) {

    static ReasonView unknown(String why) {
        return of("not_in_model", why);
    }

    static ReasonView of(Problem problem) {
        var id = switch (problem) {
            case Problem.MissingContext _ -> "missing_context";
            case Problem.ConditionFailed _ -> "condition_failed";
            case Problem.TooDeep _ -> "too_deep";
            case Problem.TooManySteps _ -> "too_many_steps";
            case Problem.TooLong _ -> "too_long";
            case Problem.TooManyAnswers _ -> "too_many_answers";
        };
        return of(id, problem.sentence());
    }

    static ReasonView of(List<Flaw> flaws) {
        var message = flaws.stream().map(Flaw::toString).collect(Collectors.joining("; "));
        return new ReasonView(Optional.empty(), Optional.empty(), Optional.of(new ErrorView(400, message)));
    }

    private static ReasonView of(String id, String sentence) {
        return new ReasonView(Optional.of(id), Optional.of(Map.of("en", sentence)), Optional.empty());
    }
}
