package dev.gatehouse.permissions.relation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// The compact snapshot and the contextual one against the plain one.
class SnapshotPropertyTest {

    private static final int WORLDS = 20;
    private static final int COMMITS = 12;

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    @Test
    void memory_answers_like_the_plain_snapshot_through_all_changes_and_folds() {
        for (var round = 0; round < WORLDS; round++) {
            var world = new SmallWorld(random);
            world.changes(random.nextInt(60));
            var graph = loaded(world.standing());
            for (var commit = 1; commit <= COMMITS; commit++) {
                var before = graph.snapshot();
                var standing = world.standing();
                graph.apply(commit, world.changes(random.nextInt(8)));
                if (random.nextInt(4) == 0) graph.fold();
                agree(graph.snapshot(), world.standing(), round);
                agree(before, standing, round);
            }
        }
    }

    @Test
    void relationships_of_a_question_count_as_if_they_were_stored() {
        for (var round = 0; round < WORLDS; round++) {
            var world = new SmallWorld(random);
            world.changes(random.nextInt(60));
            var below = world.standing();
            var above = new ArrayList<Relationship>();
            for (var index = random.nextInt(10); index > 0; index--) above.add(world.relationship());
            var all = new ArrayList<>(below);
            all.addAll(above);
            agree(new ContextualSnapshot(loaded(below).snapshot(), above), all, round);
            agree(new ContextualSnapshot(PlainSnapshot.of(below), above), all, round);
        }
    }

    private void agree(Snapshot snapshot, List<Relationship> relationships, int round) {
        var names = SmallWorld.names();
        assertThat(Answers.of(snapshot, names, SmallWorld.RELATIONS))
                .as("seed %d, round %d", seed, round)
                .isEqualTo(Answers.of(PlainSnapshot.of(relationships), names, SmallWorld.RELATIONS));
    }

    private MemoryGraph loaded(List<Relationship> relationships) {
        var shuffled = new ArrayList<>(relationships);
        Collections.shuffle(shuffled, random);
        return Worlds.loaded(shuffled);
    }
}
