package dev.gatehouse.relation;

import static dev.gatehouse.permissions.relation.Change.deleted;
import static dev.gatehouse.permissions.relation.Change.written;
import static dev.gatehouse.permissions.relation.Relationship.of;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.gatehouse.audit.Origin;
import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.permissions.relation.ConditionUse;
import dev.gatehouse.permissions.relation.Relationship;
import dev.gatehouse.relation.ChangeFault.Kind.OfState;
import dev.gatehouse.relation.WriteResult.Conflict;
import dev.gatehouse.relation.WriteResult.Invalid;
import dev.gatehouse.relation.WriteResult.Written;
import dev.gatehouse.tenant.Tenant;
import dev.gatehouse.testing.Race;
import dev.gatehouse.testing.Rows;
import dev.gatehouse.testing.TestHouse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@EachDatabase
class RelationshipsTest {

    private static final Relationship BOB_VIEWS = of("document:charter", "viewer", "person:bob");
    private static final Relationship STAFF_VIEWS = of("document:charter", "viewer", "group:staff#member");
    private static final Relationship BOB_IS_STAFF = of("group:staff", "member", "person:bob");
    private static final Origin ALICE = new Origin(Optional.of("alice"), "local", "-");

    private final TestHouse house;
    private final Relationships relationships;

    RelationshipsTest(TestDatabase on) {
        house = TestHouse.on(on);
        relationships = new Relationships(house.database(), house.house().audit(), (_, _) -> Office.MODEL);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void what_is_written_is_there_and_stands_in_the_row_of_changes() {
        assertThat(write(Changes.write(BOB_VIEWS, STAFF_VIEWS))).isEqualTo(done(1));

        assertThat(all()).containsExactly(STAFF_VIEWS, BOB_VIEWS);
        assertThat(changes())
                .extracting(StoredChange::revision, StoredChange::ordinal, StoredChange::change)
                .containsExactly(tuple(1L, 0, written(BOB_VIEWS)), tuple(1L, 1, written(STAFF_VIEWS)));
        assertThat(changes().getFirst().changedBy()).contains("alice");
    }

    @Test
    void each_change_takes_the_next_revision() {
        assertThat(write(Changes.write(BOB_VIEWS))).isEqualTo(done(1));
        assertThat(write(Changes.write(STAFF_VIEWS).andDelete(BOB_VIEWS))).isEqualTo(done(2));

        assertThat(all()).containsExactly(STAFF_VIEWS);
        assertThat(changes())
                .extracting(StoredChange::change)
                .containsExactly(written(BOB_VIEWS), deleted(BOB_VIEWS), written(STAFF_VIEWS));
    }

    @Test
    void what_is_there_already_is_a_fault_unless_nobody_minds() {
        write(Changes.write(BOB_VIEWS));

        assertThat(write(Changes.write(STAFF_VIEWS, BOB_VIEWS))).satisfies(conflict("writes/1", OfState.EXISTS));
        assertThat(all()).containsExactly(BOB_VIEWS);
        assertThat(write(Changes.write(STAFF_VIEWS, BOB_VIEWS).whateverIsThere()))
                .isEqualTo(done(2));
        assertThat(changes()).hasSize(2);
    }

    @Test
    void what_is_not_there_cannot_be_deleted_unless_nobody_minds() {
        assertThat(write(Changes.delete(BOB_VIEWS))).satisfies(conflict("deletes/0", OfState.DOES_NOT_EXIST));
        assertThat(write(Changes.delete(BOB_VIEWS).whateverIsThere())).isEqualTo(done(0));
        assertThat(changes()).isEmpty();
    }

    @Test
    void what_is_refused_and_what_changes_nothing_takes_no_revision() {
        write(Changes.delete(BOB_VIEWS));
        write(Changes.delete(BOB_VIEWS).whateverIsThere());
        assertThat(relationships.newest(Tenant.MAIN).revision()).isZero();
        assertThat(write(Changes.write(BOB_VIEWS))).isEqualTo(done(1));
    }

    @Test
    void another_condition_comes_only_in_exchange_for_the_one_that_is_there() {
        var june = BOB_VIEWS.with(new ConditionUse("until", Map.of("expires", "2026-06-30T00:00:00Z")));
        var july = BOB_VIEWS.with(new ConditionUse("until", Map.of("expires", "2026-07-31T00:00:00Z")));
        write(Changes.write(june));

        assertThat(write(Changes.write(july).whateverIsThere())).satisfies(conflict("writes/0", OfState.DIFFERS));
        assertThat(write(Changes.write(june).whateverIsThere())).isEqualTo(done(1));
        assertThat(write(Changes.write(july).andDelete(BOB_VIEWS))).isEqualTo(done(2));
        assertThat(all()).containsExactly(july);
        assertThat(changes())
                .extracting(StoredChange::change)
                .containsExactly(written(june), deleted(june), written(july));
    }

    @Test
    void a_precondition_that_does_not_hold_stops_everything() {
        var noEditor = Precondition.mustNotExist(
                RelationshipFilter.ofObject("document:charter").withRelation("editor"));
        var seenByBob = Precondition.mustExist(RelationshipFilter.exactly(BOB_VIEWS));
        var bob = Changes.write(of("document:charter", "editor", "person:bob")).provided(noEditor, seenByBob);
        var carol =
                Changes.write(of("document:charter", "editor", "person:carol")).provided(noEditor, seenByBob);

        assertThat(write(bob)).satisfies(conflict("preconditions/1", OfState.PRECONDITION));
        write(Changes.write(BOB_VIEWS));
        assertThat(write(bob)).isEqualTo(done(2));
        assertThat(write(carol)).satisfies(conflict("preconditions/0", OfState.PRECONDITION));
    }

    @Test
    void of_many_who_write_the_same_one_wins() {
        var results = Race.of(50, _ -> write(Changes.write(BOB_VIEWS)));
        assertThat(results).filteredOn(Written.class::isInstance).hasSize(1);
        assertThat(results).filteredOn(Conflict.class::isInstance).hasSize(49);
        assertThat(changes()).hasSize(1);
    }

    @Test
    void of_many_who_want_to_be_the_only_editor_one_is() {
        var noEditor = Precondition.mustNotExist(
                RelationshipFilter.ofObject("document:charter").withRelation("editor"));
        var results = Race.of(
                20,
                number -> write(Changes.write(of("document:charter", "editor", "person:" + number))
                        .provided(noEditor)));
        assertThat(results).filteredOn(Written.class::isInstance).hasSize(1);
        assertThat(all()).hasSize(1);
    }

    @Test
    void many_writers_leave_a_row_without_a_gap() {
        Race.of(32, number -> write(Changes.write(of("document:" + number, "editor", "person:bob"))));
        assertThat(changes())
                .extracting(StoredChange::revision)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 32).mapToObj(Long::valueOf).toList());
    }

    @Test
    void a_transaction_that_is_undone_leaves_neither_relationship_nor_revision_nor_news() {
        var told = new AtomicInteger();
        relationships.follow(_ -> told.incrementAndGet());
        assertThatThrownBy(() -> house.database().run(tx -> {
                    relationships.write(tx, Tenant.MAIN, Changes.write(BOB_VIEWS), ALICE);
                    throw new IllegalStateException("undone");
                }))
                .hasMessage("undone");
        assertThat(all()).isEmpty();
        assertThat(relationships.newest(Tenant.MAIN).revision()).isZero();
        assertThat(told).hasValue(0);
    }

    @Test
    void everything_about_a_group_goes_at_once_and_nothing_else() {
        var sub = of("group:all", "member", "group:staff#member");
        var stranger = of("document:charter", "viewer", "group:staffing#member");
        write(Changes.write(BOB_VIEWS, STAFF_VIEWS, BOB_IS_STAFF, sub, stranger));

        relationships.forget(Tenant.MAIN, "group:staff", ALICE);
        assertThat(all()).containsExactlyInAnyOrder(BOB_VIEWS, stranger);
        assertThat(changes())
                .filteredOn(change -> change.revision() == 2)
                .extracting(StoredChange::change)
                .containsExactlyInAnyOrder(deleted(STAFF_VIEWS), deleted(BOB_IS_STAFF), deleted(sub));
    }

    /// More than goes by one statement, from both sides.
    @Test
    void however_many_they_are_they_go_in_one_revision_and_each_change_has_its_place() {
        var many = 45_000;
        fill("'document:' || i", "'viewer'", "'person:bob'", many);
        fill("'group:staff'", "'member'", "'person:' || i", 20_000);
        var kept = List.of(of("document:1", "editor", "person:alice"), of("document:2", "viewer", "person:bobby"));
        write(Changes.write(kept.getFirst(), kept.getLast()));

        relationships.forget(Tenant.MAIN, "person:bob", ALICE);
        relationships.forget(Tenant.MAIN, "group:staff", ALICE);

        assertThat(all()).isEqualTo(kept);
        assertThat(ordinals(2)).hasSize(many).doesNotHaveDuplicates().endsWith(many - 1);
        assertThat(ordinals(3)).hasSize(20_000).endsWith(19_999);
        assertThat(relationships.newest(Tenant.MAIN).revision()).isEqualTo(3);
    }

    private void fill(String object, String relation, String user, int rows) {
        Rows.change(
                house.database(),
                "insert into relationship (tenant_id, object_name, relation, user_name, user_relation, revision,"
                        + " written_at) with recursive n(i) as (select 1 union all select i + 1 from n where i < "
                        + rows + ") select 'main', " + object + ", " + relation + ", " + user
                        + ", '', 1, (select created_at from tenant where id = 'main') from n");
    }

    private List<Integer> ordinals(long revision) {
        var found = new ArrayList<Integer>();
        house.database().read(tx -> {
            new ChangeStore().stream(tx, Tenant.MAIN, revision - 1, change -> {
                if (change.revision() == revision) found.add(change.ordinal());
            });
            return null;
        });
        return found;
    }

    @Test
    void a_thousand_go_in_and_out_together() {
        var thousand = IntStream.range(0, 1_000)
                .mapToObj(number -> of("document:" + number, "editor", "person:bob"))
                .toArray(Relationship[]::new);
        assertThat(write(Changes.write(thousand))).isEqualTo(done(1));
        assertThat(write(Changes.write(of("document:1000", "editor", "person:bob"))))
                .isEqualTo(done(2));
        relationships.forget(Tenant.MAIN, "person:bob", ALICE);
        assertThat(all()).isEmpty();
        assertThat(changes()).hasSize(2_002);
    }

    @Test
    void all_that_makes_no_sense_is_named_with_its_place() {
        var result = write(new Changes(
                List.of(
                        of("document:charter", "owner", "person:bob"),
                        of("charter", "viewer", "person:bob"),
                        of("document:charter", "viewer", "group:*"),
                        of("document:charter", "signer", "person:bob"),
                        BOB_VIEWS,
                        BOB_VIEWS),
                List.of(of("document:charter", "viewer", "")),
                List.of(Precondition.mustExist(RelationshipFilter.ALL)),
                false));
        assertThat(result)
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> assertThat(invalid.faults())
                                .extracting(fault ->
                                        fault.place() + " " + fault.kind().rule())
                                .containsExactly(
                                        "writes/0/relation unknown-relation",
                                        "writes/1/object malformed-name",
                                        "writes/2/user wildcard-not-allowed",
                                        "writes/3/condition condition-missing",
                                        "deletes/0/user malformed-name",
                                        "writes/5 duplicate",
                                        "preconditions/0 too-wide"));
        assertThat(all()).isEmpty();
    }

    private WriteResult write(Changes changes) {
        return relationships.write(Tenant.MAIN, changes, ALICE);
    }

    private List<Relationship> all() {
        return relationships.list(Tenant.MAIN, RelationshipFilter.ALL, Optional.empty(), 5_000).stream()
                .map(StoredRelationship::relationship)
                .toList();
    }

    private List<StoredChange> changes() {
        return relationships
                .changes(Tenant.MAIN, Place.START, Optional.empty(), 5_000)
                .orElseThrow()
                .changes();
    }

    private static WriteResult done(long revision) {
        return new Written(new ConsistencyToken(Tenant.MAIN, revision));
    }

    private static Consumer<WriteResult> conflict(String place, OfState kind) {
        return result -> assertThat(result)
                .isInstanceOfSatisfying(
                        Conflict.class,
                        conflict -> assertThat(conflict.faults())
                                .extracting(ChangeFault::place, ChangeFault::kind)
                                .containsExactly(tuple(place, kind)));
    }
}
