package dev.gatehouse.web.shape;

import dev.gatehouse.web.shape.Scalar.Kind;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.IllformedLocaleException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;

/// The scalars that components may have.
final class Scalars {
    private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9][0-9]{0,18})");
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]{1,4})?");
    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern RFC_3339 = Pattern.compile(
            "[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?([Zz]|[+-][0-9]{2}:[0-9]{2})");
    /// Beyond this a number is an attack on whoever prints or adds it, not a figure.
    private static final int MOST_DECIMAL_PLACES = 1000;

    static final Scalar TEXT =
            new Scalar(String.class, Kind.STRING, "", "a string", text -> text, value -> (String) value, List.of());

    private static final Map<Class<?>, Scalar> BY_TYPE = new LinkedHashMap<>();

    static {
        add(TEXT);
        var ints = whole(Integer.class, "int32", "a whole number from -2147483648 to 2147483647", Integer::parseInt);
        add(ints, int.class);
        var longs = whole(Long.class, "int64", "a whole number of at most 64 bits", Long::parseLong);
        add(longs, long.class);
        var doubles = new Scalar(
                Double.class, Kind.NUMBER, "double", "a number", Scalars::finiteDouble, Scalars::finiteText, List.of());
        add(doubles, double.class);
        add(new Scalar(BigDecimal.class, Kind.NUMBER, "", "a number", Scalars::decimal, Object::toString, List.of()));
        var booleans = new Scalar(
                Boolean.class, Kind.BOOLEAN, "", "true or false", Scalars::trueOrFalse, Object::toString, List.of());
        add(booleans, boolean.class);
        add(text(
                UUID.class,
                "uuid",
                "a UUID such as 0197e2c5-3f4e-7c3a-9f7d-0a1b2c3d4e5f",
                Scalars::uuid,
                UUID::toString));
        add(text(
                Instant.class,
                "date-time",
                "a time with its offset (RFC 3339) such as 2026-01-31T12:00:00Z",
                Scalars::instant,
                Instant::toString));
        add(text(LocalDate.class, "date", "a date such as 2026-01-31", LocalDate::parse, LocalDate::toString));
        add(text(
                Duration.class,
                "duration",
                "a duration (ISO 8601) such as PT15M",
                Duration::parse,
                Duration::toString));
        add(text(URI.class, "uri", "an absolute URI such as https://example.com/", Scalars::uri, URI::toString));
        add(text(
                Locale.class,
                "",
                "a language tag (BCP 47) such as en or pt-BR",
                Scalars::locale,
                Locale::toLanguageTag));
    }

    private Scalars() {}

    static Optional<Scalar> of(Class<?> type) {
        if (type.isEnum()) return Optional.of(choice(type));
        return Optional.ofNullable(BY_TYPE.get(type));
    }

    private static void add(Scalar scalar, Class<?>... also) {
        BY_TYPE.put(scalar.type(), scalar);
        for (var type : also) BY_TYPE.put(type, scalar);
    }

    private static Scalar whole(Class<?> type, String format, String expected, Function<String, Object> parse) {
        return new Scalar(
                type,
                Kind.INTEGER,
                format,
                expected,
                text -> parse.apply(matching(WHOLE, text)),
                Object::toString,
                List.of());
    }

    @SuppressWarnings("unchecked")
    private static <T> Scalar text(
            Class<T> type, String format, String expected, Function<String, T> parse, Function<T, String> print) {
        return new Scalar(
                type, Kind.STRING, format, expected, parsing(parse), value -> print.apply((T) value), List.of());
    }

    /// The JDK's parsers have several ways to say no.
    private static Function<String, Object> parsing(Function<String, ?> parse) {
        return text -> {
            try {
                return parse.apply(text);
            } catch (DateTimeException | IllformedLocaleException | ArithmeticException e) {
                throw new IllegalArgumentException(e);
            }
        };
    }

    private static Scalar choice(Class<?> type) {
        var byName = new LinkedHashMap<String, Object>();
        var names = new LinkedHashMap<Object, String>();
        for (var constant : type.getEnumConstants()) {
            var name = WireName.of((Enum<?>) constant);
            byName.put(name, constant);
            names.put(constant, name);
        }
        var expected = "one of " + String.join(", ", byName.keySet());
        return new Scalar(
                type,
                Kind.STRING,
                "",
                expected,
                text -> known(byName.get(text)),
                names::get,
                List.copyOf(byName.keySet()));
    }

    private static Object known(Object constant) {
        if (constant == null) throw new IllegalArgumentException("unknown");
        return constant;
    }

    private static String matching(Pattern pattern, String text) {
        if (!pattern.matcher(text).matches()) throw new IllegalArgumentException("not of the form " + pattern);
        return text;
    }

    private static Object finiteDouble(String text) {
        double value = Double.parseDouble(matching(NUMBER, text));
        if (Double.isInfinite(value)) throw new IllegalArgumentException("too large");
        return value;
    }

    private static String finiteText(Object value) {
        if (!Double.isFinite((Double) value)) throw new IllegalArgumentException("JSON has no number for " + value);
        return value.toString();
    }

    private static Object decimal(String text) {
        var value = new BigDecimal(matching(NUMBER, text));
        if (Math.abs((long) value.scale()) > MOST_DECIMAL_PLACES) throw new IllegalArgumentException("too many places");
        return value;
    }

    private static Object trueOrFalse(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("neither true nor false");
        };
    }

    /// `UUID.fromString` alone would take `1-1-1-1-1`.
    private static UUID uuid(String text) {
        return UUID.fromString(matching(UUID_TEXT, text));
    }

    /// @spec https://www.rfc-editor.org/rfc/rfc3339#section-5.6 RFC 3339 §5.6
    private static Instant instant(String text) {
        return OffsetDateTime.parse(matching(RFC_3339, text).toUpperCase(Locale.ROOT))
                .toInstant();
    }

    private static URI uri(String text) {
        try {
            var uri = new URI(text);
            if (!uri.isAbsolute() || !uri.toASCIIString().equals(text))
                throw new IllegalArgumentException("not an absolute URI");
            return uri;
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Locale locale(String text) {
        var locale = new Locale.Builder().setLanguageTag(text).build();
        if (locale.getLanguage().isEmpty()) throw new IllegalArgumentException("no language");
        return locale;
    }
}
