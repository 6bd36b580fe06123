package dev.gatehouse.mapper.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Two ways to do the same, measured in turns: whatever else the machine is doing meets both alike.
///
/// @param plain hand-written JDBC
/// @param mapper the same through the mapper
record Duel(String name, Contender plain, Contender mapper) {
    /// One way: works until the deadline and says how often it did the work.
    interface Contender {
        long runUntil(long deadlineNanos) throws Exception;
    }

    static final String HEAD = String.format(
            "%-45s %10s %10s %18s %25s", "", "plain", "mapper", "ratio (quartiles)", "CPU of this process: ratio");

    private static final OperatingSystemMXBean MACHINE =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private static final Duration TURN = Duration.ofMillis(60);
    private static final Duration LONGEST_WARM_UP = Duration.ofSeconds(6);
    private static final int WARM = 60_000;
    private static final int ROUNDS = 61;

    /// @return a line of the report: operations a second, and microseconds of CPU for one operation
    String fight() throws Exception {
        warmUp(plain);
        warmUp(mapper);
        var first = new Tally();
        var second = new Tally();
        for (int i = 0; i < ROUNDS; i++) {
            first.turn(plain);
            second.turn(mapper);
        }
        var ratios = new ArrayList<Double>();
        for (int i = 0; i < ROUNDS; i++) ratios.add(second.rates.get(i) / first.rates.get(i));
        return String.format(
                Locale.ROOT,
                "%-45s %8.0f/s %8.0f/s %6.2f (%.2f to %.2f) %6.1f us %6.1f us %6.2f",
                name,
                at(first.rates, 0.5),
                at(second.rates, 0.5),
                at(ratios, 0.5),
                at(ratios, 0.25),
                at(ratios, 0.75),
                first.cpuMicros(),
                second.cpuMicros(),
                first.cpuMicros() / second.cpuMicros());
    }

    /// Until the compiler is done with it, or patience is.
    private static void warmUp(Contender contender) throws Exception {
        long end = System.nanoTime() + LONGEST_WARM_UP.toNanos();
        var tally = new Tally();
        while (tally.done < WARM && System.nanoTime() < end) tally.turn(contender);
    }

    /// What one of the two did in all its turns.
    private static final class Tally {
        private final List<Double> rates = new ArrayList<>();
        private long done;
        private long cpuNanos;

        void turn(Contender contender) throws Exception {
            long cpu = MACHINE.getProcessCpuTime();
            long start = System.nanoTime();
            long count = contender.runUntil(start + TURN.toNanos());
            rates.add(count * 1e9 / (System.nanoTime() - start));
            cpuNanos += MACHINE.getProcessCpuTime() - cpu;
            done += count;
        }

        double cpuMicros() {
            return cpuNanos / 1e3 / done;
        }
    }

    private static double at(List<Double> values, double share) {
        return values.stream().sorted().toList().get((int) Math.round(share * (values.size() - 1)));
    }
}
