package dev.gatehouse.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.migrations.Step.Direction;
import dev.gatehouse.migrations.shape.MigrationException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Thousands of walks through random histories, as real Alembic answered them (`src/test/oracle`) and as we do.
class AlembicWalksTest {

    /// What came of a walk: the steps in order and the rows afterwards, or a refusal.
    private record Outcome(Optional<String> refusal, List<String> steps, Set<String> rows) {
        static Outcome refused(String why) {
            return new Outcome(Optional.of(why), List.of(), Set.of());
        }

        boolean refuses(String why) {
            return refusal.filter(text -> text.contains(why)).isPresent();
        }

        boolean isLike(Outcome other) {
            return refusal.isPresent() == other.refusal.isPresent()
                    && Set.copyOf(steps).equals(Set.copyOf(other.steps))
                    && rows.equals(other.rows);
        }
    }

    /// One question and both answers.
    private record Walk(RevisionGraph graph, String question, Outcome theirs, Outcome ours) {
        boolean isDown() {
            return question.startsWith("down");
        }

        boolean isStamp() {
            return question.startsWith("stamp");
        }
    }

    /// Where we mean to differ, and why.
    private enum Difference {
        /// Alembic breaks with a bare assertion or a missing key; the answer is plain, so we give it.
        THEY_BREAK(walk -> walk.theirs().refuses("!!")),
        /// `-1` from several rows: Alembic takes whichever row comes first, and warns that it will not do so for
        /// long.
        SEVERAL_ROWS(walk -> walk.isDown() && walk.ours().refuses("could start at")),
        /// A downgrade to a place on a branch: Alembic looks at the branch only where several roots are left. We
        /// refuse a place that is not on it, and know which head `label@head` means.
        BRANCH_OF_A_PLACE(walk -> walk.isDown()
                && walk.question().contains("@")
                && walk.ours().steps().isEmpty()
                && (walk.theirs().refuses("Multiple head")
                        || walk.ours().refuses("is not a member of branch")
                        || walk.question().endsWith("@heads"))),
        /// `label@-1`: Alembic looks for the way back below the label and not below the place that it counted from.
        /// So it finds none where branches part above the label, and another branch as well where they
        /// join below.
        FORK_AT_THE_LABEL(walk -> walk.isDown()
                && walk.question().contains("@-")
                && (walk.theirs().refuses("Not a valid downgrade ta")
                        || walk.theirs().steps().containsAll(walk.ours().steps()))),
        /// `label@heads` where one head depends on another: Alembic refuses since they overlap; together they are
        /// still every head.
        HEADS_THAT_OVERLAP(
                walk -> walk.question().endsWith("@heads") && walk.theirs().refuses("Requested revision")),
        /// Alembic leaves a row that another one covers; after the next step it would stumble over it.
        ROW_THAT_IS_COVERED(walk ->
                walk.ours().rows().equals(walk.graph().tips(walk.theirs().rows())) && !walk.isStamp()),
        /// A stamp of two revisions of which one lies below the other: two rows for one place.
        STAMP_OF_BOTH_ENDS(walk -> walk.isStamp() && walk.ours().refuses("lies below")),
        /// A stamp of several revisions where one row is there already, or of a place on a labelled branch: Alembic
        /// loses a row that neither lies above nor below the place.
        STAMP_LOSES_A_ROW(walk -> walk.isStamp()
                && walk.ours().rows().size() > walk.theirs().rows().size()
                && walk.ours().rows().containsAll(walk.theirs().rows()));

        private final Predicate<Walk> holds;

        Difference(Predicate<Walk> holds) {
            this.holds = holds;
        }
    }

    private RevisionGraph graph = RevisionGraph.of(List.of());
    private List<String> at = List.of();
    private final Map<Difference, Integer> meant = new EnumMap<>(Difference.class);
    private final List<Walk> notMeant = new ArrayList<>();
    private int walks = 0;

    @Test
    void we_walk_as_alembic_does() throws IOException {
        replay();

        assertThat(notMeant).isEmpty();
        assertThat(walks).isGreaterThan(6000);
        assertThat(meant)
                .as("few walks differ, and each of them as it is meant to")
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        Difference.THEY_BREAK, 87,
                        Difference.SEVERAL_ROWS, 43,
                        Difference.BRANCH_OF_A_PLACE, 56,
                        Difference.FORK_AT_THE_LABEL, 10,
                        Difference.HEADS_THAT_OVERLAP, 1,
                        Difference.ROW_THAT_IS_COVERED, 1,
                        Difference.STAMP_OF_BOTH_ENDS, 27,
                        Difference.STAMP_LOSES_A_ROW, 44));
    }

    private void replay() throws IOException {
        var revisions = new ArrayList<Revision>();
        for (var line : lines()) {
            var words = line.split(" ", 2);
            switch (words[0]) {
                case "graph" -> revisions.clear();
                case "rev" -> revisions.add(revision(words[1]));
                case "at" -> {
                    graph = RevisionGraph.of(revisions);
                    at = words.length == 1 ? List.of() : words(words[1]);
                }
                default -> compare(line);
            }
        }
    }

    private static List<String> lines() throws IOException {
        try (var file = AlembicWalksTest.class.getResourceAsStream("alembic-walks.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    private void compare(String line) {
        walks++;
        var words = line.split(" ", 3);
        var walk = new Walk(graph, words[0] + " " + words[1], outcome(words[2]), ours(words[0], words[1]));
        if (walk.ours().isLike(walk.theirs())) return;
        Stream.of(Difference.values())
                .filter(difference -> difference.holds.test(walk))
                .findFirst()
                .ifPresentOrElse(difference -> meant.merge(difference, 1, Integer::sum), () -> notMeant.add(walk));
    }

    private Outcome ours(String verb, String target) {
        try {
            return switch (verb) {
                case "stamp" -> stamp(target);
                case "hist" -> history(target);
                default -> walk(verb, Target.parse(target));
            };
        } catch (MigrationException refusal) {
            return Outcome.refused(refusal.getMessage());
        }
    }

    private Outcome stamp(String targets) {
        var stamp = Stamp.of(
                graph, at, Stream.of(targets.split(",")).map(Target::parse).toList());
        return new Outcome(Optional.empty(), List.of(), stamp.after());
    }

    private Outcome history(String range) {
        var ends = range.split(":", 2);
        var found = graph.range(ends[0], ends[1], Set.of());
        return new Outcome(Optional.empty(), found.stream().map(Revision::id).toList(), Set.of());
    }

    private Outcome walk(String verb, Target target) {
        var route = new Route(graph, at);
        var steps = verb.equals("up") ? route.upgrade(target) : route.downgrade(target);
        requireOrder(steps);
        var ids = steps.stream().map(step -> step.revision().id()).toList();
        return new Outcome(
                Optional.empty(),
                ids,
                steps.isEmpty() ? Set.copyOf(at) : steps.getLast().after());
    }

    /// Whatever a revision needs has run before it, and is undone only after it; each step begins where the last
    /// one ended.
    private void requireOrder(List<Step> steps) {
        var applied = new HashSet<>(graph.withAncestors(at));
        var rows = Set.copyOf(at);
        for (var step : steps) {
            var id = step.revision().id();
            var needs = new HashSet<>(graph.withAncestors(Set.of(id)));
            needs.remove(id);
            assertThat(applied).containsAll(needs);
            if (step.direction() == Direction.UPGRADE)
                assertThat(applied.add(id)).isTrue();
            else assertThat(applied.remove(id)).isTrue();
            assertThat(applied).allMatch(left -> applied.containsAll(graph.withAncestors(Set.of(left))));
            assertThat(step.before()).isEqualTo(rows);
            rows = step.after();
        }
    }

    private static Outcome outcome(String text) {
        if (text.startsWith("!")) return Outcome.refused(text);
        var parts = text.substring(1).split(">", 2);
        return new Outcome(Optional.empty(), words(parts[0]), new TreeSet<>(words(parts[1])));
    }

    /// `b3c4 < a1f2 ^ d5e6 # label`
    private static Steps revision(String text) {
        Map<Character, List<String>> named =
                Map.of('<', new ArrayList<>(), '^', new ArrayList<>(), '#', new ArrayList<>());
        var words = words(text);
        var sign = ' ';
        for (var word : words.subList(1, words.size())) {
            if (word.length() == 1) sign = word.charAt(0);
            else named.get(sign).add(word);
        }
        return Steps.of(words.getFirst(), named.get('<').toArray(String[]::new))
                .dependingOn(named.get('^').toArray(String[]::new))
                .labelled(named.get('#').toArray(String[]::new));
    }

    private static List<String> words(String text) {
        return Stream.of(text.strip().split(" "))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
