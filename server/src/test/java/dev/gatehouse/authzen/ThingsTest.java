package dev.gatehouse.authzen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.ReadyModel;
import dev.gatehouse.permissions.check.Limits;
import dev.gatehouse.permissions.check.Permissions;
import dev.gatehouse.permissions.relation.ConditionUse;
import dev.gatehouse.permissions.relation.PlainSnapshot;
import dev.gatehouse.permissions.relation.Relationship;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Whoever has written no model asks about documents and folders all the same: they are things of the ready
/// model.
class ThingsTest {

    private static final Permissions ROLES = new Permissions(
            ReadyModel.MODEL,
            PlainSnapshot.of(List.of(
                    includes("role:reader", "read"),
                    includes("role:editor", "read", "write"),
                    Relationship.of("role:editor", "holder", "person:alice"),
                    Relationship.of("assignment:bob-reads", "role", "role:reader"),
                    Relationship.of("assignment:bob-reads", "holder", "person:bob"),
                    Relationship.of("thing:folder/statutes", "assignment", "assignment:bob-reads"),
                    Relationship.of("thing:folder/statutes", "role", "role:editor"),
                    Relationship.of("thing:document/charter", "within", "thing:folder/statutes"),
                    Relationship.of("thing:documents/other", "role", "role:editor"),
                    includes("role:guard", "lock"),
                    Relationship.of("role:guard", "holder", "person:erin"),
                    Relationship.of("thing:everything", "role", "role:guard"),
                    includes("role:clerk", "file"),
                    Relationship.of("role:clerk", "holder", "person:frank"),
                    Relationship.of("thing:document", "role", "role:clerk"))),
            Limits.USUAL);

    @Test
    void a_role_permits_its_actions_on_what_lies_within() {
        assertThat(permits("bob", "read", "charter")).isTrue();
        assertThat(permits("bob", "write", "charter")).isFalse();
        assertThat(permits("alice", "write", "charter")).isTrue();
        assertThat(permits("carol", "read", "charter")).isFalse();
        assertThat(permits("alice", "write", "treaty")).isFalse();
    }

    @Test
    void those_who_may_are_found() {
        assertThat(find(new Search.Subjects(asked("", "read", "charter")))).containsExactly("alice", "bob");
        assertThat(find(new Search.Subjects(asked("", "write", "charter")))).containsExactly("alice");
    }

    @Test
    void a_role_on_everything_or_on_a_kind_counts_for_things_that_nobody_has_spoken_of() {
        assertThat(permits("erin", "lock", "never-heard-of")).isTrue();
        assertThat(permits("frank", "file", "never-heard-of")).isTrue();
        var parcel = Entity.of("parcel", "never-heard-of");
        var files = new Evaluation(Entity.of("person", "frank"), Action.of("file"), parcel, Map.of());
        assertThat(new Decisions(ROLES).decide(files).permits()).isFalse();
        assertThat(find(new Search.Subjects(asked("", "lock", "never-heard-of"))))
                .containsExactly("erin");
        assertThat(find(new Search.Actions(asked("frank", "", "never-heard-of"))))
                .containsExactly("file");
    }

    @Test
    void a_kind_with_a_slash_in_it_is_no_part_of_the_thing_that_is_called_so() {
        var clause = Entity.of("folder/statutes", "clause");
        var writes = new Evaluation(Entity.of("person", "alice"), Action.of("write"), clause, Map.of());
        assertThat(new Decisions(ROLES).decide(writes).permits()).isFalse();
    }

    @Test
    void things_are_found_of_the_kind_that_is_searched_for_and_by_their_own_ids() {
        assertThat(find(new Search.Resources(asked("alice", "write", "")))).containsExactly("charter");
    }

    @Test
    void the_actions_are_those_of_which_the_roles_speak() {
        assertThat(find(new Search.Actions(asked("alice", "", "charter")))).containsExactly("read", "write");
        assertThat(find(new Search.Actions(asked("bob", "", "charter")))).containsExactly("read");
        assertThat(find(new Search.Actions(asked("carol", "", "charter")))).isEmpty();
        assertThat(find(new Search.Actions(asked("alice", "", "treaty")))).isEmpty();
    }

    private static Relationship includes(String role, String... actions) {
        return Relationship.of(role, "includes", "person:*")
                .with(new ConditionUse("lists_action", Map.of("actions", List.of(actions))));
    }

    private static boolean permits(String who, String action, String document) {
        return new Decisions(ROLES).decide(asked(who, action, document)).permits();
    }

    private static List<String> find(Search search) {
        return ((Found.All) new Searches(ROLES).find(search)).ids();
    }

    private static Evaluation asked(String who, String action, String document) {
        return new Evaluation(Entity.of("person", who), Action.of(action), Entity.of("document", document), Map.of());
    }
}
