package dev.gatehouse.mapper;

import static dev.gatehouse.mapper.TenantTable.TENANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

@EachDatabase
class TransactionTest {
    private static final Tenant MAIN = new Tenant("main", "Main");

    private final AtomicReference<Instant> time = new AtomicReference<>(Account.NOON);
    private final Database database;

    TransactionTest(TestDatabase on) {
        database = on.open(time::get, TENANT);
    }

    private long tenants() {
        return database.read(tx -> tx.count(TENANT));
    }

    @Test
    void work_that_throws_leaves_nothing() {
        assertThatThrownBy(() -> database.run(tx -> {
                    tx.insert(TENANT.tenant, MAIN);
                    throw new IllegalStateException("changed my mind");
                }))
                .hasMessage("changed my mind");
        assertThat(tenants()).isZero();
    }

    @Test
    void what_shall_follow_follows_when_the_work_is_seen_by_all() {
        var seen = new AtomicReference<Long>();
        database.run(tx -> {
            tx.afterCommit(() -> seen.set(tenants()));
            tx.insert(TENANT.tenant, MAIN);
            assertThat(seen.get()).isNull();
        });
        assertThat(seen.get()).isOne();
    }

    @Test
    void nothing_follows_work_that_is_undone() {
        var seen = new AtomicReference<Long>();
        assertThatThrownBy(() -> database.run(tx -> {
                    tx.afterCommit(() -> seen.set(tenants()));
                    throw new IllegalStateException("changed my mind");
                }))
                .hasMessage("changed my mind");
        assertThat(seen.get()).isNull();
    }

    @Test
    void a_transaction_has_one_now_in_microseconds() {
        time.set(Instant.parse("2026-01-01T00:00:00.123456789Z"));
        var moments = database.<List<Instant>>write(tx -> {
            var first = tx.now();
            time.set(Instant.parse("2027-01-01T00:00:00Z"));
            return List.of(first, tx.now());
        });
        assertThat(moments).containsOnly(Instant.parse("2026-01-01T00:00:00.123456Z"));
    }

    @Test
    void a_failed_statement_ends_the_transaction() {
        assertThatThrownBy(() -> database.run(tx -> {
                    tx.insert(TENANT.tenant, MAIN);
                    assertThatThrownBy(() -> tx.insert(TENANT.tenant, MAIN)).isInstanceOf(ConstraintViolation.class);
                    tx.count(TENANT);
                }))
                .isInstanceOf(DatabaseFault.class)
                .hasMessageContaining("this transaction has already failed")
                .hasCauseInstanceOf(ConstraintViolation.class);
        assertThat(tenants()).isZero();
    }

    @Test
    void a_failure_that_was_swallowed_is_told_to_the_caller_all_the_same() {
        assertThatThrownBy(() -> database.write(tx -> {
                    tx.insert(TENANT.tenant, MAIN);
                    assertThatThrownBy(() -> tx.insert(TENANT.tenant, MAIN)).isInstanceOf(ConstraintViolation.class);
                    return "fine";
                }))
                .isInstanceOf(ConstraintViolation.class);
        assertThat(tenants()).isZero();
    }

    @Test
    void an_attempt_may_fail_and_the_transaction_goes_on() {
        database.run(tx -> {
            tx.insert(TENANT.tenant, MAIN);
            assertThatThrownBy(() -> tx.attempt(() -> {
                        tx.insert(TENANT.tenant, new Tenant("second", "Second"));
                        return tx.insert(TENANT.tenant, MAIN);
                    }))
                    .isInstanceOf(ConstraintViolation.class);
            tx.attempt(() -> tx.insert(TENANT.tenant, new Tenant("third", "Third")));
        });
        var ids = database.read(
                tx -> tx.select(Projection.of(TENANT.id)).orderBy(TENANT.id).list());
        assertThat(ids).containsExactly("main", "third");
    }

    @Test
    void a_snapshot_sees_one_moment_and_a_read_the_newest() {
        var before = Thread.ofPlatform().unstarted(() -> database.run(tx -> tx.insert(TENANT.tenant, MAIN)));
        var counts = database.<List<Long>>snapshot(tx -> {
            long first = tx.count(TENANT);
            runToEnd(before);
            return List.of(first, tx.count(TENANT));
        });
        assertThat(counts).containsExactly(0L, 0L);
        var after = Thread.ofPlatform()
                .unstarted(() -> database.run(tx -> tx.insert(TENANT.tenant, new Tenant("second", "Second"))));
        counts = database.read(tx -> {
            long first = tx.count(TENANT);
            runToEnd(after);
            return List.of(first, tx.count(TENANT));
        });
        assertThat(counts).containsExactly(1L, 2L);
    }

    private static void runToEnd(Thread thread) {
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void a_transaction_inside_a_transaction_is_refused() {
        assertThatThrownBy(() -> database.run(tx -> database.run(inner -> inner.insert(TENANT.tenant, MAIN))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("a transaction is already open here");
        assertThatThrownBy(() -> database.write(tx -> database.read(inner -> inner.count(TENANT))))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> database.read(tx -> database.snapshot(inner -> inner.count(TENANT))))
                .isInstanceOf(IllegalStateException.class);
        assertThat(tenants()).isZero();
    }

    @Test
    void a_reader_cannot_write() {
        assertThatThrownBy(() -> database.snapshot(tx ->
                        tx.sql("delete from tenant returning {}", TENANT.id).list(Projection.of(TENANT.id))))
                .isInstanceOf(DatabaseFault.class);
    }

    @Test
    void an_update_or_delete_says_which_rows() {
        assertThatThrownBy(() -> database.write(tx -> tx.delete(TENANT).run()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("say everyRow()");
        assertThatThrownBy(() -> database.write(tx -> tx.update(TENANT)
                        .set(TENANT.name, "x")
                        .where(Condition.when(java.util.Optional.<String>empty(), TENANT.id::eq))
                        .run()))
                .hasMessageContaining("no condition is left");
        assertThatThrownBy(
                        () -> database.write(tx -> tx.update(TENANT).everyRow().run()))
                .hasMessageContaining("set what?");
        assertThatThrownBy(() -> database.write(tx -> tx.update(TENANT)
                        .set(TENANT.name, "x")
                        .set(TENANT.name, "y")
                        .everyRow()
                        .run()))
                .hasMessageContaining("tenant.name is set twice");
    }

    @Test
    void a_change_that_returns_more_rows_than_one_is_undone() {
        database.run(tx -> tx.insertAll(TENANT.tenant, List.of(MAIN, new Tenant("second", "Second"))));
        assertThatThrownBy(() -> database.write(
                        tx -> tx.update(TENANT).set(TENANT.name, "x").everyRow().returning(TENANT.tenant)))
                .hasMessageContaining("more than one row");
        var names = database.read(
                tx -> tx.select(Projection.of(TENANT.name)).orderBy(TENANT.name).list());
        assertThat(names).containsExactly("Main", "Second");
        var all =
                database.<List<Tenant>>write(tx -> tx.delete(TENANT).everyRow().returningAll(TENANT.tenant));
        assertThat(all).hasSize(2);
    }

    @Test
    void a_tx_is_worth_nothing_after_its_end_or_on_another_thread() {
        var kept = new AtomicReference<Tx>();
        database.run(kept::set);
        assertThatThrownBy(() -> kept.get().insert(TENANT.tenant, MAIN))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("this Tx is over");
        var elsewhere = new AtomicReference<Throwable>();
        database.run(tx -> runToEnd(Thread.ofPlatform().unstarted(() -> {
            try {
                tx.insert(TENANT.tenant, MAIN);
            } catch (IllegalStateException refused) {
                elsewhere.set(refused);
            }
        })));
        assertThat(elsewhere.get()).hasMessageContaining("belongs to another thread");
        assertThat(tenants()).isZero();
    }

    @Test
    void a_closed_database_says_so() {
        database.close();
        assertThatThrownBy(() -> database.run(tx -> tx.insert(TENANT.tenant, MAIN)))
                .isInstanceOf(DatabaseFault.class);
        assertThatThrownBy(this::tenants).isInstanceOf(DatabaseFault.class);
    }
}
