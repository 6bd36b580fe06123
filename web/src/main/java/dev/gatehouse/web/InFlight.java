package dev.gatehouse.web;

import java.time.Duration;

/// Counts the requests that are being answered, so that a stop can wait for the last of them.
final class InFlight {
    private int count;
    private volatile boolean stopping;

    synchronized void enter() {
        count++;
    }

    synchronized void leave() {
        if (--count == 0 && stopping) notifyAll();
    }

    synchronized int count() {
        return count;
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
            for (long left = patience.toNanos(); count > 0 && left > 0; left = deadline - System.nanoTime()) {
                wait(Math.max(1, left / 1_000_000));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return count == 0;
    }
}
