package dev.gatehouse.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.migrations.shape.MigrationException;
import java.util.List;
import org.junit.jupiter.api.Test;

class RevisionGraphTest {

    @Test
    void parents_come_before_children_in_whatever_order_they_are_given() {
        var graph = RevisionGraph.of(List.of(Steps.of("c", "b"), Steps.of("a"), Steps.of("b", "a")));

        assertThat(graph.inOrder()).extracting(Revision::id).containsExactly("a", "b", "c");
        assertThat(graph.heads()).containsExactly("c");
    }

    @Test
    void branches_have_several_heads_and_a_merge_has_one() {
        var branches = List.of(Steps.of("a"), Steps.of("b", "a"), Steps.of("c", "a"));
        assertThat(RevisionGraph.of(branches).heads()).containsExactlyInAnyOrder("b", "c");
        assertThat(RevisionGraph.of(branches).isBranchPoint("a")).isTrue();

        var merged = List.of(Steps.of("a"), Steps.of("b", "a"), Steps.of("c", "a"), Steps.of("d", "b", "c"));
        assertThat(RevisionGraph.of(merged).heads()).containsExactly("d");
    }

    @Test
    void an_id_that_is_there_twice_is_refused() {
        refused("revision id a is there twice: Steps and Steps", Steps.of("a"), Steps.of("a"));
    }

    @Test
    void a_missing_parent_is_refused() {
        refused("revision b (Steps) stands on a, which is not there", Steps.of("b", "a"));
    }

    @Test
    void a_revision_that_is_its_own_parent_is_refused() {
        refused("revision a (Steps) names itself as its parent", Steps.of("a", "a"));
    }

    @Test
    void a_circle_is_refused_and_named() {
        refused(
                "the revisions go in a circle: b -> c -> d -> b",
                Steps.of("a"),
                Steps.of("b", "a", "d"),
                Steps.of("c", "b"),
                Steps.of("d", "c"));
    }

    @Test
    void an_id_that_is_a_target_is_refused() {
        refused(
                "revision id 'head' (Steps) is not allowed: use letters, digits and _, and no word for a target",
                Steps.of("head"));
        refused(
                "revision id 'a-b' (Steps) is not allowed: use letters, digits and _, and no word for a target",
                Steps.of("a-b"));
    }

    @Test
    void a_revision_is_found_by_the_beginning_of_its_id() {
        var graph = RevisionGraph.of(List.of(Steps.of("abc1"), Steps.of("abd2", "abc1"), Steps.of("ab", "abd2")));

        assertThat(graph.resolve("abd")).isEqualTo("abd2");
        assertThat(graph.resolve("ab")).as("a whole id wins").isEqualTo("ab");
        assertThatThrownBy(() -> graph.resolve("a"))
                .isInstanceOf(MigrationException.class)
                .hasMessage("'a' is the beginning of several revisions: abc1, abd2, ab; say more of it");
        assertThatThrownBy(() -> graph.resolve("x")).hasMessage("Can't locate revision identified by 'x'");
    }

    @Test
    void two_hundred_revisions_are_sorted_at_once() {
        var revisions = java.util.stream.IntStream.range(0, 200)
                .mapToObj(n -> n == 0 ? Steps.of("r0") : Steps.of("r" + n, "r" + (n - 1)))
                .toList();
        assertThat(RevisionGraph.of(revisions.reversed()).inOrder()).isEqualTo(revisions);
    }

    private static void refused(String message, Revision... revisions) {
        assertThatThrownBy(() -> RevisionGraph.of(List.of(revisions)))
                .isInstanceOf(MigrationException.class)
                .hasMessage(message);
    }
}
