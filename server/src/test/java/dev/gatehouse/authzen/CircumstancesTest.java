package dev.gatehouse.authzen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CircumstancesTest {

    @Test
    void each_property_has_a_name_of_its_own() {
        assertThat(Circumstances.of(
                        Map.of("department", "Sales"), Map.of("soft", true), Map.of("status", "archived"), Map.of()))
                .containsEntry("subject_department", "Sales")
                .containsEntry("action_soft", true)
                .containsEntry("resource_status", "archived");
    }

    @Test
    void what_the_context_says_itself_comes_first() {
        assertThat(Circumstances.of(
                        Map.of("department", "Sales"), Map.of(), Map.of(), Map.of("subject_department", "Legal")))
                .containsEntry("subject_department", "Legal");
    }

    @Test
    void a_condition_can_ask_whether_a_property_was_sent_at_all() {
        assertThat(Circumstances.of(Map.of(), Map.of(), Map.of(), Map.of()))
                .containsEntry("resource_properties", Map.of());
        assertThat(Circumstances.of(Map.of(), Map.of(), Map.of("status", "archived"), Map.of()))
                .containsEntry("resource_properties", Map.of("status", "archived"))
                .containsEntry("subject_properties", Map.of());
    }
}
