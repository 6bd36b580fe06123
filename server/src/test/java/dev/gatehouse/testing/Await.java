package dev.gatehouse.testing;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/// Asks until something has come about that nobody tells of.
public final class Await {

    /// Far beyond what is promised anywhere, for a machine that has other work too.
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private Await() {}

    public static void until(BooleanSupplier question) {
        var end = System.nanoTime() + LIMIT.toNanos();
        while (!question.getAsBoolean()) {
            if (System.nanoTime() > end)
                throw new AssertionError("it did not come about in " + LIMIT.toSeconds() + " s");
            Thread.onSpinWait();
        }
    }
}
