package dev.gatehouse.testing;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Asks until something has come about that nobody tells of.
public final class Await {

    /// Far beyond what is promised anywhere, for a machine that has other work too.
    private static final Duration LIMIT = Duration.ofSeconds(20);

    /// Short enough that nobody waits for it, long enough that whoever is waited for gets the processor.
    private static final Duration PAUSE = Duration.ofMillis(2);

    private Await() {}

    public static void until(BooleanSupplier question) {
        var end = System.nanoTime() + LIMIT.toNanos();
        while (!question.getAsBoolean()) {
            if (System.nanoTime() > end)
                throw new AssertionError("it did not come about in " + LIMIT.toSeconds() + " s");
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
