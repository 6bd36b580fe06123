package dev.gatehouse.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Time that passes when a test says so, and otherwise stands still.
public final class MovableClock implements InstantSource {

    public static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

    private volatile Instant now;

    public MovableClock() {
        this(NOON);
    }

    public MovableClock(Instant now) {
        this.now = now;
    }

    @Override
    public Instant instant() {
        return now;
    }

    public void pass(Duration time) {
        now = now.plus(time);
    }
}
