package dev.gatehouse.permissions.cel;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;

/// Moments as RFC 3339 writes them: `2026-03-01T08:30:00Z`, `2026-03-01T09:30:00.5+01:00`.
///
/// @spec https://www.rfc-editor.org/rfc/rfc3339#section-5.6 RFC 3339 §5.6
final class Moments {

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");
    private static final String SHAPE = "dddd-dd-ddTdd:dd:dd";

    private Moments() {}

    static Value of(Instant moment) {
        return moment.isBefore(FIRST) || moment.isAfter(LAST)
                ? new Value.Failure("a timestamp is within the years 1 to 9999")
                : new Value.Moment(moment);
    }

    static Value ofSeconds(long seconds) {
        var beyond = seconds < FIRST.getEpochSecond() || seconds > LAST.getEpochSecond();
        return of(beyond ? Instant.MAX : Instant.ofEpochSecond(seconds));
    }

    static Optional<Value> parse(String text) {
        if (!isShaped(text, 0, SHAPE)) return Optional.empty();
        var end = SHAPE.length();
        if (end < text.length() && text.charAt(end) == '.') end = digits(text, end + 1);
        var offset = offset(text, end);
        var nanoseconds = nanoseconds(text.substring(SHAPE.length(), end));
        var local = time(text, nanoseconds);
        if (offset.isEmpty() || local.isEmpty() || end == SHAPE.length() + 1) return Optional.empty();
        return date(text)
                .map(date -> date.atTime(local.get()).toInstant(ZoneOffset.UTC).minus(offset.get()))
                .filter(moment -> !moment.isBefore(FIRST) && !moment.isAfter(LAST))
                .map(Value.Moment::new);
    }

    private static Optional<LocalDate> date(String text) {
        var year = number(text, 0, 4);
        var month = number(text, 5, 7);
        var day = number(text, 8, 10);
        if (month < 1 || month > 12 || day < 1) return Optional.empty();
        var exists = YearMonth.of(year, month).isValidDay(day);
        return exists ? Optional.of(LocalDate.of(year, month, day)) : Optional.empty();
    }

    private static Optional<LocalTime> time(String text, int nanoseconds) {
        var hour = number(text, 11, 13);
        var minute = number(text, 14, 16);
        var second = number(text, 17, 19);
        if (hour > 23 || minute > 59 || second > 59) return Optional.empty();
        return Optional.of(LocalTime.of(hour, minute, second, nanoseconds));
    }

    private static Optional<Duration> offset(String text, int from) {
        if (text.startsWith("Z", from) && text.length() == from + 1) return Optional.of(Duration.ZERO);
        var sign = text.startsWith("-", from) ? -1 : 1;
        var shaped = text.length() == from + 6
                && (sign < 0 || text.startsWith("+", from))
                && isShaped(text, from + 1, "dd:dd");
        if (!shaped) return Optional.empty();
        var hours = number(text, from + 1, from + 3);
        var minutes = number(text, from + 4, from + 6);
        if (hours > 23 || minutes > 59) return Optional.empty();
        return Optional.of(Duration.ofMinutes(sign * (60L * hours + minutes)));
    }

    /// @param fraction `.5`; what is finer than a nanosecond is left out
    private static int nanoseconds(String fraction) {
        if (fraction.length() < 2) return 0;
        return Integer.parseInt((fraction.substring(1) + "000000000").substring(0, 9));
    }

    private static int digits(String text, int from) {
        var end = from;
        while (end < text.length() && isDigit(text.charAt(end))) end++;
        return end;
    }

    private static boolean isShaped(String text, int from, String shape) {
        if (text.length() < from + shape.length()) return false;
        for (var i = 0; i < shape.length(); i++) {
            var character = text.charAt(from + i);
            if (shape.charAt(i) == 'd' ? !isDigit(character) : character != shape.charAt(i)) return false;
        }
        return true;
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }

    /// In UTC, with no more digits than it needs.
    static String text(Instant moment) {
        var seconds = Instant.ofEpochSecond(moment.getEpochSecond()).toString();
        if (moment.getNano() == 0) return seconds;
        var fraction = String.format(Locale.ROOT, "%09d", moment.getNano()).replaceFirst("0+$", "");
        return seconds.substring(0, seconds.length() - 1) + "." + fraction + "Z";
    }
}
