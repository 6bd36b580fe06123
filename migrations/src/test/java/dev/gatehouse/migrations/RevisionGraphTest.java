package dev.gatehouse.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.migrations.shape.MigrationException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

        var names = new Names(graph);
        assertThat(names.resolve("abd")).isEqualTo("abd2");
        assertThat(names.resolve("ab")).as("a whole id wins").isEqualTo("ab");
        assertThatThrownBy(() -> names.resolve("a"))
                .isInstanceOf(MigrationException.class)
                .hasMessage("'a' is the beginning of several revisions: abc1, abd2, ab; say more of it");
        assertThatThrownBy(() -> names.resolve("x")).hasMessage("Can't locate revision identified by 'x'");
    }

    @Test
    void what_is_depended_on_comes_first_and_is_still_a_head() {
        var graph = RevisionGraph.of(List.of(
                Steps.of("a1").dependingOn("mail"),
                Steps.of("b1"),
                Steps.of("b2", "b1").labelled("mail")));

        assertThat(graph.inOrder()).extracting(Revision::id).containsExactly("b1", "b2", "a1");
        assertThat(graph.dependenciesOf("a1"))
                .as("a label stands for its revision")
                .containsExactly("b2");
        assertThat(graph.heads()).containsExactly("b2", "a1");
        assertThat(graph.realHeads()).containsExactly("a1");
        assertThat(graph.isHead("b2")).isTrue();
        assertThat(graph.isEffectiveHead("b2")).isFalse();
        assertThat(graph.childrenOf("b1")).extracting(Revision::id).containsExactly("b2");
        assertThat(graph.childrenOf("b2")).isEmpty();
    }

    @Test
    void a_label_is_seen_along_its_branch() {
        var fork = RevisionGraph.of(List.of(
                Steps.of("a1"),
                Steps.of("b2", "a1").labelled("shop"),
                Steps.of("b3", "b2"),
                Steps.of("c2", "a1"),
                Steps.of("c3", "c2").labelled("mail"),
                Steps.of("d4", "b3", "c3")));

        assertThat(fork.labelsOf("a1")).isEmpty();
        assertThat(fork.labelsOf("b3")).containsExactly("shop");
        assertThat(fork.labelsOf("c2"))
                .as("a merge lies above: the branch does not go on straight")
                .isEmpty();
        assertThat(fork.labelsOf("d4")).containsExactly("mail", "shop");

        var line =
                RevisionGraph.of(List.of(Steps.of("a1"), Steps.of("b2", "a1").labelled("shop"), Steps.of("c3", "b2")));
        assertThat(line.labelsOf("a1")).containsExactly("shop");
        assertThat(line.labelsOf("c3")).containsExactly("shop");
    }

    @Test
    void labels_and_dependencies_that_cannot_be_are_refused_by_name() {
        refused(
                "branch label 'shop' is there twice: on revision a1 and on revision b2",
                Steps.of("a1").labelled("shop"),
                Steps.of("b2").labelled("shop"));
        refused(
                "branch label 'b2' of revision a1 is the id of a revision: choose another",
                Steps.of("a1").labelled("b2"),
                Steps.of("b2"));
        for (var label : List.of("head", "current", "a-b", "0123456789ab", "")) {
            refused(
                    "branch label '%s' of revision a1 is not allowed: use letters, digits and _, no word for a target and nothing that looks like an id"
                            .formatted(label),
                    Steps.of("a1").labelled(label));
        }
        refused(
                "revision a1 (Steps) depends on zz, which is not there",
                Steps.of("a1").dependingOn("zz"));
        refused(
                "revision a1 (Steps) depends on abc, which is not there",
                Steps.of("a1").dependingOn("abc"),
                Steps.of("abcd"));
        refused("revision a1 (Steps) depends on itself", Steps.of("a1").dependingOn("a1"));
        refused(
                "revision a1 (Steps) depends on itself",
                Steps.of("a1").dependingOn("me").labelled("me"));
        refused(
                "the revisions go in a circle by what they depend on: a1 -> b2 -> a1",
                Steps.of("a1").dependingOn("b2"),
                Steps.of("b2", "a1"));
    }

    /// a1 - b2 - b3 and a1 - c2, where c2 carries `side`.
    private static final RevisionGraph FORK = RevisionGraph.of(List.of(
            Steps.of("a1"),
            Steps.of("b2", "a1"),
            Steps.of("b3", "b2"),
            Steps.of("c2", "a1").labelled("side")));

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(nullValues = "-", textBlock = """
            heads,     c2 b3
            base,      ''
            b3,        b3
            side,      c2
            side@head, c2
            b2@heads,  b3
            b3@-2,     a1
            b2+1,      b3
            """)
    void a_target_names_revisions(String target, String found) {
        assertThat(ids(FORK.find(target))).isEqualTo(found);
    }

    @ParameterizedTest(name = "{0}:{1} at b2 is {2}")
    @CsvSource(textBlock = """
            '',      '',      b3 c2 b2 a1
            b2,      '',      b3 b2
            b2,      b3,      b3 b2
            a1,      b2,      b2 a1
            '',      c2,      c2 a1
            current, b3,      b3 b2
            '',      current, b2 a1
            -1,      b3,      b3 b2
            -9,      b3,      b3 b2 a1
            a1,      side@+1, c2 a1
            b2,      c2,      refused
            b3@base, heads,   b3 b2 a1
            """)
    void a_range_is_a_stretch_of_one_branch(String from, String to, String found) {
        if (found.equals("refused")) {
            assertThatThrownBy(() -> FORK.range(from, to, Set.of("b2")))
                    .isInstanceOf(MigrationException.class)
                    .hasMessage(
                            "Requested range %s:%s does not refer to ancestor/descendant revisions along the same branch",
                            from, to);
        } else {
            assertThat(ids(FORK.range(from, to, Set.of("b2")))).isEqualTo(found);
        }
    }

    private static String ids(List<Revision> revisions) {
        return String.join(" ", revisions.stream().map(Revision::id).toList());
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
