package dev.gatehouse.mapper;

import static dev.gatehouse.mapper.TenantTable.TENANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.mapper.testing.TestDatabase;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class GroupWriterTest {
    /// A moment for people, long enough for a writer on a busy machine to take its turn.
    private static final Duration SHORT = Duration.ofSeconds(1);

    private final TestDatabase on = new TestDatabase(Dialect.SQLITE);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch gate = new CountDownLatch(1);

    @AfterEach
    void close() {
        gate.countDown();
        threads.close();
        on.close();
    }

    private Database open(int queue, Duration patience) {
        var settings = (DatabaseSettings.Sqlite) on.fresh();
        return on.open(settings.queue(queue).patience(patience), InstantSource.system(), TENANT);
    }

    private static Tenant tenant(int number) {
        return new Tenant("t" + number, "Number " + number);
    }

    /// Keeps the writer busy until the gate opens, so that all that follows ends up in one group.
    private Future<?> holdTheWriter(Database database) throws InterruptedException {
        var holding = new CountDownLatch(1);
        var held = threads.submit(() -> database.run(tx -> {
            holding.countDown();
            pass(gate);
        }));
        holding.await();
        return held;
    }

    private static void pass(CountDownLatch gate) {
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void awaitQueued(List<Thread> callers) {
        for (var caller : callers) while (caller.getState() != Thread.State.TIMED_WAITING) Thread.onSpinWait();
    }

    private static long count(Database database) {
        return database.read(tx -> tx.count(TENANT));
    }

    @Test
    void one_request_of_a_group_fails_and_the_others_are_kept() throws Exception {
        var database = open(1_000, Duration.ofSeconds(10));
        holdTheWriter(database);
        var callers = new ArrayList<Future<?>>();
        for (int i = 0; i < 100; i++) {
            int number = i;
            callers.add(threads.submit(() -> database.run(tx -> {
                tx.insert(TENANT.tenant, tenant(number));
                if (number % 10 == 3) throw new IllegalStateException("number " + number);
            })));
        }
        gate.countDown();
        int failed = 0;
        for (var caller : callers) {
            try {
                caller.get();
            } catch (ExecutionException e) {
                assertThat(e.getCause()).isInstanceOf(IllegalStateException.class);
                failed++;
            }
        }
        assertThat(failed).isEqualTo(10);
        assertThat(count(database)).isEqualTo(90);
    }

    private static Future<?> submit(List<Thread> callers, Runnable work) {
        var future = new java.util.concurrent.FutureTask<>(work, null);
        callers.add(Thread.ofVirtual().start(future));
        return future;
    }

    @Test
    void when_the_queue_is_full_the_database_is_busy() throws Exception {
        var database = open(2, Duration.ofSeconds(10));
        holdTheWriter(database);
        var callers = new ArrayList<Thread>();
        var waiting = new ArrayList<Future<?>>();
        for (int i = 0; i < 2; i++) {
            int number = i;
            waiting.add(submit(callers, () -> database.run(tx -> tx.insert(TENANT.tenant, tenant(number)))));
        }
        awaitQueued(callers);
        assertThatThrownBy(() -> database.run(tx -> tx.insert(TENANT.tenant, tenant(3))))
                .isInstanceOf(DatabaseBusy.class)
                .hasMessageContaining("the queue of writes is full");
        gate.countDown();
        for (var one : waiting) one.get();
        assertThat(count(database)).isEqualTo(2);
    }

    @Test
    void who_gets_no_turn_in_time_is_told_and_writes_nothing() throws Exception {
        var database = open(10, SHORT);
        var held = holdTheWriter(database);
        assertThatThrownBy(() -> database.run(tx -> tx.insert(TENANT.tenant, tenant(1))))
                .isInstanceOf(DatabaseBusy.class)
                .hasMessageContaining("no turn in time");
        gate.countDown();
        held.get();
        database.run(tx -> tx.insert(TENANT.tenant, tenant(2)));
        assertThat(count(database)).isEqualTo(1);
    }

    @Test
    @Timeout(60)
    void who_is_interrupted_in_the_queue_writes_nothing() throws Exception {
        var database = open(10, Duration.ofDays(1));
        holdTheWriter(database);
        var flag = new boolean[1];
        var caller = threads.submit(() -> {
            Thread.currentThread().interrupt();
            try {
                database.run(tx -> tx.insert(TENANT.tenant, tenant(1)));
            } finally {
                flag[0] = Thread.interrupted();
            }
        });
        assertThatThrownBy(caller::get).hasCauseInstanceOf(DatabaseInterrupted.class);
        assertThat(flag[0]).isTrue();
        gate.countDown();
        database.run(tx -> tx.insert(TENANT.tenant, tenant(2)));
        assertThat(count(database)).isEqualTo(1);
    }

    @Test
    void who_is_interrupted_while_writing_hears_the_outcome() throws Exception {
        var database = open(10, Duration.ofSeconds(10));
        var holding = new CountDownLatch(1);
        var interrupted = new boolean[1];
        var caller = Thread.ofVirtual().start(() -> {
            database.run(tx -> {
                tx.insert(TENANT.tenant, tenant(1));
                holding.countDown();
                pass(gate);
            });
            interrupted[0] = Thread.interrupted();
        });
        holding.await();
        caller.interrupt();
        gate.countDown();
        caller.join();
        assertThat(interrupted[0]).isTrue();
        assertThat(count(database)).isEqualTo(1);
    }

    @Test
    void closing_writes_what_waits() throws Exception {
        var settings = (DatabaseSettings.Sqlite) on.fresh();
        var database = on.open(settings, InstantSource.system(), TENANT);
        holdTheWriter(database);
        var callers = new ArrayList<Thread>();
        var waiting = new ArrayList<Future<?>>();
        for (int i = 0; i < 20; i++) {
            int number = i;
            waiting.add(submit(callers, () -> database.run(tx -> tx.insert(TENANT.tenant, tenant(number)))));
        }
        awaitQueued(callers);
        var closing = threads.submit(database::close);
        gate.countDown();
        closing.get();
        for (var one : waiting) one.get();
        try (var again = Database.open(settings)) {
            assertThat(count(again)).isEqualTo(20);
        }
    }

    @Test
    void a_fault_shows_who_asked() {
        var database = open(10, Duration.ofSeconds(10));
        assertThatThrownBy(() -> database.run(tx -> {
                    throw new IllegalStateException("no");
                }))
                .satisfies(fault -> assertThat(fault.getStackTrace())
                        .extracting(StackTraceElement::getMethodName)
                        .contains("a_fault_shows_who_asked", "addFirst"));
    }
}
