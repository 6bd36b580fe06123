package dev.gatehouse.web.shape;

import java.lang.annotation.Annotation;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;

/// Bounds of numbers, exact for every number type.
final class NumberRules {
    private static final Set<Class<?>> NUMBERS =
            Set.of(int.class, Integer.class, long.class, Long.class, double.class, Double.class, BigDecimal.class);

    private NumberRules() {}

    static Rule atLeast(Annotation annotation, Class<?> type, String name, BigDecimal bound, boolean inclusive) {
        Rules.require(NUMBERS.contains(type), annotation, type);
        var message = inclusive ? "must be at least " + bound : "must be more than " + bound;
        return new Rule(
                name,
                message,
                value -> compare(value, bound) >= (inclusive ? 0 : 1),
                Map.of(inclusive ? "minimum" : "exclusiveMinimum", bound));
    }

    static Rule atMost(Annotation annotation, Class<?> type, String name, BigDecimal bound, boolean inclusive) {
        Rules.require(NUMBERS.contains(type), annotation, type);
        var message = inclusive ? "must be at most " + bound : "must be less than " + bound;
        return new Rule(
                name,
                message,
                value -> compare(value, bound) <= (inclusive ? 0 : -1),
                Map.of(inclusive ? "maximum" : "exclusiveMaximum", bound));
    }

    private static int compare(Object value, BigDecimal bound) {
        return switch (value) {
            case BigDecimal number -> number.compareTo(bound);
            case Double number -> BigDecimal.valueOf(number).compareTo(bound);
            case Number number -> BigDecimal.valueOf(number.longValue()).compareTo(bound);
            default -> throw new IllegalStateException("not a number: " + value.getClass());
        };
    }
}
