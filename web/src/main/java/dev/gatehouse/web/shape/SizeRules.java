package dev.gatehouse.web.shape;

import java.lang.annotation.Annotation;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/// `@Size` and `@NotEmpty`. The size of a string is its code points, as JSON Schema counts and as people nearly
/// do.
final class SizeRules {
    private SizeRules() {}

    static Rule of(Annotation annotation, Class<?> type, int min, int max) {
        if (min < 0 || max < min)
            throw new IllegalArgumentException("a size from " + min + " to " + max + " cannot be kept");
        if (type == String.class) return rule(min, max, "character", "minLength", "maxLength");
        if (Collection.class.isAssignableFrom(type)) return rule(min, max, "item", "minItems", "maxItems");
        Rules.require(Map.class.isAssignableFrom(type), annotation, type);
        return rule(min, max, "member", "minProperties", "maxProperties");
    }

    private static Rule rule(int min, int max, String unit, String minName, String maxName) {
        var schema = new LinkedHashMap<String, Object>();
        if (min > 0) schema.put(minName, min);
        if (max < Integer.MAX_VALUE) schema.put(maxName, max);
        return new Rule(
                "size",
                message(min, max, unit),
                value -> {
                    int size = size(value);
                    return size >= min && size <= max;
                },
                schema);
    }

    private static int size(Object value) {
        return switch (value) {
            case String text -> text.codePointCount(0, text.length());
            case Collection<?> items -> items.size();
            case Map<?, ?> members -> members.size();
            default -> throw new IllegalStateException("has no size: " + value.getClass());
        };
    }

    private static String message(int min, int max, String unit) {
        if (min == max) return "must have exactly " + count(min, unit);
        if (max == Integer.MAX_VALUE) return "must have at least " + count(min, unit);
        if (min == 0) return "must have at most " + count(max, unit);
        return "must have " + min + " to " + count(max, unit);
    }

    private static String count(int number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }
}
