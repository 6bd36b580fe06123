package dev.gatehouse.permissions.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.permissions.model.AuthorizationModel;
import dev.gatehouse.permissions.model.ModelReading;
import dev.gatehouse.permissions.model.ModelText;
import dev.gatehouse.permissions.relation.ContextualSnapshot;
import dev.gatehouse.permissions.relation.PlainSnapshot;
import dev.gatehouse.permissions.relation.Relationship;
import dev.gatehouse.permissions.relation.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Groups in groups, looked at from the side of the user.
class AffiliationTest {

    private static final AuthorizationModel OFFICE = model("""
            model
              schema 1.1
            type person
            type group
              relations
                define member: [person, person:*, group#member]
            type document
              relations
                define viewer: [group#member]
                define secret_from: [group#member]
                define reader: viewer but not secret_from
            """);

    private static final AuthorizationModel OPEN = model("""
            model
              schema 1.1
            type person
            type group
              relations
                define member: [person, person:*, group#member]
            type document
              relations
                define viewer: [group#member]
            """);

    @Test
    void a_no_costs_as_little_as_the_user_has_groups_and_not_what_is_below_a_group() {
        var many = IntStream.range(0, 2_000)
                .mapToObj(i -> "group:%d#member@group:%d#member".formatted(i / 3, i + 1))
                .toArray(String[]::new);
        var snapshot = with(many, "document:charter#viewer@group:0#member", "group:elsewhere#member@person:bob");
        var frugal = new Permissions(OPEN, snapshot, new Limits(25, 3, 1_000, Deadline.NEVER));
        assertThat(frugal.check(may("person:bob"))).isEqualTo(new Finding.Denied());
    }

    @Test
    void who_is_in_a_group_far_down_is_in_the_one_at_the_top() {
        var snapshot = with(chain(20), "document:charter#viewer@group:0#member", "group:20#member@person:bob");
        assertThat(check(snapshot, may("person:bob"))).isEqualTo(new Finding.Allowed());
        assertThat(check(snapshot, may("group:20#member"))).isEqualTo(new Finding.Allowed());
        assertThat(check(snapshot, may("person:alice"))).isEqualTo(new Finding.Denied());
        assertThat(check(snapshot, may("group:elsewhere#member"))).isEqualTo(new Finding.Denied());
    }

    @Test
    void a_yes_from_too_far_down_is_an_error_from_either_side_and_a_no_is_not() {
        var snapshot = with(chain(30), "document:charter#viewer@group:0#member", "group:30#member@person:bob");
        for (var side : List.of(snapshot, new SlowSnapshot(snapshot))) {
            assertThat(check(side, may("person:bob")))
                    .isEqualTo(new Finding.Undecided(new Problem.TooDeep(Limits.USUAL.depth())));
            assertThat(check(side, may("person:alice"))).isEqualTo(new Finding.Denied());
            assertThat(new Permissions(OPEN, side, Limits.USUAL)
                            .explain(may("person:alice"))
                            .verdict())
                    .isEqualTo(Verdict.DENIED);
        }
    }

    @Test
    void groups_in_a_circle_let_nobody_in_and_nobody_past_them() {
        var circle = Stream.of(
                        "group:1#member@group:2#member",
                        "group:2#member@group:1#member",
                        "document:charter#viewer@group:all#member",
                        "group:all#member@person:*",
                        "document:charter#secret_from@group:1#member")
                .toArray(String[]::new);
        var snapshot = with(circle);
        assertThat(check(snapshot, may("person:bob"))).isEqualTo(new Finding.Allowed());
        var office = new Permissions(OFFICE, snapshot, Limits.USUAL);
        assertThat(office.check(Question.of("person:bob", "reader", "document:charter")))
                .isEqualTo(new Finding.Denied());
    }

    @Test
    void who_is_in_more_groups_than_are_worth_finding_is_looked_for_from_the_other_side() {
        var many = IntStream.range(0, 1_000)
                .mapToObj(i -> "group:g%d#member@person:bob".formatted(i))
                .toArray(String[]::new);
        var snapshot = with(many, "document:charter#viewer@group:top#member", "group:top#member@group:g999#member");
        assertThat(check(snapshot, may("person:bob"))).isEqualTo(new Finding.Allowed());
        assertThat(check(snapshot, may("person:alice"))).isEqualTo(new Finding.Denied());
        var without = with(many, "document:charter#viewer@group:top#member", "group:top#member@group:none#member");
        assertThat(check(without, may("person:bob"))).isEqualTo(new Finding.Denied());
    }

    @Test
    void a_group_that_only_the_question_knows_counts() {
        var below = with("document:charter#viewer@group:top#member");
        var above =
                List.of(relationship("group:top#member@group:new#member"), relationship("group:new#member@person:bob"));
        assertThat(check(new ContextualSnapshot(below, above), may("person:bob")))
                .isEqualTo(new Finding.Allowed());
        assertThat(check(below, may("person:bob"))).isEqualTo(new Finding.Denied());
    }

    private static Finding check(Snapshot snapshot, Question question) {
        return new Permissions(OPEN, snapshot, Limits.USUAL).check(question);
    }

    private static Question may(String user) {
        return Question.of(user, "viewer", "document:charter");
    }

    private static String[] chain(int groups) {
        return IntStream.range(0, groups)
                .mapToObj(i -> "group:%d#member@group:%d#member".formatted(i, i + 1))
                .toArray(String[]::new);
    }

    private static Snapshot with(String[] many, String... more) {
        var all = new ArrayList<Relationship>();
        Stream.concat(Stream.of(many), Stream.of(more)).forEach(one -> all.add(relationship(one)));
        return PlainSnapshot.of(all);
    }

    private static Snapshot with(String... some) {
        return with(new String[0], some);
    }

    private static Relationship relationship(String text) {
        var at = text.indexOf('@');
        var hash = text.indexOf('#');
        return Relationship.of(text.substring(0, hash), text.substring(hash + 1, at), text.substring(at + 1));
    }

    private static AuthorizationModel model(String text) {
        return ((ModelReading.Read) ModelText.read(text)).model();
    }
}
