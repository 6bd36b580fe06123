package dev.gatehouse.mapper;

import static dev.gatehouse.mapper.AccountTable.ACCOUNT;
import static dev.gatehouse.mapper.TenantTable.TENANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.mapper.testing.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A writer of its own whose groups end by no clock: whoever waits when the gate opens is in the one group.
class GroupCommitTest {
    private static final int CALLERS = 20;

    private final TestDatabase on = new TestDatabase(Dialect.SQLITE);
    private final CountDownLatch gate = new CountDownLatch(1);
    private final List<Thread> callers = new ArrayList<>();
    private final List<FutureTask<?>> writes = new ArrayList<>();
    private Database reading;
    private SqliteSession session;
    private GroupWriter writer;

    @BeforeEach
    void a_writer_that_is_held() throws InterruptedException {
        var settings = (DatabaseSettings.Sqlite) on.fresh();
        reading = on.open(settings, InstantSource.system(), TENANT, ACCOUNT);
        session = new SqliteFile(settings).writer();
        writer = new GroupWriter(session, new Shapes(Dialect.SQLITE), settings, Duration.ofDays(1));
        var holding = new CountDownLatch(1);
        call(_ -> {
            holding.countDown();
            try {
                gate.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        });
        holding.await();
    }

    @AfterEach
    void close() throws SQLException {
        gate.countDown();
        writer.close();
        session.close();
        on.close();
    }

    private void call(Consumer<Tx> work) {
        var write = new FutureTask<>(() -> writer.write(execution -> {
            work.accept(new Sequel("here").begin(execution, InstantSource.system()));
            return null;
        }));
        writes.add(write);
        callers.add(Thread.ofVirtual().start(write));
    }

    private void callMany() {
        for (int i = 0; i < CALLERS; i++) {
            var tenant = new Tenant("t" + i, "Number " + i);
            call(tx -> tx.insert(TENANT.tenant, tenant));
        }
    }

    private void openTheGate() {
        for (var caller : callers.subList(1, callers.size()))
            while (caller.getState() != Thread.State.TIMED_WAITING) Thread.onSpinWait();
        gate.countDown();
    }

    private long count() {
        return reading.read(tx -> tx.count(TENANT));
    }

    @Test
    void many_callers_share_one_commit() throws Exception {
        callMany();
        openTheGate();
        for (var write : writes) write.get();
        assertThat(writer.commits()).isEqualTo(1);
        assertThat(count()).isEqualTo(CALLERS);
    }

    @Test
    void nobody_is_answered_before_the_commit() throws Exception {
        callMany();
        var answered = new ArrayList<Thread.State>();
        call(_ -> callers.subList(1, CALLERS + 1).forEach(caller -> answered.add(caller.getState())));
        openTheGate();
        for (var write : writes) write.get();
        assertThat(answered).hasSize(CALLERS).isSubsetOf(Thread.State.TIMED_WAITING, Thread.State.WAITING);
    }

    /// Otherwise it would look for the row that stands in its way, and find nothing.
    @Test
    void who_is_refused_for_a_row_of_the_same_group_hears_it_when_others_see_that_row() throws Exception {
        call(tx -> tx.insert(TENANT.tenant, new Tenant("t0", "First")));
        call(tx -> tx.insert(TENANT.tenant, new Tenant("t0", "Second")));
        var refused = callers.getLast();
        var waits = new ArrayList<Thread.State>();
        call(_ -> waits.add(refused.getState()));
        openTheGate();
        for (var write : List.of(writes.getFirst(), writes.get(1), writes.getLast())) write.get();
        assertThatThrownBy(writes.get(2)::get).hasCauseInstanceOf(ConstraintViolation.class);
        assertThat(waits).hasSize(1).isSubsetOf(Thread.State.TIMED_WAITING, Thread.State.WAITING);
        assertThat(writer.commits()).isEqualTo(1);
        assertThat(count()).isEqualTo(1);
    }

    /// A deferred foreign key is looked at by the commit itself.
    @Test
    void if_the_commit_fails_all_of_the_group_hear_it_and_the_writer_goes_on() throws Exception {
        callMany();
        call(tx -> {
            tx.sql("pragma defer_foreign_keys = on").run();
            tx.insert(ACCOUNT.account, Account.named("homeless"));
        });
        openTheGate();
        for (var write : writes) assertThatThrownBy(write::get).hasCauseInstanceOf(ConstraintViolation.class);
        assertThat(count()).isZero();
        call(tx -> tx.insert(TENANT.tenant, new Tenant("later", "Later")));
        writes.getLast().get();
        assertThat(count()).isEqualTo(1);
    }
}
