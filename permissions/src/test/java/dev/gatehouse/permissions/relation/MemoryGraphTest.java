package dev.gatehouse.permissions.relation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.permissions.relation.Change.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MemoryGraphTest {

    private static final Relationship BOB_READS = Relationship.of("document:charter", "viewer", "person:bob");
    private static final ConditionUse ON_DUTY = new ConditionUse("on_duty", Map.of("zone", "Prague"));

    @Test
    void a_commit_is_seen_from_then_on_and_not_by_whoever_looked_before() {
        var graph = MemoryGraph.empty(7);
        var before = graph.snapshot();
        graph.apply(8, List.of(Change.written(BOB_READS)));

        assertThat(viewers(graph.snapshot())).containsOnlyKeys("person:bob");
        assertThat(graph.snapshot().revision()).isEqualTo(8);
        assertThat(viewers(before)).isEmpty();
        assertThat(before.revision()).isEqualTo(7);
    }

    @Test
    void changes_of_a_commit_are_made_in_their_order() {
        var graph = MemoryGraph.empty(0);
        graph.apply(1, List.of(Change.written(BOB_READS), Change.deleted(BOB_READS)));
        assertThat(viewers(graph.snapshot())).isEmpty();
        graph.apply(2, List.of(Change.deleted(BOB_READS), Change.written(BOB_READS)));
        assertThat(viewers(graph.snapshot())).containsOnlyKeys("person:bob");
    }

    @Test
    void what_stood_takes_another_condition_and_loses_it() {
        var graph = Worlds.loaded(List.of(BOB_READS));
        graph.apply(1, List.of(Change.written(BOB_READS.with(ON_DUTY))));
        assertThat(viewers(graph.snapshot())).containsEntry("person:bob", Optional.of(ON_DUTY));
        graph.fold();
        assertThat(viewers(graph.snapshot())).containsEntry("person:bob", Optional.of(ON_DUTY));
        graph.apply(2, List.of(Change.written(BOB_READS)));
        assertThat(viewers(graph.snapshot())).containsEntry("person:bob", Optional.empty());
    }

    @Test
    void a_commit_before_the_last_one_is_refused() {
        var graph = MemoryGraph.empty(7);
        assertThatThrownBy(() -> graph.apply(6, List.of(Change.written(BOB_READS))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("commit 6")
                .hasMessageContaining("commit 7");
    }

    @Test
    void of_what_is_loaded_twice_the_last_counts() {
        var graph = Worlds.loaded(List.of(BOB_READS, BOB_READS.with(ON_DUTY)));
        assertThat(viewers(graph.snapshot())).containsOnly(Map.entry("person:bob", Optional.of(ON_DUTY)));
    }

    @Test
    void folding_lets_go_of_names_that_are_gone() {
        var graph = Worlds.loaded(List.of(BOB_READS, Relationship.of("document:charter", "viewer", "person:alice")));
        graph.apply(1, List.of(Change.deleted(BOB_READS)));
        assertThat(graph.snapshot().find("person:bob")).isNotEqualTo(Snapshot.NOBODY);
        var before = graph.bytes();
        graph.fold();
        assertThat(graph.snapshot().find("person:bob")).isEqualTo(Snapshot.NOBODY);
        assertThat(graph.snapshot().revision()).isEqualTo(1);
        assertThat(graph.bytes()).isLessThan(before);
    }

    /// What is said last of a member counts, within a commit and over those before.
    @Test
    void one_commit_may_write_and_delete_the_same_again_and_again() {
        var graph = MemoryGraph.empty(0);
        var bob = Relationship.of("group:staff", "member", "person:bob");
        var carol = Relationship.of("group:staff", "member", "person:carol");
        graph.apply(1, List.of(new Change(Kind.WRITTEN, bob), new Change(Kind.DELETED, bob)));
        assertThat(members(graph, "group:staff")).isEmpty();
        graph.apply(
                2,
                List.of(new Change(Kind.WRITTEN, carol), new Change(Kind.DELETED, bob), new Change(Kind.WRITTEN, bob)));
        assertThat(members(graph, "group:staff")).containsExactlyInAnyOrder("person:bob", "person:carol");
        graph.apply(3, List.of(new Change(Kind.DELETED, carol), new Change(Kind.WRITTEN, bob)));
        assertThat(members(graph, "group:staff")).containsExactly("person:bob");
    }

    private static List<String> members(MemoryGraph graph, String group) {
        var snapshot = graph.snapshot();
        var members = snapshot.users(snapshot.find(group), "member");
        return IntStream.range(0, members.size())
                .mapToObj(i -> snapshot.name(members.node(i)))
                .toList();
    }

    @Test
    void folding_is_due_when_much_has_changed() {
        var graph = MemoryGraph.empty(0);
        graph.apply(1, members(4_096));
        assertThat(graph.isFoldDue()).isFalse();
        graph.apply(2, members(1));
        assertThat(graph.isFoldDue()).isTrue();
        graph.fold();
        assertThat(graph.isFoldDue()).isFalse();
    }

    @Test
    void folding_can_wait_until_a_change_in_eight_lies_above() {
        var graph = MemoryGraph.empty(0);
        graph.apply(1, members(64_000));
        graph.fold();
        graph.apply(2, members(8_000));
        assertThat(graph.isFoldDue()).isTrue();
        assertThat(graph.isFoldOverdue()).isFalse();
        graph.apply(3, members(1));
        assertThat(graph.isFoldOverdue()).isTrue();
    }

    /// A thousand conditions that are alike take the place of one.
    @Test
    void conditions_that_are_alike_are_held_once() {
        var zone = "z".repeat(1_000);
        var same = guarded(index -> new ConditionUse("on_duty", Map.of("zone", zone)));
        var different = guarded(index -> new ConditionUse("on_duty", Map.of("zone", zone + index)));
        assertThat(different.bytes() - same.bytes()).isGreaterThan(999 * 1_000);
        assertThat(same.bytes()).isLessThan(100_000);
    }

    private static MemoryGraph guarded(IntFunction<ConditionUse> condition) {
        return Worlds.loaded(IntStream.range(0, 1_000)
                .mapToObj(index -> Relationship.of("document:charter", "viewer", "person:p" + index)
                        .with(condition.apply(index)))
                .toList());
    }

    @Test
    void changes_are_counted_before_they_are_folded_in_and_a_change_undone_gives_nothing_back() {
        var graph = MemoryGraph.empty(0);
        var empty = graph.bytes();
        for (var number = 1; number <= 1_000; number++)
            graph.apply(number, List.of(Change.written(Relationship.of("document:" + number, "viewer", "person:bob"))));
        var unfolded = graph.bytes();
        var changed = graph.snapshot().overlay().byUser();
        var counted = new long[1];
        changed.byRow().forEach((_, row) -> counted[0] += row.bytes());
        assertThat(changed.changeBytes()).isEqualTo(counted[0]).isGreaterThan(8_000);
        assertThat(unfolded - empty).isGreaterThan(1_000 * 200);
        graph.apply(1_001, List.of(Change.deleted(Relationship.of("document:1", "viewer", "person:bob"))));
        assertThat(graph.bytes()).isEqualTo(unfolded);
        graph.fold();
        assertThat(graph.bytes()).isLessThan(unfolded / 4);
    }

    @Test
    void a_very_wide_row_is_read_and_changed_in_its_midst() {
        var graph = Worlds.loaded(
                members(200_000).stream().map(Change::relationship).toList());
        graph.apply(
                1,
                List.of(
                        Change.deleted(member("person:p100000")),
                        Change.written(member("person:zed")),
                        Change.written(member("group:board#member"))));
        var members = graph.snapshot().users(graph.snapshot().find("group:all"), "member");
        assertThat(members.size()).isEqualTo(200_001);
        assertThat(stands(graph.snapshot(), "person:p100000")).isFalse();
        assertThat(stands(graph.snapshot(), "person:p100001")).isTrue();
        assertThat(stands(graph.snapshot(), "person:zed")).isTrue();
        assertThat(Answers.usersets(graph.snapshot(), "group:all", "member")).containsOnlyKeys("group:board#member");
    }

    /// Whoever reads a snapshot sees its moment and no other, while commits and folds go on beside it: in
    /// each commit one document gets a viewer and another loses one, so that at every moment there are as
    /// many as at the first.
    @Test
    void snapshots_stand_still_while_changes_and_folds_go_on() throws Exception {
        var graph = MemoryGraph.empty(0);
        graph.apply(
                0,
                IntStream.range(0, 64)
                        .mapToObj(MemoryGraphTest::moving)
                        .map(Change::written)
                        .toList());
        var last = 3_000;
        try (var threads = Executors.newFixedThreadPool(3)) {
            var writer = threads.submit(() -> {
                for (var commit = 1; commit <= last; commit++)
                    graph.apply(
                            commit, List.of(Change.deleted(moving(commit - 1)), Change.written(moving(commit + 63))));
            });
            var folder = threads.submit(() -> {
                while (!writer.isDone()) graph.fold();
            });
            var reader = threads.submit((Callable<Void>) () -> {
                while (!writer.isDone()) standsStill(graph.snapshot());
                return null;
            });
            for (var thread : List.<Future<?>>of(writer, folder, reader)) thread.get();
        }
        graph.fold();
        assertThat(standsStill(graph.snapshot())).isEqualTo(last);
    }

    private static Relationship moving(int number) {
        return Relationship.of("document:d" + number, "viewer", "person:bob");
    }

    private static long standsStill(MemorySnapshot snapshot) {
        var revision = (int) snapshot.revision();
        var expected = IntStream.range(revision, revision + 64).mapToObj(number -> "document:d" + number);
        assertThat(Answers.objects(snapshot, "person:bob", "document", "viewer").keySet())
                .containsExactlyInAnyOrderElementsOf(expected.toList());
        return revision;
    }

    @Test
    void names_that_differ_little_stay_apart() {
        var names = List.of(
                "person:Aa",
                "person:BB",
                "person:AaBB",
                "person:BBAa",
                "person:a",
                "person:\u00e1",
                "person:a\u0301",
                "person:\uD83D",
                "person:?",
                "person:😀",
                "person:\uDE00",
                "people:Aa",
                "person:a:b");
        var graph = Worlds.loaded(names.stream()
                .map(name -> Relationship.of("document:charter", "viewer", name))
                .toList());
        assertThat(viewers(graph.snapshot())).containsOnlyKeys(names);
        for (var name : names)
            assertThat(graph.snapshot().name(graph.snapshot().find(name))).isEqualTo(name);
        assertThat(graph.snapshot().find("person:AaAa")).isEqualTo(Snapshot.NOBODY);
        assertThat(graph.snapshot().find("person")).isEqualTo(Snapshot.NOBODY);
    }

    @Test
    void names_that_begin_alike_stay_apart() {
        var longest = 2_000;
        var names = IntStream.range(0, longest)
                .mapToObj(shorter -> "person:" + "x".repeat(longest - shorter))
                .toList();
        var graph = Worlds.loaded(names.stream().map(MemoryGraphTest::member).toList());
        for (var name : names)
            assertThat(graph.snapshot().name(graph.snapshot().find(name))).isEqualTo(name);
    }

    /// `Aa` and `BB` have the same [String#hashCode], and so has whatever is put together from them.
    @Test
    void thousands_of_names_with_one_hash_code_are_found() {
        var colliding = colliding(13);
        var graph = MemoryGraph.empty(0);
        graph.apply(
                1,
                colliding.stream()
                        .map(MemoryGraphTest::member)
                        .map(Change::written)
                        .toList());
        graph.fold();
        graph.apply(
                2,
                colliding(12).stream()
                        .map(MemoryGraphTest::member)
                        .map(Change::written)
                        .toList());
        for (var name : colliding) assertThat(stands(graph.snapshot(), name)).isTrue();
        for (var name : colliding(12))
            assertThat(stands(graph.snapshot(), name)).isTrue();
        for (var name : colliding(11))
            assertThat(stands(graph.snapshot(), name)).isFalse();
    }

    private static List<String> colliding(int pairs) {
        return IntStream.range(0, 1 << pairs)
                .mapToObj(number -> {
                    var name = new StringBuilder("person:");
                    for (var bit = 0; bit < pairs; bit++) name.append((number >> bit & 1) == 0 ? "Aa" : "BB");
                    return name.toString();
                })
                .toList();
    }

    @Test
    void loading_stops_when_it_is_clear_that_all_do_not_fit() {
        var loader = new MemoryLoader(100_000);
        var taken = 0;
        while (taken < 1_000_000 && loader.add(member("person:p" + taken))) taken++;
        assertThat(taken).isBetween(1_000, 20_000);
        assertThat(loader.load(0)).isInstanceOfSatisfying(Loading.TooLarge.class, tooLarge -> {
            assertThat(tooLarge.bytes()).isGreaterThan(100_000);
            assertThat(tooLarge.limitBytes()).isEqualTo(100_000);
            assertThat(tooLarge.relationships()).isBetween(1_000, 20_000);
        });
    }

    @Test
    void what_is_found_too_large_only_at_the_end_is_not_held_either() {
        var exact = Worlds.loaded(List.of(BOB_READS)).bytes();
        assertThat(loaded(exact)).isInstanceOf(Loading.Loaded.class);
        assertThat(loaded(exact - 1)).isEqualTo(new Loading.TooLarge(1, exact, exact - 1));
    }

    private static Loading loaded(long limitBytes) {
        var loader = new MemoryLoader(limitBytes);
        loader.add(BOB_READS);
        return loader.load(0);
    }

    private static List<Change> members(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> Change.written(member("person:p" + number)))
                .toList();
    }

    private static Relationship member(String user) {
        return Relationship.of("group:all", "member", user);
    }

    private static boolean stands(Snapshot snapshot, String member) {
        return snapshot.edge(snapshot.find("group:all"), "member", snapshot.find(member)) != Snapshot.ABSENT;
    }

    private static Map<String, Optional<ConditionUse>> viewers(Snapshot snapshot) {
        return Answers.users(snapshot, "document:charter", "viewer");
    }
}
