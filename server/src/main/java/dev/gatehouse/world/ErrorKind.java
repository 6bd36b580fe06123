package dev.gatehouse.world;

import dev.gatehouse.permissions.check.Problem;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// Why a question has no answer, by the word that a file says after `error`.
public enum ErrorKind {

    /// The model knows no such type or relation, or a name is not written as names are.
    INVALID_QUESTION,

    /// The model does not allow a relationship that was given with the question.
    INVALID_RELATIONSHIP,

    /// A condition needs what the question's context does not give.
    MISSING_CONTEXT,

    /// A condition was given values that it cannot work with.
    CONDITION_FAILED,

    /// More relations stand one behind the other than may.
    TOO_DEEP,

    TOO_MANY_STEPS,

    TOO_LONG,

    TOO_MANY_ANSWERS;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<ErrorKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }

    static String words() {
        return Arrays.stream(values()).map(ErrorKind::word).collect(Collectors.joining(", "));
    }

    static ErrorKind of(Problem problem) {
        return switch (problem) {
            case Problem.MissingContext _ -> MISSING_CONTEXT;
            case Problem.ConditionFailed _ -> CONDITION_FAILED;
            case Problem.TooDeep _ -> TOO_DEEP;
            case Problem.TooManySteps _ -> TOO_MANY_STEPS;
            case Problem.TooLong _ -> TOO_LONG;
            case Problem.TooManyAnswers _ -> TOO_MANY_ANSWERS;
        };
    }
}
