package dev.gatehouse.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HashingQueueTest {
    private static final Duration AGES = Duration.ofSeconds(50);

    @Test
    void a_flood_is_worked_off_a_few_at_a_time_and_the_surplus_turned_away_at_once() throws Exception {
        var gate = new CountDownLatch(1);
        var running = new AtomicInteger();
        var peak = new AtomicInteger();
        try (var queue = new HashingQueue(2, 64, AGES);
                var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = IntStream.range(0, 500)
                    .mapToObj(_ -> people.submit(() -> queue.run(() -> {
                        peak.accumulateAndGet(running.incrementAndGet(), Math::max);
                        gate.await();
                        return running.getAndDecrement();
                    })))
                    .toList();

            // 2 run and 64 wait; the other 434 are answered although nothing can finish yet.
            awaitDone(answers, 434);
            while (running.get() < 2) Thread.onSpinWait();
            assertThat(people.submit(() -> "cheap work").get()).isEqualTo("cheap work");
            gate.countDown();

            assertThat(count(answers, Optional::isPresent)).isEqualTo(66);
            assertThat(peak).hasValue(2);
        }
    }

    /// A busy loop stands for native code, since neither lets go of its carrier. It goes on until the cheap work
    /// is done: were it to run on virtual threads, neither would ever end.
    @Test
    void cheap_work_goes_on_while_every_hashing_thread_is_busy() throws Exception {
        var cores = Runtime.getRuntime().availableProcessors();
        var started = new CountDownLatch(cores);
        var cheapWorkIsDone = new AtomicBoolean();
        try (var queue = new HashingQueue(cores, cores, AGES);
                var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var hashing = IntStream.range(0, 2 * cores)
                    .mapToObj(_ -> people.submit(() -> queue.run(() -> {
                        started.countDown();
                        while (!cheapWorkIsDone.get()) Thread.onSpinWait();
                        return "hashed";
                    })))
                    .toList();
            started.await();

            try {
                for (var work : cheapWork(people)) work.get(20, TimeUnit.SECONDS);
            } finally {
                cheapWorkIsDone.set(true);
            }
            assertThat(count(hashing, Optional::isPresent)).isEqualTo(2 * cores);
        }
    }

    @Test
    void who_came_first_is_served_first() throws Exception {
        var gate = new CountDownLatch(1);
        var served = new ConcurrentLinkedQueue<Integer>();
        try (var queue = new HashingQueue(1, 20, AGES);
                var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<Future<?>>();
            for (var at = 0; at < 20; at++) {
                var person = at;
                answers.add(people.submit(() -> queue.run(() -> {
                    gate.await();
                    return served.add(person);
                })));
                while (queue.taken() <= at) Thread.onSpinWait();
            }
            gate.countDown();
            for (var answer : answers) answer.get();
            assertThat(served)
                    .containsExactlyElementsOf(IntStream.range(0, 20).boxed().toList());
        }
    }

    @Test
    void who_waits_too_long_is_told_so_and_the_work_is_not_done_later() throws Exception {
        var gate = new CountDownLatch(1);
        var begun = new CountDownLatch(1);
        var done = new AtomicInteger();
        try (var queue = new HashingQueue(1, 4, Duration.ofMillis(200));
                var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = people.submit(() -> queue.run(() -> {
                begun.countDown();
                gate.await();
                return done.incrementAndGet();
            }));
            begun.await();

            assertThat(queue.run(done::incrementAndGet)).isEmpty();
            assertThat(first.get()).isEmpty();
            gate.countDown();
            while (queue.taken() > 0) Thread.onSpinWait();
            assertThat(done).hasValue(1);
        }
    }

    @Test
    void a_fault_reaches_the_one_who_asked_as_it_was_thrown() {
        try (var queue = new HashingQueue(1, 1, AGES)) {
            assertThatThrownBy(() -> queue.run(() -> {
                        throw new UnreadableHash("it is torn");
                    }))
                    .isInstanceOf(UnreadableHash.class)
                    .hasMessageContaining("it is torn");
            assertThat(queue.run(() -> "next")).hasValue("next");
        }
    }

    @Test
    void closing_turns_away_those_who_wait_and_those_who_come() throws Exception {
        var gate = new CountDownLatch(1);
        var queue = new HashingQueue(1, 4, AGES);
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = people.submit(() -> queue.run(() -> {
                gate.await();
                return "finished";
            }));
            while (queue.taken() < 1) Thread.onSpinWait();
            var waiting = people.submit(() -> queue.run(() -> "never"));
            while (queue.taken() < 2) Thread.onSpinWait();

            queue.close();
            assertThat(waiting.get()).isEmpty();
            assertThat(queue.run(() -> "too late")).isEmpty();
            gate.countDown();
            assertThat(running.get()).hasValue("finished");
        }
    }

    private static List<Future<Integer>> cheapWork(ExecutorService people) {
        return IntStream.range(0, 1_000).mapToObj(at -> people.submit(() -> at)).toList();
    }

    private static void awaitDone(List<? extends Future<?>> answers, int number) {
        while (answers.stream().filter(Future::isDone).count() < number) Thread.onSpinWait();
    }

    private static <T> long count(List<Future<Optional<T>>> answers, Predicate<Optional<T>> which)
            throws ExecutionException, InterruptedException {
        var count = 0;
        for (var answer : answers) if (which.test(answer.get())) count++;
        return count;
    }
}
