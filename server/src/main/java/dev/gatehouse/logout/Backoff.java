package dev.gatehouse.logout;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long to wait for the next attempt: 5 seconds, then twice as long each time, an hour at most. Up to half of it
/// is left to chance, so that all that failed together does not come back together.
final class Backoff {

    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int MOST_DOUBLINGS = 20;

    private Backoff() {}

    /// @param attempts how many have failed, 1 or more
    static Duration after(int attempts, RandomGenerator chance) {
        var doubled = FIRST.multipliedBy(1L << Math.min(attempts - 1, MOST_DOUBLINGS));
        var most = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
        return most.minusMillis(chance.nextLong(most.toMillis() / 2 + 1));
    }
}
