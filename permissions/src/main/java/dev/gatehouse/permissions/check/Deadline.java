package dev.gatehouse.permissions.check;

import java.time.Duration;

/// The moment at which questions must be done. Whoever asks many at once gives them one together.
///
/// @param time that there was, for whoever wants to know what was too long
/// @param nanoTime of this Java, as [System#nanoTime] counts
public record Deadline(Duration time, long nanoTime) {

    /// For whoever can wait.
    public static final Deadline NEVER = new Deadline(Duration.ofDays(36_500), Long.MAX_VALUE);

    /// @param time from now on
    public static Deadline in(Duration time) {
        return new Deadline(time, System.nanoTime() + time.toNanos());
    }

    boolean isPast() {
        return this != NEVER && System.nanoTime() - nanoTime > 0;
    }
}
