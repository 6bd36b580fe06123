package dev.gatehouse.authzen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.permissions.check.Question;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TranslationTest {

    private static final Translation ARCHIVE = new Translation(Scene.of("""
                    model
                      schema 1.1

                    type person

                    type document
                      relations
                        define reader: [person]
                        define can_read: reader
                        define sign: [person]
                        define can_sign: sign and reader
                    """).read());

    private static final Translation READY = new Translation(Scene.of("""
                    model
                      schema 1.1

                    type person

                    type thing
                      relations
                        define may: [person with one_of]

                    condition one_of(action: string, actions: list<string>) {
                      action in actions
                    }
                    """).read());

    @Test
    void a_subject_is_a_user_and_a_resource_an_object() {
        assertThat(ARCHIVE.question(asked("reader", Entity.of("document", "charter"))))
                .extracting(Question::user, Question::relation, Question::object)
                .containsExactly("person:bob", "reader", "document:charter");
    }

    @Test
    void an_action_is_the_relation_of_its_name() {
        assertThat(relation("reader")).isEqualTo("reader");
    }

    @Test
    void an_action_may_leave_out_the_can() {
        assertThat(relation("read")).isEqualTo("can_read");
        assertThat(relation("can_read")).isEqualTo("can_read");
    }

    @Test
    void a_relation_of_the_very_name_comes_before_the_one_with_can() {
        assertThat(relation("sign")).isEqualTo("sign");
    }

    @Test
    void an_action_that_nothing_is_known_of_keeps_its_name() {
        assertThat(relation("shred")).isEqualTo("shred");
    }

    @Test
    void a_resource_of_an_unknown_type_is_a_thing_and_the_action_a_word_in_the_context() {
        assertThat(READY.question(asked("read", Entity.of("document", "charter"))))
                .isEqualTo(new Question(
                        "person:bob",
                        "may",
                        "thing:document/charter",
                        Map.of(
                                "action", "read",
                                "subject_properties", Map.of(),
                                "action_properties", Map.of(),
                                "resource_properties", Map.of())));
    }

    @Test
    void nobody_passes_for_another_action_by_the_context() {
        var forged = new Evaluation(
                Entity.of("person", "bob"),
                Action.of("shred"),
                Entity.of("document", "charter"),
                Map.of("action", "read"));
        assertThat(READY.question(forged).context()).containsEntry("action", "shred");
    }

    @Test
    void the_things_of_one_kind_are_told_from_those_of_another() {
        var documents = READY.target("document", "read");
        assertThat(documents.ids(List.of("thing:document/charter", "thing:documents/old", "thing:folder/document")))
                .containsExactly("charter");
    }

    @Test
    void every_relation_can_be_asked_for() {
        assertThat(ARCHIVE.actions("document")).containsExactly("can_read", "can_sign", "reader", "sign");
    }

    private static String relation(String action) {
        return ARCHIVE.question(asked(action, Entity.of("document", "charter"))).relation();
    }

    private static Evaluation asked(String action, Entity resource) {
        return new Evaluation(Entity.of("person", "bob"), Action.of(action), resource, Map.of());
    }
}
