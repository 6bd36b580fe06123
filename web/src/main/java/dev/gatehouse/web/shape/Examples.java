package dev.gatehouse.web.shape;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Makes an example of a shape, one that would pass its rules; none where it cannot know one.
public final class Examples {
    private static final Map<Class<?>, String> KNOWN = Map.ofEntries(
            Map.entry(Integer.class, "1"),
            Map.entry(Long.class, "1"),
            Map.entry(Double.class, "1.5"),
            Map.entry(BigDecimal.class, "1.5"),
            Map.entry(Boolean.class, "true"),
            Map.entry(UUID.class, "0197e2c5-3f4e-7c3a-9f7d-0a1b2c3d4e5f"),
            Map.entry(Instant.class, "2026-01-31T12:00:00Z"),
            Map.entry(LocalDate.class, "2026-01-31"),
            Map.entry(Duration.class, "PT15M"),
            Map.entry(URI.class, "https://example.com/"),
            Map.entry(Locale.class, "en"));
    private static final List<String> WORDS =
            List.of("alice@example.com", "text", "a longer piece of text, of several words");

    private Examples() {}

    /// An example as JSON holds it: Map, List, String, number, Boolean.
    public static Optional<Object> of(Shape shape) {
        return of(new Slot(shape, List.of()), 0);
    }

    private static Optional<Object> of(Slot slot, int depth) {
        // A record that contains itself would never end.
        if (depth > 4) return Optional.empty();
        return switch (slot.shape()) {
            case Scalar scalar -> scalar(scalar, slot).map(value -> onTheWire(scalar, value));
            case Composite composite -> object(composite, depth);
            case Shape.Listing list ->
                of(list.element(), depth + 1).<Object>map(List::of).filter(one -> passes(slot, one));
            case Shape.Mapping map -> of(map.value(), depth + 1).map(value -> Map.of("name", value));
            case Shape.Anything _ -> Optional.of(Map.of());
        };
    }

    private static Optional<Object> object(Composite composite, int depth) {
        var example = new LinkedHashMap<String, Object>();
        for (var field : composite.fields()) {
            var member = of(field, depth + 1);
            if (member.isPresent()) example.put(field.name(), member.get());
            else if (field.presence() == Field.Presence.REQUIRED) return Optional.empty();
        }
        return Optional.of(example);
    }

    private static Optional<Object> of(Field field, int depth) {
        var given = field.doc().map(Doc::example).filter(text -> !text.isEmpty());
        if (given.isPresent() && field.slot().shape() instanceof Scalar scalar)
            return Optional.of(onTheWire(scalar, scalar.parse().apply(given.get())));
        if (field.fallback().isPresent())
            return field.fallback().map(value -> onTheWire((Scalar) field.slot().shape(), value));
        return of(field.slot(), depth);
    }

    private static Optional<Object> scalar(Scalar scalar, Slot slot) {
        if (!scalar.choices().isEmpty())
            return Optional.of(scalar.parse().apply(scalar.choices().getFirst()));
        var texts = scalar.type() == String.class ? words(slot) : List.of(KNOWN.get(scalar.type()));
        return texts.stream()
                .map(scalar.parse())
                .filter(value -> passes(slot, value))
                .findFirst();
    }

    /// An address only where one is asked for.
    private static List<String> words(Slot slot) {
        boolean isEmail = slot.rules().stream().anyMatch(rule -> rule.name().equals("email"));
        return isEmail ? WORDS : List.of("text", "a longer piece of text, of several words", "DE");
    }

    private static boolean passes(Slot slot, Object value) {
        return slot.rules().stream().allMatch(rule -> rule.holds().test(value));
    }

    static Object onTheWire(Scalar scalar, Object value) {
        return scalar.isString() ? scalar.print().apply(value) : value;
    }
}
