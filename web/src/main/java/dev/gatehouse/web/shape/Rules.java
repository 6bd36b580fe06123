package dev.gatehouse.web.shape;

import jakarta.validation.Constraint;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.FutureOrPresent;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Past;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// Turns the annotations of Jakarta Validation into rules. One that does not fit its type, or that is not
/// known, is refused: a constraint that nobody checks is worse than none.
final class Rules {
    private final TimeRules times;

    Rules(InstantSource clock) {
        times = new TimeRules(clock);
    }

    boolean isFree(Annotation[] annotations) {
        return Arrays.stream(annotations).noneMatch(Rules::isConstraint);
    }

    /// The rules that an annotation on a value of this type asks for; none when it is no constraint.
    ///
    /// @throws IllegalArgumentException when it is a constraint that cannot be kept here
    List<Rule> of(Annotation annotation, Class<?> type) {
        return switch (annotation) {
            // Null and absence are judged by the component's type: what may be left out is Optional.
            case NotNull _ -> List.of();
            case NotBlank _ ->
                List.of(text(
                        annotation,
                        type,
                        "not_blank",
                        "must not be blank",
                        text -> !text.isBlank(),
                        Map.of("minLength", 1)));
            case NotEmpty _ -> List.of(SizeRules.of(annotation, type, 1, Integer.MAX_VALUE));
            case Size size -> List.of(SizeRules.of(annotation, type, size.min(), size.max()));
            case Email _ -> List.of(email(annotation, type));
            case Pattern pattern -> List.of(pattern(pattern, type));
            case Pattern.List patterns ->
                Arrays.stream(patterns.value())
                        .map(pattern -> pattern(pattern, type))
                        .toList();
            case Min min ->
                List.of(NumberRules.atLeast(annotation, type, "min", BigDecimal.valueOf(min.value()), true));
            case Max max -> List.of(NumberRules.atMost(annotation, type, "max", BigDecimal.valueOf(max.value()), true));
            case DecimalMin min ->
                List.of(NumberRules.atLeast(annotation, type, "min", new BigDecimal(min.value()), min.inclusive()));
            case DecimalMax max ->
                List.of(NumberRules.atMost(annotation, type, "max", new BigDecimal(max.value()), max.inclusive()));
            case Positive _ -> List.of(NumberRules.atLeast(annotation, type, "positive", BigDecimal.ZERO, false));
            case PositiveOrZero _ ->
                List.of(NumberRules.atLeast(annotation, type, "positive_or_zero", BigDecimal.ZERO, true));
            case Past _ -> List.of(times.past(annotation, type));
            case PastOrPresent _ -> List.of(times.past(annotation, type));
            case Future _ -> List.of(times.future(annotation, type));
            case FutureOrPresent _ -> List.of(times.future(annotation, type));
            case AssertTrue _ -> List.of(accepted(annotation, type));
            default -> none(annotation);
        };
    }

    private static List<Rule> none(Annotation annotation) {
        if (isConstraint(annotation))
            throw new IllegalArgumentException(
                    "the rule @" + annotation.annotationType().getSimpleName() + " is not known here");
        return List.of();
    }

    private static boolean isConstraint(Annotation annotation) {
        return annotation.annotationType().isAnnotationPresent(Constraint.class) || annotation instanceof Pattern.List;
    }

    private static Rule text(
            Annotation annotation,
            Class<?> type,
            String name,
            String message,
            Predicate<String> holds,
            Map<String, Object> schema) {
        require(type == String.class, annotation, type);
        return new Rule(name, message, value -> holds.test((String) value), schema);
    }

    private static Rule email(Annotation annotation, Class<?> type) {
        var schema = new LinkedHashMap<String, Object>();
        schema.put("format", "email");
        schema.put("maxLength", EmailAddress.LONGEST);
        return text(
                annotation,
                type,
                "email",
                "must be an e-mail address such as alice@example.com",
                EmailAddress::isValid,
                schema);
    }

    private static Rule pattern(Pattern pattern, Class<?> type) {
        int flags = 0;
        for (var flag : pattern.flags()) flags |= flag.getValue();
        var compiled = java.util.regex.Pattern.compile(pattern.regexp(), flags);
        var given = pattern.message();
        var message = given.startsWith("{") ? "must match " + pattern.regexp() : given;
        // JSON Schema searches where Jakarta matches the whole.
        return text(
                pattern,
                type,
                "pattern",
                message,
                text -> compiled.matcher(text).matches(),
                Map.of("pattern", "^(?:" + pattern.regexp() + ")$"));
    }

    private static Rule accepted(Annotation annotation, Class<?> type) {
        require(type == boolean.class || type == Boolean.class, annotation, type);
        return new Rule("accepted", "must be true", Boolean.TRUE::equals, Map.of("const", true));
    }

    static void require(boolean fits, Annotation annotation, Class<?> type) {
        if (!fits)
            throw new IllegalArgumentException("the rule @"
                    + annotation.annotationType().getSimpleName() + " makes no sense on " + type.getSimpleName());
    }
}
