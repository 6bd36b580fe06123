package dev.gatehouse.secret;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.stream.DoubleStream;

/// Prints what one piece of work costs the processor. It reads the thread's own time, so that other work on the
/// same machine disturbs it little.
public final class Stopwatch {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final long ROUND_NANOS = 300_000_000;

    private Stopwatch() {}

    /// The best of three rounds, after two to warm up.
    public static void print(String what, Runnable work) {
        round(work);
        round(work);
        var best = DoubleStream.generate(() -> round(work)).limit(3).min().orElseThrow();
        System.out.printf("%-60s %12.2f µs %,12.0f a second%n", what, best / 1e3, 1e9 / best);
    }

    /// Nanoseconds for one piece of work.
    private static double round(Runnable work) {
        var start = THREADS.getCurrentThreadCpuTime();
        var done = 0;
        do {
            work.run();
            done++;
        } while (THREADS.getCurrentThreadCpuTime() - start < ROUND_NANOS);
        return (double) (THREADS.getCurrentThreadCpuTime() - start) / done;
    }
}
