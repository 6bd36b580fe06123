package dev.gatehouse.relation;

import static dev.gatehouse.permissions.relation.Relationship.of;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.audit.Origin;
import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.permissions.relation.Change;
import dev.gatehouse.permissions.relation.Relationship;
import dev.gatehouse.tenant.Tenant;
import dev.gatehouse.testing.Race;
import dev.gatehouse.testing.TestHouse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@EachDatabase
class ChangeFeedTest {

    private static final int WRITERS = 8;
    private static final int WRITES = 40;

    private final TestHouse house;
    private final Relationships relationships;

    ChangeFeedTest(TestDatabase on) {
        house = TestHouse.on(on);
        relationships = new Relationships(house.database(), house.house().audit(), (_, _) -> Office.MODEL);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void whoever_follows_many_writers_misses_nothing_and_hears_nothing_twice() throws Exception {
        var start = Place.after(relationships.newest(Tenant.MAIN).revision());
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var follower = people.submit(() -> follow(start));
            var written = Race.of(WRITERS, this::writeAndDelete).stream()
                    .flatMap(List::stream)
                    .toList();
            relationships.write(Tenant.MAIN, Changes.write(of("document:end", "editor", "person:bob")), Origin.SERVER);

            var heard = follower.get();
            assertThat(heard).extracting(StoredChange::change).containsExactlyInAnyOrderElementsOf(written);
            assertThat(heard)
                    .isSortedAccordingTo((one, other) -> one.revision() != other.revision()
                            ? Long.compare(one.revision(), other.revision())
                            : Integer.compare(one.ordinal(), other.ordinal()));
            assertThat(new HashSet<>(heard.stream().map(Place::of).toList())).hasSameSizeAs(heard);
        }
    }

    /// Pages so small that they end in the middle of revisions.
    private List<StoredChange> follow(Place start) {
        var random = new Random(7);
        var heard = new ArrayList<StoredChange>();
        var place = start;
        while (true) {
            var page = relationships
                    .changes(Tenant.MAIN, place, Optional.empty(), 1 + random.nextInt(5))
                    .orElseThrow();
            for (var change : page.changes()) {
                if (change.change().relationship().object().equals("document:end")) return heard;
                heard.add(change);
            }
            place = page.next();
        }
    }

    private List<Change> writeAndDelete(int writer) {
        var done = new ArrayList<Change>();
        for (int i = 0; i < WRITES; i++) {
            var one = of("document:" + writer + "-" + i, "editor", "person:bob");
            var other = of("document:" + writer + "-" + i, "editor", "person:alice");
            relationships.write(Tenant.MAIN, Changes.write(one, other), Origin.SERVER);
            done.addAll(List.of(Change.written(one), Change.written(other)));
            if (i % 3 == 0) undone(one);
            if (i % 2 == 0) {
                relationships.write(Tenant.MAIN, Changes.delete(one), Origin.SERVER);
                done.add(Change.deleted(one));
            }
        }
        return done;
    }

    /// A transaction that takes a revision and then comes to nothing.
    private void undone(Relationship one) {
        try {
            house.database().run(tx -> {
                relationships.write(tx, Tenant.MAIN, Changes.delete(one), Origin.SERVER);
                throw new IllegalStateException("undone");
            });
        } catch (IllegalStateException _) {
            // That is what it was for.
        }
    }
}
