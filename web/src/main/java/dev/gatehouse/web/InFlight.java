package dev.gatehouse.web;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/// Counts the requests that are being answered, so that a stop can wait for the last of them.
final class InFlight {
    private final AtomicInteger count = new AtomicInteger();
    private volatile boolean stopping;

    void enter() {
        count.incrementAndGet();
    }

    void leave() {
        if (count.decrementAndGet() == 0 && stopping) wake();
    }

    private synchronized void wake() {
        notifyAll();
    }

    int count() {
        return count.get();
    }

    boolean isStopping() {
        return stopping;
    }

    void beginStopping() {
        stopping = true;
    }

    /// @return whether none is left
    synchronized boolean awaitNone(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            for (long left = patience.toNanos(); count.get() > 0 && left > 0; left = deadline - System.nanoTime()) {
                wait(Math.max(1, left / 1_000_000));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return count.get() == 0;
    }
}
