package dev.gatehouse.relation;

import static dev.gatehouse.permissions.relation.Relationship.of;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.audit.Origin;
import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.permissions.relation.Relationship;
import dev.gatehouse.relation.Asked.FromTheFuture;
import dev.gatehouse.relation.WriteResult.Written;
import dev.gatehouse.tenant.Tenant;
import dev.gatehouse.testing.Await;
import dev.gatehouse.testing.Race;
import dev.gatehouse.testing.Rows;
import dev.gatehouse.testing.TestHouse;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Two nodes over one database, each with its memory.
@EachDatabase
class SnapshotsTest {

    private static final long PLENTY = 64 << 20;
    private static final Relationship BOB_VIEWS = of("document:charter", "viewer", "person:bob");
    private static final Consistency BEST_HERE = new Consistency.BestHere();

    private final TestHouse house;
    private final TestHouse neighbour;
    private final Node here;
    private final Node there;

    SnapshotsTest(TestDatabase on) {
        house = TestHouse.on(on);
        neighbour = house.neighbour();
        here = Node.of(house, PLENTY);
        there = Node.of(neighbour, PLENTY);
    }

    @AfterEach
    void close() {
        here.close();
        there.close();
        neighbour.close();
        house.close();
    }

    @Test
    void the_database_answers_until_the_memory_is_there() {
        here.write(BOB_VIEWS);
        assertThat(here.sees(BOB_VIEWS, BEST_HERE)).isTrue();
        assertThat(here.snapshots.answeredFromMemory()).isZero();

        here.load();
        assertThat(here.sees(BOB_VIEWS, BEST_HERE)).isTrue();
        assertThat(here.snapshots.answeredFromMemory()).isPositive();
        assertThat(here.snapshots.bytesInMemory()).isPositive();
    }

    @Test
    void what_this_node_writes_its_memory_knows_at_once() {
        here.load();
        var before = here.snapshots.answeredFromDatabase();
        for (int i = 0; i < 100; i++) {
            var relationship = of("document:" + i, "editor", "person:bob");
            here.write(relationship);
            assertThat(here.sees(relationship, BEST_HERE)).isTrue();
        }
        assertThat(here.snapshots.answeredFromDatabase()).isEqualTo(before);
    }

    @Test
    void a_token_of_one_node_is_good_at_the_other_at_once() {
        there.load();
        for (int i = 0; i < 30; i++) {
            var relationship = of("document:" + i, "editor", "person:bob");
            var token = here.write(relationship);
            assertThat(there.sees(relationship, new Consistency.AtLeast(token))).isTrue();
        }
        assertThat(there.snapshots.answeredFromMemory()).isGreaterThanOrEqualTo(30);
    }

    @Test
    void what_another_node_writes_is_seen_without_a_token_soon_and_when_asked_for_at_once() {
        there.load();
        here.write(BOB_VIEWS);
        assertThat(there.sees(BOB_VIEWS, new Consistency.FullyUpToDate())).isTrue();

        var later = of("document:later", "viewer", "person:bob");
        here.write(later);
        Await.until(() -> there.sees(later, BEST_HERE));
    }

    @Test
    void a_token_that_was_never_given_out_is_from_the_future() {
        here.load();
        var made = new Consistency.AtLeast(new ConsistencyToken(Tenant.MAIN, 1_000));
        assertThat(here.snapshots.ask(Tenant.MAIN, made, _ -> true)).isEqualTo(new FromTheFuture<>());
        assertThat(there.snapshots.ask(Tenant.MAIN, made, _ -> true)).isEqualTo(new FromTheFuture<>());
    }

    @Test
    void what_does_not_fit_the_database_answers() {
        var small = Node.of(house, 2_000);
        IntStream.range(0, 200).forEach(i -> here.write(of("document:" + i, "editor", "person:bob")));
        small.snapshots.start();
        Await.until(() -> small.sees(of("document:2", "editor", "person:bob"), BEST_HERE));
        assertThat(small.snapshots.answeredFromMemory()).isZero();
        assertThat(small.snapshots.tenantsInMemory()).isZero();
        small.close();
    }

    @Test
    void what_comes_to_a_tenant_that_is_in_memory_counts_before_it_is_packed() {
        var small = Node.of(house, 60_000);
        small.load();
        var before = small.snapshots.bytesInMemory();
        small.write(BOB_VIEWS);
        assertThat(small.snapshots.bytesInMemory()).isGreaterThan(before).isLessThan(60_000);
        IntStream.range(0, 500).forEach(i -> small.write(of("document:" + i, "editor", "person:bob")));
        Await.until(() -> small.snapshots.tenantsInMemory() == 0);
        assertThat(small.snapshots.bytesInMemory()).isZero();
        assertThat(small.sees(of("document:2", "editor", "person:bob"), BEST_HERE))
                .isTrue();
        small.close();
    }

    @Test
    void what_is_undone_is_not_in_memory() {
        here.load();
        assertThatThrownBy(() -> house.database().run(tx -> {
                    here.relationships.write(tx, Tenant.MAIN, Changes.write(BOB_VIEWS), Origin.SERVER);
                    throw new IllegalStateException("undone");
                }))
                .hasMessage("undone");
        assertThat(here.sees(BOB_VIEWS, BEST_HERE)).isFalse();
        var other = of("document:other", "viewer", "person:bob");
        here.write(other);
        assertThat(here.sees(other, BEST_HERE)).isTrue();
        assertThat(here.sees(BOB_VIEWS, BEST_HERE)).isFalse();
    }

    @Test
    void everything_about_somebody_is_forgotten_by_the_memory_too() {
        var many = IntStream.range(0, 900)
                .mapToObj(i -> of("document:" + i, "editor", "person:bob"))
                .toArray(Relationship[]::new);
        here.load();
        here.write(many);
        assertThat(here.sees(many[899], BEST_HERE)).isTrue();
        here.relationships.forget(Tenant.MAIN, "person:bob", Origin.SERVER);
        assertThat(here.sees(many[899], BEST_HERE)).isFalse();
    }

    /// The one that began first is committed last: whoever looked between them must still see it.
    @Test
    void a_write_that_is_committed_late_is_not_missed() throws Exception {
        there.load();
        var begun = new CountDownLatch(1);
        var mayEnd = new CountDownLatch(1);
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var late = people.submit(() -> house.database().write(tx -> {
                var result = here.relationships.write(tx, Tenant.MAIN, Changes.write(BOB_VIEWS), Origin.SERVER);
                begun.countDown();
                await(mayEnd);
                return result;
            }));
            begun.await();
            var quick = of("document:quick", "viewer", "person:bob");
            var second = people.submit(() -> here.write(quick));
            assertThat(there.sees(quick, BEST_HERE)).isFalse();
            mayEnd.countDown();
            var token = second.get();
            assertThat(late.get()).isInstanceOf(Written.class);
            assertThat(there.sees(quick, new Consistency.AtLeast(token))).isTrue();
            assertThat(there.sees(BOB_VIEWS, BEST_HERE)).isTrue();
        }
    }

    @Test
    void among_many_writers_and_askers_nobody_gets_a_stale_answer() {
        here.load();
        there.load();
        var stale = Race.of(16, number -> {
            var node = number % 2 == 0 ? here : there;
            var other = number % 2 == 0 ? there : here;
            var wrong = 0;
            for (int i = 0; i < 25; i++) {
                var relationship = of("document:" + number + "-" + i, "editor", "person:bob");
                var token = node.write(relationship);
                if (!node.sees(relationship, BEST_HERE)) wrong++;
                if (!other.sees(relationship, new Consistency.AtLeast(token))) wrong++;
                token = node.delete(relationship);
                if (node.sees(relationship, new Consistency.AtLeast(token))) wrong++;
                if (other.sees(relationship, new Consistency.AtLeast(token))) wrong++;
            }
            return wrong;
        });
        assertThat(stale).containsOnly(0);
    }

    @Test
    void writes_while_the_memory_loads_are_in_it_when_it_is_there() {
        var isLoaded = new AtomicBoolean();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var writer = people.submit(() -> {
                var written = 0;
                while (!isLoaded.get() || written < 50) here.write(of("document:" + written++, "editor", "person:bob"));
                return written;
            });
            here.load();
            isLoaded.set(true);
            var written = writer.get();
            for (int i = 0; i < written; i++)
                assertThat(here.sees(of("document:" + i, "editor", "person:bob"), BEST_HERE))
                        .isTrue();
        } catch (Exception fault) {
            throw new AssertionError(fault);
        }
    }

    @Test
    void an_older_copy_of_the_database_is_not_answered_from_memory() {
        here.load();
        here.write(BOB_VIEWS);
        assertThat(here.sees(BOB_VIEWS, BEST_HERE)).isTrue();
        Rows.change(house.database(), "delete from relationship_change");
        Rows.change(house.database(), "delete from relationship");
        Rows.change(house.database(), "update relationship_head set revision = 0");
        Await.until(() -> !here.sees(BOB_VIEWS, BEST_HERE));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stop) {
            throw new AssertionError(stop);
        }
    }
}
