package dev.gatehouse.mapper;

import static dev.gatehouse.mapper.TenantTable.TENANT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

@EachDatabase
class RaceTest {
    private static final int RACERS = 64;
    private final Database database;

    RaceTest(TestDatabase on) {
        database = on.open(TENANT);
        database.run(tx -> tx.insert(TENANT.tenant, new Tenant("prize", "free")));
    }

    /// All at once, each on a virtual thread.
    private static <T> ArrayList<T> race(Callable<T> racer) throws Exception {
        var start = new CountDownLatch(1);
        var results = new ArrayList<T>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var racing = new ArrayList<Future<T>>();
            for (int i = 0; i < RACERS; i++) {
                racing.add(threads.submit(() -> {
                    start.await();
                    return racer.call();
                }));
            }
            start.countDown();
            for (var one : racing) results.add(one.get());
        }
        return results;
    }

    @RepeatedTest(3)
    void exactly_one_spends_what_can_be_spent_once() throws Exception {
        var spent = race(() -> database.write(tx -> tx.update(TENANT)
                .set(TENANT.name, "spent")
                .where(TENANT.id.eq("prize"), TENANT.name.eq("free"))
                .returning(TENANT.tenant)));
        assertThat(spent.stream().filter(it -> it.isPresent())).hasSize(1);
    }

    @Test
    void who_reads_and_then_writes_alone_loses_no_step() throws Exception {
        database.run(tx -> tx.update(TENANT).set(TENANT.name, "0").everyRow().run());
        race(() -> database.serializable(tx -> {
            var count = Integer.parseInt(tx.get(Projection.of(TENANT.name), TENANT.id.eq("prize")));
            return tx.update(TENANT)
                    .set(TENANT.name, Integer.toString(count + 1))
                    .where(TENANT.id.eq("prize"))
                    .run();
        }));
        assertThat(name()).isEqualTo("64");
    }

    /// Another transaction that wants the row gets it only after this one: it cannot end while this one lasts.
    @Test
    void a_locked_row_stays_as_it_was_read() throws Exception {
        var other = Thread.ofVirtual()
                .unstarted(() -> database.run(tx -> tx.update(TENANT)
                        .set(TENANT.name, "other")
                        .where(TENANT.id.eq("prize"))
                        .run()));
        var read = database.<String>write(tx -> {
            tx.select(TENANT.tenant).where(TENANT.id.eq("prize")).forUpdate().one();
            other.start();
            endsWithin(other, Duration.ofMillis(500));
            return tx.get(Projection.of(TENANT.name), TENANT.id.eq("prize"));
        });
        other.join();
        assertThat(read).isEqualTo("free");
        assertThat(name()).isEqualTo("other");
    }

    private static boolean endsWithin(Thread thread, Duration time) {
        try {
            return thread.join(time);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void under_a_named_lock_one_comes_after_another() throws Exception {
        database.run(tx -> tx.update(TENANT).set(TENANT.name, "0").everyRow().run());
        race(() -> database.write(tx -> {
            tx.lock("counter");
            var count = Integer.parseInt(tx.get(Projection.of(TENANT.name), TENANT.id.eq("prize")));
            return tx.update(TENANT)
                    .set(TENANT.name, Integer.toString(count + 1))
                    .where(TENANT.id.eq("prize"))
                    .run();
        }));
        assertThat(name()).isEqualTo("64");
    }

    private String name() {
        return database.read(tx -> tx.get(Projection.of(TENANT.name), TENANT.id.eq("prize")));
    }
}
