package dev.gatehouse.permissions.cel;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// Durations as people write them: `1h30m`, `1.5h`, `-250ms`.
///
/// @spec https://pkg.go.dev/time#ParseDuration Go: time.ParseDuration
final class Spans {

    private static final int LONGEST = 100;

    private static final Duration LEAST = Duration.ofNanos(Long.MIN_VALUE);
    private static final Duration MOST = Duration.ofNanos(Long.MAX_VALUE);

    /// In nanoseconds; the two signs for micro look alike.
    private static final Map<String, BigDecimal> UNITS = Map.of(
            "ns", BigDecimal.ONE,
            "us", BigDecimal.valueOf(1_000),
            "µs", BigDecimal.valueOf(1_000),
            "μs", BigDecimal.valueOf(1_000),
            "ms", BigDecimal.valueOf(1_000_000),
            "s", BigDecimal.valueOf(1_000_000_000),
            "m", BigDecimal.valueOf(60_000_000_000L),
            "h", BigDecimal.valueOf(3_600_000_000_000L));

    private Spans() {}

    static Value of(Duration length) {
        return fits(length)
                ? new Value.Span(length)
                : new Value.Failure("a duration is at most 292 years to either side");
    }

    static Value.Span ofNanos(long nanoseconds) {
        return new Value.Span(Duration.ofNanos(nanoseconds));
    }

    static Optional<Value> parse(String text) {
        var negative = text.startsWith("-");
        var parts = negative || text.startsWith("+") ? text.substring(1) : text;
        if (parts.isEmpty() || parts.length() > LONGEST) return Optional.empty();
        if (parts.equals("0")) return Optional.of(ofNanos(0));
        return sum(parts)
                .map(sum -> negative ? sum.negate() : sum)
                .filter(nanoseconds -> nanoseconds.bitLength() <= 63)
                .map(nanoseconds -> ofNanos(nanoseconds.longValue()));
    }

    private static Optional<BigInteger> sum(String parts) {
        var sum = BigInteger.ZERO;
        var at = 0;
        while (at < parts.length()) {
            var unit = at;
            while (unit < parts.length() && isPartOfNumber(parts.charAt(unit))) unit++;
            var end = unit;
            while (end < parts.length() && !isPartOfNumber(parts.charAt(end))) end++;
            var number = number(parts.substring(at, unit));
            var size = UNITS.get(parts.substring(unit, end));
            if (number.isEmpty() || size == null) return Optional.empty();
            sum = sum.add(number.get().multiply(size).toBigInteger());
            at = end;
        }
        return Optional.of(sum);
    }

    private static boolean isPartOfNumber(char character) {
        return character == '.' || character >= '0' && character <= '9';
    }

    private static Optional<BigDecimal> number(String text) {
        var dots = text.chars().filter(character -> character == '.').count();
        if (dots > 1 || text.length() == dots) return Optional.empty();
        return Optional.of(new BigDecimal(text.endsWith(".") ? text + "0" : text));
    }

    /// In seconds, as CEL writes it: `5400s`, `0.25s`.
    static String text(Duration length) {
        var seconds = BigDecimal.valueOf(length.getSeconds()).add(BigDecimal.valueOf(length.getNano(), 9));
        return (seconds.signum() == 0 ? "0" : seconds.stripTrailingZeros().toPlainString()) + "s";
    }

    private static boolean fits(Duration length) {
        return length.compareTo(LEAST) >= 0 && length.compareTo(MOST) <= 0;
    }
}
