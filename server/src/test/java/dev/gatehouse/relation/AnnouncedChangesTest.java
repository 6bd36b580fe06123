package dev.gatehouse.relation;

import static dev.gatehouse.permissions.relation.Relationship.of;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.audit.Origin;
import dev.gatehouse.mapper.Database;
import dev.gatehouse.mapper.DatabaseSettings;
import dev.gatehouse.mapper.Dialect;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.mapper.testing.Wiretap;
import dev.gatehouse.permissions.relation.Relationship;
import dev.gatehouse.tenant.Tenant;
import dev.gatehouse.testing.Await;
import dev.gatehouse.testing.Rows;
import dev.gatehouse.testing.TestHouse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Two nodes over one PostgreSQL that never look by themselves: what they know of each other was announced.
class AnnouncedChangesTest {

    private static final long PLENTY = 64 << 20;
    private static final Pace NEVER_LOOKS = new Pace(Duration.ofHours(1), Duration.ofHours(2), Duration.ofSeconds(1));
    private static final Relationship BOB_VIEWS = of("document:charter", "viewer", "person:bob");
    private static final Consistency BEST_HERE = new Consistency.BestHere();

    private final TestHouse house = TestHouse.on(new TestDatabase(Dialect.POSTGRES));
    private final TestHouse neighbour = house.neighbour();
    private final Node here = Node.of(house, PLENTY, NEVER_LOOKS);
    private final Node there = Node.of(neighbour, PLENTY, NEVER_LOOKS);

    @AfterEach
    void close() {
        here.close();
        there.close();
        neighbour.close();
        house.close();
    }

    @Test
    void what_one_node_writes_and_deletes_the_other_knows() {
        there.load();
        for (int i = 0; i < 50; i++) {
            var one = of("document:" + i, "editor", "person:bob");
            here.write(one);
            Await.until(() -> there.sees(one, BEST_HERE));
            here.delete(one);
            Await.until(() -> !there.sees(one, BEST_HERE));
        }
        assertThat(there.snapshots.answeredFromMemory()).isPositive();
    }

    @Test
    void of_many_tenants_each_is_followed() {
        var tenants = IntStream.range(0, 40).mapToObj(i -> "office-" + i).toList();
        tenants.forEach(this::found);
        tenants.forEach(there::load);
        for (var tenant : tenants)
            Node.token(here.relationships.write(tenant, Changes.write(BOB_VIEWS), Origin.SERVER));
        for (var tenant : tenants) Await.until(() -> there.sees(tenant, BOB_VIEWS, BEST_HERE));
        here.relationships.forget(tenants.get(7), "person:bob", Origin.SERVER);
        Await.until(() -> !there.sees(tenants.get(7), BOB_VIEWS, BEST_HERE));
        assertThat(there.sees(tenants.get(8), BOB_VIEWS, BEST_HERE)).isTrue();
    }

    /// Cut off from announcements, but not from the database: what was written meanwhile is looked for.
    @Test
    void what_is_written_while_a_node_cannot_hear_is_not_lost() throws IOException, InterruptedException {
        var settings = (DatabaseSettings.Postgres) neighbour.databaseSettings();
        try (var wire = Wiretap.to(settings.hosts().getFirst(), settings.port());
                var database = Database.open(through(wire, settings));
                var faraway = new Node(database, house.house().audit(), PLENTY, NEVER_LOOKS)) {
            faraway.load();
            here.write(BOB_VIEWS);
            Await.until(() -> faraway.sees(BOB_VIEWS, BEST_HERE));

            wire.refuse();
            Rows.change(
                    house.database(),
                    "do $$ begin perform pg_terminate_backend(pid) from pg_stat_activity where application_name like"
                            + " '%(listening)' and client_port in (" + wire.ports() + "); end $$");
            wire.awaitRefused(1);
            var meanwhile = of("document:meanwhile", "viewer", "person:bob");
            here.write(meanwhile);
            assertThat(faraway.sees(meanwhile, BEST_HERE)).isFalse();
            wire.admit();
            Await.until(() -> faraway.sees(meanwhile, BEST_HERE));
        }
    }

    @Test
    void what_is_undone_or_changes_nothing_is_not_announced() throws InterruptedException {
        var heard = new LinkedBlockingQueue<Long>();
        var missed = new LinkedBlockingQueue<String>();
        try (var announcements = neighbour.database().announcements()) {
            new ChangeStore().listen(announcements, (_, revision) -> heard.add(revision), () -> missed.add("at first"));
            announcements.start();
            missed.poll(20, TimeUnit.SECONDS);

            assertThatThrownBy(() -> house.database().run(tx -> {
                        here.relationships.write(tx, Tenant.MAIN, Changes.write(BOB_VIEWS), Origin.SERVER);
                        throw new IllegalStateException("undone");
                    }))
                    .hasMessage("undone");
            here.relationships.forget(Tenant.MAIN, "person:nobody", Origin.SERVER);
            var token = here.write(BOB_VIEWS);
            assertThat(heard.poll(20, TimeUnit.SECONDS)).isEqualTo(token.revision());
            assertThat(heard).isEmpty();
        }
    }

    /// A listener of the feed at another node is woken, and need not wait for its next look.
    @Test
    void who_listens_to_changes_elsewhere_is_woken() {
        var feed = new ChangeFeed(there.relationships);
        there.load();
        for (int i = 0; i < 5; i++) {
            var before = feed.rung();
            here.write(of("document:" + i, "viewer", "person:bob"));
            Await.until(() -> feed.rung() > before);
        }
    }

    private void found(String tenantId) {
        Rows.change(
                house.database(),
                "insert into tenant (id, name, created_at) values ('" + tenantId + "', '" + tenantId + "', now())");
    }

    private static DatabaseSettings through(Wiretap wire, DatabaseSettings.Postgres settings) {
        return DatabaseSettings.postgres(
                        "127.0.0.1", wire.port(), settings.user(), settings.password(), settings.database())
                .poolSize(2);
    }
}
