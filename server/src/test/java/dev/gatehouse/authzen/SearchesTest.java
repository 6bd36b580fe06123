package dev.gatehouse.authzen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.permissions.check.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SearchesTest {

    private static final Scene ARCHIVE = Scene.of(
            """
            model
              schema 1.1

            type person

            type document
              relations
                define reader: [person, person:*]
                define can_read: reader
                define can_sign: [person with on_duty]

            condition on_duty(subject_is_on_duty: bool) {
              subject_is_on_duty
            }
            """,
            "document:charter#reader@person:bob",
            "document:treaty#reader@person:*",
            "document:charter#can_sign@person:bob with on_duty");

    @Test
    void everybody_is_found_as_a_star() {
        assertThat(subjects("read", "treaty", Map.of())).isEqualTo(Found.All.of(List.of("*")));
    }

    @Test
    void the_name_of_the_action_may_leave_out_the_can() {
        assertThat(subjects("read", "charter", Map.of())).isEqualTo(Found.All.of(List.of("bob")));
    }

    @Test
    void properties_of_all_that_is_searched_for_count() {
        assertThat(subjects("sign", "charter", Map.of("is_on_duty", true))).isEqualTo(Found.All.of(List.of("bob")));
        assertThat(subjects("sign", "charter", Map.of("is_on_duty", false))).isEqualTo(Found.All.of(List.of()));
    }

    @Test
    void a_list_that_might_not_be_complete_is_not_given() {
        assertThat(subjects("sign", "charter", Map.of()))
                .isEqualTo(new Found.Undecided(new Problem.MissingContext("on_duty", List.of("subject_is_on_duty"))));
    }

    @Test
    void an_action_that_cannot_be_told_hides_no_other_and_is_not_kept_secret() {
        var asked =
                new Evaluation(Entity.of("person", "bob"), Action.of(""), Entity.of("document", "charter"), Map.of());
        assertThat(find(new Search.Actions(asked)))
                .isEqualTo(new Found.All(
                        List.of("can_read", "reader"),
                        Optional.of(new Problem.MissingContext("on_duty", List.of("subject_is_on_duty")))));
    }

    @Test
    void of_what_the_model_does_not_know_nothing_is_found() {
        assertThat(subjects("shred", "charter", Map.of())).isInstanceOf(Found.Unknown.class);
        var elsewhere = new Evaluation(
                Entity.of("spaceship", "1"), Action.of("read"), Entity.of("document", "charter"), Map.of());
        assertThat(find(new Search.Subjects(elsewhere))).isInstanceOf(Found.Unknown.class);
        assertThat(find(new Search.Resources(elsewhere))).isInstanceOf(Found.Unknown.class);
        assertThat(find(new Search.Actions(elsewhere))).isInstanceOf(Found.Unknown.class);
    }

    @Test
    void what_can_be_no_name_is_not_searched_for() {
        var nonsense = new Evaluation(
                Entity.of("person", "no body"), Action.of("read"), Entity.of("document", "no thing"), Map.of());
        assertThat(flaws(new Search.Subjects(nonsense))).containsExactly("/resource");
        assertThat(flaws(new Search.Resources(nonsense))).containsExactly("/subject");
        assertThat(flaws(new Search.Actions(nonsense))).containsExactly("/subject", "/resource");
    }

    private static List<String> flaws(Search search) {
        return ((Found.NotAsked) find(search))
                .flaws().stream().map(Flaw::pointer).toList();
    }

    private static Found subjects(String action, String document, Map<String, Object> properties) {
        return find(new Search.Subjects(new Evaluation(
                new Entity("person", "", properties), Action.of(action), Entity.of("document", document), Map.of())));
    }

    private static Found find(Search search) {
        return new Searches(ARCHIVE.permissions()).find(search);
    }
}
