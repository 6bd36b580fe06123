package dev.gatehouse.mapper.bench;

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

    private static final Duration TURN = Duration.ofMillis(60);
    private static final int WARM_UP = 30;
    private static final int ROUNDS = 61;

    /// @return a line of the report
    String fight() throws Exception {
        for (int i = 0; i < WARM_UP; i++) {
            rate(plain);
            rate(mapper);
        }
        var ratios = new ArrayList<Double>();
        var plainRates = new ArrayList<Double>();
        var mapperRates = new ArrayList<Double>();
        for (int i = 0; i < ROUNDS; i++) {
            double first = rate(i % 2 == 0 ? plain : mapper);
            double second = rate(i % 2 == 0 ? mapper : plain);
            plainRates.add(i % 2 == 0 ? first : second);
            mapperRates.add(i % 2 == 0 ? second : first);
            ratios.add(mapperRates.getLast() / plainRates.getLast());
        }
        return String.format(
                Locale.ROOT,
                "%-44s %9.0f/s %9.0f/s   ratio %5.2f  (quartiles %.2f to %.2f)",
                name,
                at(plainRates, 0.5),
                at(mapperRates, 0.5),
                at(ratios, 0.5),
                at(ratios, 0.25),
                at(ratios, 0.75));
    }

    private static double rate(Contender contender) throws Exception {
        long start = System.nanoTime();
        long done = contender.runUntil(start + TURN.toNanos());
        return done * 1e9 / (System.nanoTime() - start);
    }

    private static double at(List<Double> values, double share) {
        return values.stream().sorted().toList().get((int) Math.round(share * (values.size() - 1)));
    }
}
