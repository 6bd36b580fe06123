package dev.gatehouse.permissions.cel;

import dev.gatehouse.permissions.cel.Value.Address;
import dev.gatehouse.permissions.cel.Value.Bool;
import dev.gatehouse.permissions.cel.Value.Failure;
import dev.gatehouse.permissions.cel.Value.Int;
import dev.gatehouse.permissions.cel.Value.Moment;
import dev.gatehouse.permissions.cel.Value.Real;
import dev.gatehouse.permissions.cel.Value.Span;
import dev.gatehouse.permissions.cel.Value.Text;
import dev.gatehouse.permissions.cel.Value.UInt;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Makes a value of one kind from one of another: `int("7")`.
///
/// @spec https://github.com/google/cel-spec/blob/master/doc/langdef.md#type-conversions CEL: Type conversions
final class Conversions {

    private static final Set<String> YES = Set.of("1", "t", "T", "true", "TRUE", "True");
    private static final Set<String> NO = Set.of("0", "f", "F", "false", "FALSE", "False");
    private static final int LONGEST = 400;
    private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]{1,30}");
    private static final Pattern REAL = Pattern.compile("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]{1,6})?");

    private Conversions() {}

    static Value bool(Value value) {
        return switch (value) {
            case Bool is -> is;
            case Text(var text) when YES.contains(text) -> Bool.TRUE;
            case Text(var text) when NO.contains(text) -> Bool.FALSE;
            case Text(var text) -> isNot(text, "a bool");
            default -> Function.MISFIT;
        };
    }

    static Value whole(Value value) {
        return switch (value) {
            case Int number -> number;
            case UInt(var bits) -> bits >= 0 ? new Int(bits) : beyond("int");
            case Real(var real) -> real > -0x1p63 && real < 0x1p63 ? new Int((long) real) : beyond("int");
            case Text(var text) -> digits(text).flatMap(Numbers::signed).orElseGet(() -> isNot(text, "an int"));
            case Moment(var moment) -> new Int(moment.getEpochSecond());
            case Span(var length) -> new Int(length.toNanos());
            default -> Function.MISFIT;
        };
    }

    static Value unsigned(Value value) {
        return switch (value) {
            case UInt number -> number;
            case Int(var number) -> number >= 0 ? new UInt(number) : beyond("uint");
            case Real(var real) -> real >= 0 && real < 0x1p64 ? unsigned(real) : beyond("uint");
            case Text(var text)
            when !text.startsWith("+") && !text.startsWith("-") ->
                digits(text).flatMap(Numbers::unsigned).orElseGet(() -> isNot(text, "a uint"));
            case Text(var text) -> isNot(text, "a uint");
            default -> Function.MISFIT;
        };
    }

    private static Value unsigned(double real) {
        return new UInt(real < 0x1p63 ? (long) real : (long) (real - 0x1p63) | Long.MIN_VALUE);
    }

    static Value real(Value value) {
        return switch (value) {
            case Real real -> real;
            case Int(var number) -> new Real(number);
            case UInt(var bits) ->
                new Real(bits >= 0 ? bits : new BigInteger(Long.toUnsignedString(bits)).doubleValue());
            case Text(var text) -> number(text).<Value>map(Real::new).orElseGet(() -> isNot(text, "a double"));
            default -> Function.MISFIT;
        };
    }

    /// @return nothing if it is no number, or larger than any double
    static Optional<Double> number(String text) {
        return switch (text) {
            case "NaN" -> Optional.of(Double.NaN);
            case "Inf", "+Inf", "Infinity" -> Optional.of(Double.POSITIVE_INFINITY);
            case "-Inf", "-Infinity" -> Optional.of(Double.NEGATIVE_INFINITY);
            default -> decimal(text).map(BigDecimal::doubleValue).filter(Double::isFinite);
        };
    }

    /// @return nothing if it is no number; it may be too large to be written out
    static Optional<BigDecimal> decimal(String text) {
        return text.length() <= LONGEST && REAL.matcher(text).matches()
                ? Optional.of(new BigDecimal(text))
                : Optional.empty();
    }

    static Value text(Value value) {
        return switch (value) {
            case Text text -> text;
            case Bool is -> new Text(is == Bool.TRUE ? "true" : "false");
            case Int(var number) -> new Text(Long.toString(number));
            case UInt(var bits) -> new Text(Long.toUnsignedString(bits));
            case Real(var real) -> new Text(Reals.text(real));
            case Span(var length) -> new Text(Spans.text(length));
            case Moment(var moment) -> new Text(Moments.text(moment));
            default -> Function.MISFIT;
        };
    }

    static Value span(Value value) {
        return switch (value) {
            case Span span -> span;
            case Int(var nanoseconds) -> Spans.ofNanos(nanoseconds);
            case Text(var text) -> Spans.parse(text).orElseGet(() -> isNot(text, "a duration such as 1h30m"));
            default -> Function.MISFIT;
        };
    }

    static Value moment(Value value) {
        return switch (value) {
            case Moment moment -> moment;
            case Int(var seconds) -> Moments.ofSeconds(seconds);
            case Text(var text) ->
                Moments.parse(text).orElseGet(() -> isNot(text, "a timestamp such as 2026-03-01T08:30:00Z"));
            default -> Function.MISFIT;
        };
    }

    static Value address(Value value) {
        if (!(value instanceof Text(var text))) return Function.MISFIT;
        return IpAddress.parse(text).<Value>map(Address::new).orElseGet(() -> isNot(text, "an IP address"));
    }

    private static Optional<BigInteger> digits(String text) {
        return WHOLE.matcher(text).matches() ? Optional.of(new BigInteger(text)) : Optional.empty();
    }

    private static Failure isNot(String text, String kind) {
        return new Failure("\"" + (text.length() > 100 ? text.substring(0, 100) + "…" : text) + "\" is not " + kind);
    }

    private static Failure beyond(String kind) {
        return new Failure("the number has no place in " + kind);
    }
}
