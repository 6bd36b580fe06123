package dev.gatehouse.testing;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// Many who do the same at the same moment.
public final class Race {

    private Race() {}

    /// Lets all start together, and waits for all.
    ///
    /// @param step what each does; it is told its number, from 0
    public static <T> List<T> of(int runners, IntFunction<T> step) {
        var start = new CountDownLatch(runners);
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            return IntStream.range(0, runners)
                    .mapToObj(number -> people.submit(() -> {
                        start.countDown();
                        start.await();
                        return step.apply(number);
                    }))
                    .toList()
                    .stream()
                    .map(Race::finished)
                    .toList();
        }
    }

    private static <T> T finished(Future<T> runner) {
        try {
            return runner.get();
        } catch (ExecutionException fault) {
            throw new AssertionError(fault.getCause());
        } catch (InterruptedException stop) {
            throw new AssertionError(stop);
        }
    }
}
