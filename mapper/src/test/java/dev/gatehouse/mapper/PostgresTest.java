package dev.gatehouse.mapper;

import static dev.gatehouse.mapper.AccountTable.ACCOUNT;
import static dev.gatehouse.mapper.TenantTable.TENANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.mapper.testing.TestDatabase;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PostgresTest {
    private static final Tenant MAIN = new Tenant("main", "Main");

    private final TestDatabase on = new TestDatabase(Dialect.POSTGRES);

    @AfterEach
    void close() {
        on.close();
    }

    private Database open(DatabaseSettings settings) {
        return on.open(settings, InstantSource.system(), TENANT);
    }

    /// Each has one row and wants the other's: one of the two is undone by the server, and run anew.
    @Test
    void a_deadlock_is_undone_and_run_anew() throws Exception {
        var database = on.open(TENANT);
        database.run(tx -> tx.insertAll(TENANT.tenant, List.of(new Tenant("a", "0"), new Tenant("b", "0"))));
        var bothHold = new CyclicBarrier(2);
        var runs = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> crosswise(database, "a", "b", bothHold, runs));
            var second = threads.submit(() -> crosswise(database, "b", "a", bothHold, runs));
            for (Future<?> one : List.of(first, second)) one.get();
        }
        assertThat(runs.get()).isGreaterThan(2);
        long both = database.read(tx -> tx.count(TENANT, TENANT.name.eq("00")));
        assertThat(both).isZero();
    }

    private static void crosswise(
            Database database, String mine, String yours, CyclicBarrier bothHold, AtomicInteger runs) {
        var firstTime = new AtomicInteger(1);
        database.run(tx -> {
            runs.incrementAndGet();
            mark(tx, mine);
            if (firstTime.getAndSet(0) == 1) pass(bothHold);
            mark(tx, yours);
        });
    }

    private static void mark(Tx tx, String id) {
        tx.update(TENANT).set(TENANT.name, "marked").where(TENANT.id.eq(id)).run();
    }

    private static void pass(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void who_relied_on_a_row_that_is_gone_by_now_sees_it_gone() {
        var database = on.open(TENANT, ACCOUNT);
        database.run(tx -> tx.insert(TENANT.tenant, MAIN));
        var isFirstRun = new AtomicBoolean(true);
        var outcome = database.<String>write(tx -> {
            if (tx.find(TENANT.tenant, TENANT.id.eq("main")).isEmpty()) return "no such tenant";
            if (isFirstRun.getAndSet(false))
                meanwhile(() -> database.run(other ->
                        other.delete(TENANT).where(TENANT.id.eq("main")).run()));
            tx.insert(ACCOUNT.account, Account.named("alice"));
            return "added";
        });
        assertThat(outcome).isEqualTo("no such tenant");
    }

    @Test
    void who_relied_on_there_being_no_row_sees_the_one_that_came() {
        var database = on.open(TENANT);
        var isFirstRun = new AtomicBoolean(true);
        var outcome = database.<String>write(tx -> {
            if (tx.find(TENANT.tenant, TENANT.id.eq("main")).isPresent()) return "there is one";
            if (isFirstRun.getAndSet(false)) meanwhile(() -> database.run(other -> other.insert(TENANT.tenant, MAIN)));
            tx.insert(TENANT.tenant, MAIN);
            return "added";
        });
        assertThat(outcome).isEqualTo("there is one");
    }

    @Test
    void what_breaks_a_rule_by_itself_is_run_at_most_twice() {
        var database = on.open(TENANT, ACCOUNT);
        var runs = new AtomicInteger();
        assertThatThrownBy(() -> database.run(tx -> {
                    runs.incrementAndGet();
                    tx.insert(ACCOUNT.account, Account.named("alice"));
                }))
                .isInstanceOf(ConstraintViolation.class);
        assertThat(runs.get()).isEqualTo(2);
    }

    private static void meanwhile(Runnable work) {
        try {
            Thread.startVirtualThread(work).join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void when_the_pool_is_empty_the_database_is_busy() throws Exception {
        var settings = (DatabaseSettings.Postgres) on.fresh();
        var database = open(settings.poolSize(1).patience(Duration.ofSeconds(1)));
        var holding = new CountDownLatch(1);
        var gate = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var held = threads.submit(() -> database.read(tx -> {
                holding.countDown();
                return await(gate);
            }));
            holding.await();
            assertThatThrownBy(() -> database.read(tx -> tx.count(TENANT)))
                    .isInstanceOf(DatabaseBusy.class)
                    .hasMessageContaining("no connection became free");
            gate.countDown();
            held.get();
        }
    }

    private static boolean await(CountDownLatch gate) {
        try {
            gate.await();
            return true;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void a_statement_that_takes_too_long_is_given_up() {
        var settings = (DatabaseSettings.Postgres) on.fresh();
        var database = open(settings.statementTimeout(Duration.ofMillis(200)));
        var slept = Expression.sql(ColumnType.TEXT, "pg_sleep(20)::text");
        assertThatThrownBy(() -> database.read(tx -> tx.sql("select {}", slept).one(Projection.of(slept))))
                .isInstanceOf(DatabaseBusy.class);
    }

    /// The last row cannot be computed: were the result fetched whole, no row would arrive at all.
    @Test
    void a_large_result_arrives_in_portions() {
        var database = on.open(TENANT);
        var quotient = Expression.sql(ColumnType.INTEGER, "1 / (5000 - i)");
        for (var _ : List.of("in a read", "and again")) {
            var arrived = new AtomicInteger();
            assertThatThrownBy(() -> database.read(tx -> {
                        tx.sql("select {} from generate_series(1, 5000) as i", quotient).stream(
                                Projection.of(quotient), _ -> arrived.incrementAndGet());
                        return null;
                    }))
                    .isInstanceOf(DatabaseFault.class);
            assertThat(arrived.get()).isBetween(500, 4_999);
        }
    }

    @Test
    void a_server_that_is_not_there_is_named_without_its_password() {
        var settings = DatabaseSettings.postgres("localhost", 1, "alice", "secret-word", "nowhere")
                .patience(Duration.ofSeconds(2));
        assertThatThrownBy(() -> Database.open(settings))
                .isInstanceOf(DatabaseDown.class)
                .hasMessageContaining("alice@localhost:1/nowhere")
                .hasMessageNotContaining("secret-word");
    }

    @Test
    void of_several_hosts_the_one_that_answers_is_used() {
        var here = (DatabaseSettings.Postgres) on.fresh();
        var settings = DatabaseSettings.postgres(
                        "localhost:1, " + here.hosts().getFirst(),
                        here.port(),
                        here.user(),
                        here.password(),
                        here.database())
                .poolSize(1);
        assertThat(settings.hosts()).hasSize(2);
        long found = open(settings).read(tx -> tx.count(TENANT));
        assertThat(found).isZero();
    }

    @Test
    void a_connection_that_the_server_cut_is_replaced() {
        var settings = (DatabaseSettings.Postgres) on.fresh();
        var database = open(settings.poolSize(1));
        var cut = Expression.sql(ColumnType.BOOLEAN, "pg_terminate_backend(pid)");
        assertThatThrownBy(() ->
                        database.run(tx -> tx.sql("select {} from pg_stat_activity where pid = pg_backend_pid()", cut)
                                .one(Projection.of(cut))))
                .isInstanceOf(DatabaseDown.class);
        long found = database.read(tx -> tx.count(TENANT));
        assertThat(found).isZero();
    }

    @Test
    void statements_go_with_their_connection() throws Exception {
        var database = on.open(TENANT);
        var statements = new PostgresStatements();
        StatementCache kept;
        try (var first = database.connect()) {
            kept = statements.of(first);
            assertThat(statements.of(first)).isSameAs(kept);
        }
        try (var second = database.connect()) {
            assertThat(statements.of(second)).isNotSameAs(kept);
        }
        assertThat(statements.size()).isEqualTo(1);
    }

    @Test
    void migrations_have_all_the_time_they_need() throws Exception {
        var settings = (DatabaseSettings.Postgres) on.fresh();
        var database = open(settings.statementTimeout(Duration.ofMillis(200)));
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var shown = statement.executeQuery("show statement_timeout")) {
            assertThat(shown.next()).isTrue();
            assertThat(shown.getString(1)).isEqualTo("0");
        }
        assertThatThrownBy(() -> database.copyTo(java.nio.file.Path.of("/tmp/never")))
                .isInstanceOf(UnsupportedOperationException.class);
    }
}
