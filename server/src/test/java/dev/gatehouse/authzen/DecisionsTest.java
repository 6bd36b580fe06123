package dev.gatehouse.authzen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.permissions.check.Problem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DecisionsTest {

    private static final Decisions CERTIFIED = new Decisions(Scenes.CERTIFICATION.permissions());

    @Test
    void what_nothing_allows_is_denied_without_a_word() {
        assertThat(CERTIFIED.decide(asked("bob", "write", "record-1"))).isEqualTo(Decision.DENIED);
    }

    @Test
    void what_lacks_a_property_is_denied_and_the_property_named() {
        assertThat(CERTIFIED.decide(asked("alice", "delete", "record-1")))
                .isEqualTo(new Decision.Undecided(new Problem.MissingContext("soft", List.of("action_soft"))));
    }

    @Test
    void an_action_or_a_type_that_the_model_does_not_know_is_denied() {
        assertThat(CERTIFIED.decide(asked("alice", "shred", "record-1"))).isInstanceOf(Decision.Unknown.class);
        var ofElsewhere =
                new Evaluation(Entity.of("user", "alice"), Action.of("read"), Entity.of("spaceship", "1"), Map.of());
        assertThat(CERTIFIED.decide(ofElsewhere))
                .isInstanceOfSatisfying(
                        Decision.Unknown.class,
                        unknown -> assertThat(unknown.why()).contains("spaceship"));
    }

    @Test
    void what_can_be_no_name_is_not_asked_and_every_fault_is_told() {
        var faulty = new Evaluation(
                Entity.of("user", "alice of wonderland"), Action.of("read"), Entity.of("record", ""), Map.of());
        assertThat(CERTIFIED.decide(faulty))
                .isInstanceOfSatisfying(
                        Decision.NotAsked.class,
                        not -> assertThat(not.flaws())
                                .extracting(Flaw::pointer)
                                .containsExactly("/subject", "/resource"));
    }

    @Test
    void all_are_decided_unless_one_settles_it() {
        var permitted = new Item.Complete(asked("alice", "read", "record-1"));
        var denied = new Item.Complete(asked("bob", "write", "record-1"));
        var faulty = new Item.Incomplete(List.of(Flaw.missing("/evaluations/1/resource")));
        var items = List.<Item>of(permitted, denied, permitted);
        assertThat(permits(items, Semantic.EXECUTE_ALL)).containsExactly(true, false, true);
        assertThat(permits(items, Semantic.DENY_ON_FIRST_DENY)).containsExactly(true, false);
        assertThat(permits(items, Semantic.PERMIT_ON_FIRST_PERMIT)).containsExactly(true);
        assertThat(permits(List.of(denied, faulty, permitted, denied), Semantic.PERMIT_ON_FIRST_PERMIT))
                .containsExactly(false, false, true);
        assertThat(permits(List.of(permitted, faulty, permitted), Semantic.DENY_ON_FIRST_DENY))
                .containsExactly(true, false);
    }

    private static List<Boolean> permits(List<Item> items, Semantic semantic) {
        return CERTIFIED.decide(items, semantic).stream().map(Decision::permits).toList();
    }

    private static Evaluation asked(String user, String action, String record) {
        return new Evaluation(Entity.of("user", user), Action.of(action), Entity.of("record", record), Map.of());
    }
}
