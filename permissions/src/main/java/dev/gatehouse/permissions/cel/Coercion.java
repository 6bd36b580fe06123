package dev.gatehouse.permissions.cel;

import dev.gatehouse.permissions.cel.CelType.ListOf;
import dev.gatehouse.permissions.cel.CelType.MapOf;
import dev.gatehouse.permissions.cel.CelType.Simple;
import dev.gatehouse.permissions.cel.Value.Bool;
import dev.gatehouse.permissions.cel.Value.Failure;
import dev.gatehouse.permissions.cel.Value.Mapping;
import dev.gatehouse.permissions.cel.Value.Null;
import dev.gatehouse.permissions.cel.Value.Real;
import dev.gatehouse.permissions.cel.Value.Sequence;
import dev.gatehouse.permissions.cel.Value.Text;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes a value of the declared type from one of JSON, which has fewer kinds: a duration comes as a string,
/// a whole number maybe as one too. Numbers in `any` are doubles, as everywhere in JSON.
final class Coercion {

    /// How deep `any` may be nested.
    private static final int DEEPEST = 100;

    private Coercion() {}

    /// @return the value, or a failure that names what was expected and what was found
    static Value coerce(Object json, CelType type) {
        return switch (type) {
            case Simple simple -> coerce(json, simple);
            case ListOf(var element) -> json instanceof List<?> list ? list(list, element) : expected("a list", json);
            case MapOf(var value) -> json instanceof Map<?, ?> map ? map(map, value) : expected("a map", json);
        };
    }

    private static Value coerce(Object json, Simple type) {
        return switch (type) {
            case BOOL -> json instanceof Boolean is ? Bool.of(is) : expected("a bool", json);
            case STRING -> json instanceof String text ? new Text(text) : expected("a string", json);
            case INT -> whole(json).flatMap(Numbers::signed).orElseGet(() -> expected("an int", json));
            case UINT -> whole(json).flatMap(Numbers::unsigned).orElseGet(() -> expected("a uint", json));
            case DOUBLE -> real(json).<Value>map(Real::new).orElseGet(() -> expected("a double", json));
            case DURATION ->
                text(json).flatMap(Spans::parse).orElseGet(() -> expected("a duration such as \"1h30m\"", json));
            case TIMESTAMP ->
                text(json).flatMap(Moments::parse).orElseGet(() -> expected("a timestamp of RFC 3339", json));
            case IPADDRESS ->
                text(json)
                        .flatMap(IpAddress::parse)
                        .<Value>map(Value.Address::new)
                        .orElseGet(() -> expected("an IP address", json));
            case ANY -> any(json, 0);
        };
    }

    private static Value list(List<?> list, CelType type) {
        var elements = new ArrayList<Value>(list.size());
        for (var json : list) {
            var element = coerce(json, type);
            if (element instanceof Failure(var why)) return new Failure("element " + elements.size() + ": " + why);
            elements.add(element);
        }
        return new Sequence(elements);
    }

    private static Value map(Map<?, ?> map, CelType type) {
        var entries = LinkedHashMap.<Value, Value>newLinkedHashMap(map.size());
        for (var entry : map.entrySet()) {
            var key = String.valueOf(entry.getKey());
            var value = coerce(entry.getValue(), type);
            if (value instanceof Failure(var why)) return new Failure("member " + shown(key) + ": " + why);
            entries.put(new Text(key), value);
        }
        return new Mapping(entries);
    }

    private static Value any(Object json, int depth) {
        if (depth > DEEPEST) return new Failure("it is nested deeper than " + DEEPEST);
        return switch (json) {
            case null -> Null.NULL;
            case Boolean is -> Bool.of(is);
            case String text -> new Text(text);
            case Number number -> new Real(number.doubleValue());
            case List<?> list -> anyList(list, depth + 1);
            case Map<?, ?> map -> anyMap(map, depth + 1);
            default -> expected("a value of JSON", json);
        };
    }

    private static Value anyList(List<?> list, int depth) {
        var elements = new ArrayList<Value>(list.size());
        for (var json : list) {
            var element = any(json, depth);
            if (element instanceof Failure) return element;
            elements.add(element);
        }
        return new Sequence(elements);
    }

    private static Value anyMap(Map<?, ?> map, int depth) {
        var entries = LinkedHashMap.<Value, Value>newLinkedHashMap(map.size());
        for (var entry : map.entrySet()) {
            var value = any(entry.getValue(), depth);
            if (value instanceof Failure) return value;
            entries.put(new Text(String.valueOf(entry.getKey())), value);
        }
        return new Mapping(entries);
    }

    private static Optional<String> text(Object json) {
        return json instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /// `3`, `3.0`, `"3"` and `"3e2"` are whole, and `1e400000` is not even looked at.
    private static Optional<BigInteger> whole(Object json) {
        return switch (json) {
            case Long number -> Optional.of(BigInteger.valueOf(number));
            case Integer number -> Optional.of(BigInteger.valueOf(number));
            case BigInteger number -> Optional.of(number);
            case BigDecimal number -> whole(number);
            case Number number
            when Double.isFinite(number.doubleValue()) -> whole(new BigDecimal(number.doubleValue()));
            case String text -> Conversions.decimal(text).flatMap(Coercion::whole);
            case null, default -> Optional.empty();
        };
    }

    private static Optional<BigInteger> whole(BigDecimal number) {
        var digits = (long) number.precision() - number.scale();
        if (number.signum() != 0 && (digits < 1 || digits > 20)) return Optional.empty();
        var isWhole = number.signum() == 0 || number.stripTrailingZeros().scale() <= 0;
        return isWhole ? Optional.of(number.signum() == 0 ? BigInteger.ZERO : number.toBigInteger()) : Optional.empty();
    }

    private static Optional<Double> real(Object json) {
        return switch (json) {
            // A number that no double holds is not infinity.
            case Number number -> Optional.of(number.doubleValue()).filter(Double::isFinite);
            case String text -> Conversions.number(text);
            case null, default -> Optional.empty();
        };
    }

    private static Failure expected(String expected, Object found) {
        return new Failure("expected " + expected + ", found " + found(found));
    }

    private static String found(Object json) {
        return switch (json) {
            case null -> "null";
            case Boolean is -> "the bool " + is;
            case String text -> "the string " + shown(text);
            case BigDecimal number when number.precision() - (long) number.scale() > 100 -> "a very large number";
            case BigInteger number when number.bitLength() > 300 -> "a very large number";
            case Number number -> "the number " + number;
            case List<?> _ -> "a list";
            case Map<?, ?> _ -> "a map";
            default -> "a " + json.getClass().getSimpleName();
        };
    }

    private static String shown(String text) {
        return "\"" + (text.length() > 100 ? text.substring(0, 100) + "…" : text) + "\"";
    }
}
