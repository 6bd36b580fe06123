package dev.gatehouse.web.observe;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/// Writes the time of a line. All of it but the milliseconds is the same for a second, and formatting it costs
/// more than the rest of a line: so it is kept.
final class Timestamps {
    private final DateTimeFormatter seconds;
    private volatile Second last = new Second(Long.MIN_VALUE, "");

    private record Second(long epochSecond, String text) {}

    /// @param pattern up to the seconds
    Timestamps(String pattern, ZoneId zone) {
        seconds = DateTimeFormatter.ofPattern(pattern).withZone(zone);
    }

    /// Appends the time with three decimals of a second.
    void append(Instant time, StringBuilder out) {
        var second = last;
        if (second.epochSecond() != time.getEpochSecond()) {
            second = new Second(time.getEpochSecond(), seconds.format(time));
            last = second;
        }
        int millis = time.getNano() / 1_000_000;
        out.append(second.text()).append('.');
        out.append((char) ('0' + millis / 100))
                .append((char) ('0' + millis / 10 % 10))
                .append((char) ('0' + millis % 10));
    }
}
