package dev.gatehouse.web.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;

/// A record that many meet for the first time at once.
class ShapesRaceTest {

    private static final int RUNNERS = 8;

    record Leaf(String a, String b, String c, String d, String e, String f, String g, String h) {}

    record Branch(Leaf left, Leaf right, Optional<Branch> further) {}

    @RepeatedTest(300)
    void nobody_sees_it_without_its_components() {
        var shapes = new Shapes(InstantSource.system());
        var start = new CyclicBarrier(RUNNERS);
        try (var people = Executors.newFixedThreadPool(RUNNERS)) {
            var seen = IntStream.range(0, RUNNERS)
                    .mapToObj(number -> people.submit(() -> {
                        start.await();
                        return number % 2 == 0
                                ? shapes.record(Branch.class).names().size()
                                : shapes.record(Leaf.class).names().size() - 5;
                    }))
                    .toList()
                    .stream()
                    .map(ShapesRaceTest::finished)
                    .toList();
            assertThat(seen).containsOnly(3);
        }
    }

    private static int finished(Future<Integer> runner) {
        try {
            return runner.get();
        } catch (Exception fault) {
            throw new AssertionError(fault);
        }
    }
}
