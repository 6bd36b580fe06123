package dev.gatehouse.web.observe;

import java.util.concurrent.atomic.LongAdder;

/// A number that only grows: things that happened since the process started.
public final class Counter {
    private final LongAdder count = new LongAdder();

    Counter() {}

    public void increment() {
        count.increment();
    }

    public void add(long amount) {
        if (amount < 0) throw new IllegalArgumentException("a counter only grows, not by " + amount);
        count.add(amount);
    }

    public long value() {
        return count.sum();
    }
}
