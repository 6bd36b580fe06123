package dev.gatehouse.permissions.relation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ContextualSnapshotTest {

    private static final ConditionUse ON_DUTY = new ConditionUse("on_duty", Map.of());
    private static final Relationship BOB_READS = Relationship.of("document:charter", "viewer", "person:bob");
    private static final Snapshot STORED = Worlds.loaded(List.of(BOB_READS)).snapshot();

    @Test
    void it_adds_people_whom_the_stored_relationships_do_not_know() {
        var asked = of(
                Relationship.of("document:charter", "viewer", "group:guests#member"),
                Relationship.of("group:guests", "member", "person:zed"));
        assertThat(Answers.users(asked, "document:charter", "viewer"))
                .containsOnlyKeys("person:bob", "group:guests#member");
        assertThat(Answers.usersets(asked, "document:charter", "viewer")).containsOnlyKeys("group:guests#member");
        assertThat(Answers.users(asked, "group:guests", "member")).containsOnlyKeys("person:zed");
        assertThat(Answers.objects(asked, "person:zed", "group", "member")).containsOnlyKeys("group:guests");
    }

    @Test
    void it_hides_the_stored_relationship_of_the_same_object_relation_and_user() {
        var asked = of(BOB_READS.with(ON_DUTY));
        assertThat(Answers.users(asked, "document:charter", "viewer"))
                .containsOnly(Map.entry("person:bob", Optional.of(ON_DUTY)));
        assertThat(Answers.objects(asked, "person:bob", "document", "viewer"))
                .containsOnly(Map.entry("document:charter", Optional.of(ON_DUTY)));
    }

    @Test
    void it_leaves_the_snapshot_below_as_it_was() {
        of(Relationship.of("document:charter", "viewer", "person:zed"));
        assertThat(Answers.users(STORED, "document:charter", "viewer")).containsOnlyKeys("person:bob");
        assertThat(STORED.find("person:zed")).isEqualTo(Snapshot.NOBODY);
    }

    @Test
    void nobody_has_no_relationships() {
        var asked = of(Relationship.of("document:charter", "viewer", "person:zed"));
        assertThat(asked.edge(asked.find("document:charter"), "viewer", Snapshot.NOBODY))
                .isEqualTo(Snapshot.ABSENT);
        assertThat(asked.users(Snapshot.NOBODY, "viewer").isEmpty()).isTrue();
        assertThat(asked.objects(Snapshot.NOBODY, "document", "viewer").isEmpty())
                .isTrue();
    }

    private static Snapshot of(Relationship... relationships) {
        return new ContextualSnapshot(STORED, List.of(relationships));
    }
}
