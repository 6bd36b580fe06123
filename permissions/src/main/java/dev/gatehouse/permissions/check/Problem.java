package dev.gatehouse.permissions.check;

import java.time.Duration;
import java.util.List;

/// Why a question could not be decided.
public sealed interface Problem {

    /// @param parameters what the question's context has to give
    record MissingContext(String condition, List<String> parameters) implements Problem {
        public MissingContext {
            parameters = List.copyOf(parameters);
        }
    }

    /// A condition was given values that it cannot work with.
    record ConditionFailed(String condition, String why) implements Problem {}

    /// More relations stand one behind the other than [Limits#depth].
    record TooDeep(int limit) implements Problem {}

    /// More had to be looked at than [Limits#steps].
    record TooManySteps(int limit) implements Problem {}

    /// It took longer than the time up to [Limits#deadline].
    record TooLong(Duration limit) implements Problem {}

    /// A list would have more than [Limits#answers].
    record TooManyAnswers(int limit) implements Problem {}

    /// In one sentence, with what to do.
    default String sentence() {
        return switch (this) {
            case MissingContext(var condition, var parameters) ->
                "The condition " + condition + " needs " + String.join(", ", parameters) + " in the context.";
            case ConditionFailed(var condition, var why) -> "The condition " + condition + " cannot be judged: " + why;
            case TooDeep(var limit) ->
                "More than " + limit + " relations stand one behind the other; nest less deeply, or raise the limit.";
            case TooManySteps(var limit) ->
                "More than " + limit + " relations had to be looked at; ask a narrower question.";
            case TooLong(var limit) ->
                "It took longer than the " + limit.toSeconds() + " s that there were; ask a narrower question.";
            case TooManyAnswers(var limit) -> "There are more than " + limit + " answers; ask a narrower question.";
        };
    }
}
