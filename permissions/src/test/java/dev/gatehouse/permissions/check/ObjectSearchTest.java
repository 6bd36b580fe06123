package dev.gatehouse.permissions.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.permissions.model.AuthorizationModel;
import dev.gatehouse.permissions.model.ModelReading;
import dev.gatehouse.permissions.model.ModelText;
import dev.gatehouse.permissions.relation.ConditionUse;
import dev.gatehouse.permissions.relation.PlainSnapshot;
import dev.gatehouse.permissions.relation.Relationship;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Objects can be had one by one.
class ObjectSearchTest {

    private static final AuthorizationModel OFFICE = model("""
            model
              schema 1.1
            type person
            type group
              relations
                define member: [person, group#member]
            type document
              relations
                define blocked: [person]
                define viewer: [person, group#member, person with lucky]
                define reader: viewer but not blocked
            condition lucky(number: int) {
              number == 7
            }
            """);

    @Test
    void each_is_told_once_whatever_the_ways_to_it() {
        var office = office(
                Limits.USUAL,
                "document:charter#viewer@person:bob",
                "document:charter#viewer@group:staff#member",
                "document:leaflet#viewer@group:staff#member",
                "group:staff#member@person:bob");
        assertThat(names(search(office, "person:bob", "viewer")))
                .containsExactlyInAnyOrder("document:charter", "document:leaflet");
    }

    @Test
    void what_is_certain_is_told_before_all_is_walked() {
        var relationships = new ArrayList<>(List.of("group:0#member@person:bob"));
        IntStream.range(0, 1_000).forEach(i -> {
            relationships.add("group:" + (i + 1) + "#member@group:" + i + "#member");
            relationships.add("document:" + i + "#viewer@group:" + i + "#member");
        });
        var search = search(
                office(new Limits(2_000, 100, 10), relationships.toArray(String[]::new)), "person:bob", "viewer");
        assertThat(search.next()).hasValueSatisfying(name -> assertThat(name).startsWith("document:"));
        assertThat(names(search)).isNotEmpty();
        assertThat(search.problem()).contains(new Problem.TooManySteps(100));
    }

    @Test
    void what_leaves_a_doubt_is_checked_first() {
        var office = office(
                Limits.USUAL,
                "document:charter#viewer@person:bob",
                "document:leaflet#viewer@person:bob",
                "document:leaflet#blocked@person:bob");
        assertThat(names(search(office, "person:bob", "reader"))).containsExactly("document:charter");
    }

    @Test
    void what_cannot_be_told_ends_it_after_what_can_be() {
        var lucky =
                Relationship.of("document:lottery", "viewer", "person:bob").with(new ConditionUse("lucky", Map.of()));
        var office = office(Limits.USUAL, List.of(lucky, relationship("document:charter#viewer@person:bob")));
        var search = search(office, "person:bob", "viewer");
        assertThat(names(search)).containsExactly("document:charter");
        assertThat(search.problem()).contains(new Problem.MissingContext("lucky", List.of("number")));
        assertThat(names(office.search("person:bob", "viewer", "document", Map.of("number", 7))))
                .containsExactlyInAnyOrder("document:charter", "document:lottery");
    }

    @Test
    void a_group_that_nobody_spoke_of_has_its_members() {
        assertThat(names(office(Limits.USUAL).search("group:new#member", "member", "group", Map.of())))
                .containsExactly("group:new");
    }

    @Test
    void the_whole_of_it_is_held_up_to_the_limit() {
        var many = IntStream.range(0, 11)
                .mapToObj(i -> "document:" + i + "#viewer@person:bob")
                .toArray(String[]::new);
        var enough = search(office(new Limits(25, 100, 11), many), "person:bob", "viewer")
                .whole();
        assertThat(enough.problem()).isEmpty();
        assertThat(names(enough)).hasSize(11);
        assertThat(enough.problem()).isEmpty();

        var few = search(office(new Limits(25, 100, 10), many), "person:bob", "viewer")
                .whole();
        assertThat(names(few)).hasSize(10);
        assertThat(few.problem()).contains(new Problem.TooManyAnswers(10));
    }

    private static ObjectSearch search(Permissions office, String user, String relation) {
        return office.search(user, relation, "document", Map.of());
    }

    private static List<String> names(ObjectSearch search) {
        var names = new ArrayList<String>();
        for (var name = search.next(); name.isPresent(); name = search.next()) names.add(name.get());
        return names;
    }

    private static Permissions office(Limits limits, String... relationships) {
        return office(
                limits,
                List.of(relationships).stream()
                        .map(ObjectSearchTest::relationship)
                        .toList());
    }

    private static Permissions office(Limits limits, List<Relationship> relationships) {
        return new Permissions(OFFICE, PlainSnapshot.of(relationships), limits);
    }

    private static Relationship relationship(String text) {
        var hash = text.indexOf('#');
        var at = text.indexOf('@');
        return Relationship.of(text.substring(0, hash), text.substring(hash + 1, at), text.substring(at + 1));
    }

    private static AuthorizationModel model(String text) {
        if (!(ModelText.read(text) instanceof ModelReading.Read(var read))) throw new AssertionError(text);
        return read;
    }
}
