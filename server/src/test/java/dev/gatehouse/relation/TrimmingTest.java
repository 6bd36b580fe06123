package dev.gatehouse.relation;

import static dev.gatehouse.permissions.relation.Relationship.of;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.audit.Origin;
import dev.gatehouse.mapper.Dialect;
import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.permissions.relation.Relationship;
import dev.gatehouse.tenant.Tenant;
import dev.gatehouse.testing.Await;
import dev.gatehouse.testing.Rows;
import dev.gatehouse.testing.TestHouse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@EachDatabase
class TrimmingTest {

    private static final Duration MONTH = Duration.ofDays(30);
    private static final long PLENTY = 64 << 20;
    private static final Relationship BOB_VIEWS = of("document:charter", "viewer", "person:bob");
    private static final Consistency BEST_HERE = new Consistency.BestHere();

    private final Dialect dialect;
    private final TestHouse house;
    private final TestHouse neighbour;
    private final Node here;
    private final Node there;

    TrimmingTest(TestDatabase on) {
        dialect = on.dialect();
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
    void what_is_older_than_its_lifetime_goes_and_the_relationships_stay() {
        write(1_200);
        var old = here.write(BOB_VIEWS).revision();
        house.clock().pass(MONTH);
        var recent = here.write(of("document:recent", "viewer", "person:bob")).revision();
        house.clock().pass(Duration.ofSeconds(1));
        trim(MONTH);

        assertThat(read(Place.after(old))).containsExactly("document:recent");
        assertThat(read(earliest())).containsExactly("document:charter", "document:recent");
        assertThat(earliest()).isEqualTo(Place.after(old - 1));
        assertThat(here.relationships.newest(Tenant.MAIN).revision()).isEqualTo(recent);
        assertThat(here.sees(BOB_VIEWS, BEST_HERE)).isTrue();
        assertThat(here.sees(of("document:7", "editor", "person:bob"), BEST_HERE))
                .isTrue();
        assertThat(Rows.texts(house.database(), "relationship_change", "object_name"))
                .containsExactlyInAnyOrder("document:charter", "document:recent");
    }

    @Test
    void whoever_was_away_for_longer_is_told_that_something_is_missing() {
        var first = here.write(BOB_VIEWS).revision();
        writeOneByOne(3);
        house.clock().pass(MONTH.plusDays(1));
        trim(MONTH);
        for (var place :
                List.of(Place.START, Place.after(first), new Place(earliest().revision(), 0)))
            assertThat(here.relationships.changes(Tenant.MAIN, place, Optional.empty(), 10))
                    .isEmpty();
        assertThat(read(earliest())).hasSize(1);
    }

    @Test
    void the_place_of_a_moment_within_the_lifetime_is_found_and_of_one_before_it_is_not() {
        writeOneByOne(3);
        house.clock().pass(MONTH.plusDays(1));
        trim(MONTH);
        var now = house.clock().instant();
        assertThat(here.relationships.placeBefore(Tenant.MAIN, now.minus(MONTH)))
                .isEqualTo(Place.after(here.relationships.newest(Tenant.MAIN).revision()));
        var unknown = here.relationships.placeBefore(Tenant.MAIN, now.minus(MONTH.multipliedBy(2)));
        assertThat(here.relationships.changes(Tenant.MAIN, unknown, Optional.empty(), 10))
                .isEmpty();
    }

    @Test
    void they_are_kept_for_ever_where_nobody_says_for_how_long() {
        writeOneByOne(3);
        house.clock().pass(Duration.ofDays(10_000));
        trim(Duration.ZERO);
        assertThat(read(Place.START)).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void what_was_left_of_a_removal_that_was_cut_short_goes_the_next_time() {
        writeOneByOne(3);
        house.clock().pass(MONTH.plusDays(1));
        var last = here.relationships.newest(Tenant.MAIN).revision() - 1;
        house.database().run(tx -> new ChangeStore().trim(tx, Tenant.MAIN, last, 1));
        trim(MONTH);
        assertThat(Rows.texts(house.database(), "relationship_change", "revision"))
                .containsExactly(Long.toString(last + 1));
    }

    @Test
    void a_node_that_follows_and_finds_a_gap_loads_anew() {
        there.load();
        var other = of("document:other", "viewer", "person:bob");
        house.database().run(tx -> {
            var first = Node.token(here.relationships.write(tx, Tenant.MAIN, Changes.write(BOB_VIEWS), Origin.SERVER));
            here.relationships.write(tx, Tenant.MAIN, Changes.write(other), Origin.SERVER);
            new ChangeStore().trim(tx, Tenant.MAIN, first.revision(), 500);
        });
        Await.until(() -> there.sees(BOB_VIEWS, BEST_HERE) && there.sees(other, BEST_HERE));
        there.load();
    }

    /// So wide that its changes would fill the memory one by one.
    @Test
    void a_node_that_meets_a_very_wide_revision_loads_anew() {
        here.write(BOB_VIEWS);
        there.load();
        assertThat(there.sees(BOB_VIEWS, BEST_HERE)).isTrue();
        Rows.change(house.database(), "delete from relationship where object_name = 'document:charter'");
        Rows.change(
                house.database(),
                "insert into relationship_change (tenant_id, revision, ordinal, operation, object_name, relation,"
                        + " user_name, changed_at) with recursive n(i) as (select 0 union all select i + 1 from n where"
                        + " i < 100000) select 'main', (select revision + 1 from relationship_head where tenant_id ="
                        + " 'main'), i, 'deleted', 'document:' || i, 'viewer', 'person:bob', "
                        + (dialect == Dialect.SQLITE ? "0" : "now()") + " from n");
        Rows.change(house.database(), "update relationship_head set revision = revision + 1");
        Await.until(() -> !there.sees(BOB_VIEWS, BEST_HERE));
        there.load();
        assertThat(there.sees(BOB_VIEWS, BEST_HERE)).isFalse();
    }

    private void writeOneByOne(int many) {
        for (int i = 0; i < many; i++) here.write(of("document:" + i, "editor", "person:bob"));
    }

    private void write(int many) {
        for (int from = 0; from < many; from += 400)
            here.write(IntStream.range(from, Math.min(many, from + 400))
                    .mapToObj(i -> of("document:" + i, "editor", "person:bob"))
                    .toArray(Relationship[]::new));
    }

    private void trim(Duration lifetime) {
        new Trimming(house.database(), lifetime).trim();
    }

    private Place earliest() {
        return here.relationships.earliest(Tenant.MAIN);
    }

    private List<String> read(Place after) {
        return here.relationships.changes(Tenant.MAIN, after, Optional.empty(), 5_000).orElseThrow().changes().stream()
                .map(change -> change.change().relationship().object())
                .toList();
    }
}
