package dev.gatehouse.web.shape;

import jakarta.validation.constraints.FutureOrPresent;
import jakarta.validation.constraints.PastOrPresent;
import java.lang.annotation.Annotation;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.IntPredicate;

/// `@Past` and `@Future`, and their tolerant kin, which differ by an instant or a day. A day is a day in UTC.
final class TimeRules {
    private final InstantSource clock;

    TimeRules(InstantSource clock) {
        this.clock = clock;
    }

    Rule past(Annotation annotation, Class<?> type) {
        boolean orPresent = annotation instanceof PastOrPresent;
        return rule(
                annotation,
                type,
                "past",
                orPresent ? "must not be in the future" : "must be in the past",
                sign -> sign < 0 || orPresent && sign == 0);
    }

    Rule future(Annotation annotation, Class<?> type) {
        boolean orPresent = annotation instanceof FutureOrPresent;
        return rule(
                annotation,
                type,
                "future",
                orPresent ? "must not be in the past" : "must be in the future",
                sign -> sign > 0 || orPresent && sign == 0);
    }

    private Rule rule(Annotation annotation, Class<?> type, String name, String message, IntPredicate holds) {
        Rules.require(type == Instant.class || type == LocalDate.class, annotation, type);
        return new Rule(name, message, value -> holds.test(comparedToNow(value)), Map.of());
    }

    private int comparedToNow(Object value) {
        return switch (value) {
            case Instant time -> time.compareTo(clock.instant());
            case LocalDate day -> day.compareTo(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
            default -> throw new IllegalStateException("not a time: " + value.getClass());
        };
    }
}
