package dev.gatehouse.mapper;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// The values that travel between the mapper and a driver, and what is refused on the way in, so that both databases
/// store the same or nothing.
final class Wire {
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private Wire() {}

    /// SQLite would cut at U+0000 or keep it, PostgreSQL refuses it; a lone surrogate has no UTF-8 form at all.
    static String text(String value) {
        int length = value.length();
        for (int i = 0; i < length; i++) {
            char c = value.charAt(i);
            if (c == 0) throw new IllegalArgumentException("text holds U+0000 at " + i + ", which cannot be stored");
            if (Character.isSurrogate(c)) {
                if (Character.isLowSurrogate(c) || i + 1 == length || !Character.isLowSurrogate(value.charAt(i + 1)))
                    throw new IllegalArgumentException("text holds half of a surrogate pair at " + i);
                i++;
            }
        }
        return value;
    }

    static Instant instant(Instant value) {
        if (value.isBefore(EARLIEST) || value.isAfter(LATEST))
            throw new IllegalArgumentException(value + " lies outside the years 1 to 9999");
        return value.truncatedTo(ChronoUnit.MICROS);
    }

    /// SQLite stores NaN as null.
    static Double number(Double value) {
        if (!Double.isFinite(value)) throw new IllegalArgumentException(value + " is not a finite number");
        return value;
    }

    /// Microseconds since 1970-01-01T00:00Z, as SQLite stores a moment.
    static long micros(Instant value) {
        return value.getEpochSecond() * 1_000_000 + value.getNano() / 1_000;
    }

    static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000L);
    }
}
