package dev.gatehouse.permissions.relation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.permissions.relation.RelationshipFault.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RelationshipNamesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"document:charter", "document:a:b", "document:a@b", "document:ä/ö", "document:名前", "document:😀"
            })
    void what_can_be_seen_may_stand_in_a_name(String object) {
        assertThat(faults(object, "person:bob")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "document:a b",
                "document:a\u00a0b",
                "document:a\u2028b",
                "document:a\u0000b",
                "document:a\u200bb",
                "document:a\u202eb",
                "document:\ufeffa",
                "document:a\ud800",
                "document:",
                ":charter",
                "charter",
                "document:a#b",
                "document:*"
            })
    void what_cannot_be_seen_or_would_mean_something_else_may_not(String object) {
        assertThat(faults(object, "person:bob")).containsExactly(Kind.MALFORMED_NAME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"person:bob", "person:*", "group:staff#member"})
    void a_user_is_one_or_all_or_those_of_a_relation(String user) {
        assertThat(faults("document:charter", user)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bob", "person:", "group:staff#", "group:*#member", "group:staff#member#member"})
    void anything_else_is_no_user(String user) {
        assertThat(faults("document:charter", user)).containsExactly(Kind.MALFORMED_NAME);
    }

    @Test
    void names_are_measured_in_bytes() {
        assertThat(faults("document:" + "é".repeat(123), "person:bob")).isEmpty();
        assertThat(faults("document:" + "é".repeat(124), "person:bob")).containsExactly(Kind.NAME_TOO_LONG);
    }

    private static List<Kind> faults(String object, String user) {
        return RelationshipRules.names(Relationship.of(object, "viewer", user)).stream()
                .map(RelationshipFault::kind)
                .toList();
    }
}
