package dev.gatehouse.relation;

import java.time.Duration;

/// Ends a thread of this room that would go on for ever.
final class Ending {

    /// Whoever is in the middle of a statement to the database may finish it.
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private Ending() {}

    static void of(Thread thread) {
        thread.interrupt();
        try {
            thread.join(PATIENCE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
