package dev.gatehouse.permissions.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Several files that are one model.
class ModelModulesTest {

    private static final String HOUSE = """
            module house

            type person

            type club
              relations
                define member: [person] or steward
                define steward: [person]
            """;

    private static final String LIBRARY = """
            # What the library adds.
            module library

            extend type club
              relations
                define can_lend: steward but not barred
                define barred: [person with in_winter]

            type book
              relations
                define club: [club]
                define reader: member from club

            condition in_winter(month: int) {
              month < 3
            }
            """;

    @Test
    void they_are_the_model_that_one_text_of_all_would_be() {
        assertThat(Texts.model(read(HOUSE, LIBRARY))).isEqualTo(Texts.read("""
                model
                  schema 1.2
                type person
                type club
                  relations
                    define member: [person] or steward
                    define steward: [person]
                    define can_lend: steward but not barred
                    define barred: [person with in_winter]
                type book
                  relations
                    define club: [club]
                    define reader: member from club
                condition in_winter(month: int) {
                  month < 3
                }
                """));
    }

    @Test
    void a_module_may_extend_a_type_that_a_later_one_defines() {
        var model = Texts.model(read(LIBRARY, HOUSE));

        assertThat(model.type("club").orElseThrow().relations().keySet())
                .containsExactly("member", "steward", "can_lend", "barred");
    }

    @Test
    void one_module_may_have_several_files() {
        assertThat(Texts.model(read(HOUSE, "module house\ntype room")).types().keySet())
                .containsExactly("person", "club", "room");
    }

    @Test
    void what_is_written_as_json_and_read_again_is_the_same() {
        var model = Texts.model(read(HOUSE, LIBRARY));

        assertThat(Texts.model(ModelTree.read(ModelTree.write(model)))).isEqualTo(model);
        assertThat(Texts.read(ModelText.print(model))).isEqualTo(model);
    }

    @Test
    void each_fault_is_told_with_its_file() {
        var garden = """
                module garden
                extend type pond
                  relations
                    define keeper: [person]
                extend type club
                  relations
                    define steward: [persom]
                type person
                condition in_winter(month: int) {
                  month <
                }
                """;

        assertThat(Texts.faults(read(HOUSE, LIBRARY, garden)))
                .containsExactly(
                        "3.fga:2:13: There is no type `pond` in any module that could be extended.",
                        "3.fga:7:12: The relation `steward` is defined before in the type `club`.",
                        "3.fga:7:22: There is no type `persom`.",
                        "3.fga:8:6: The type `person` is defined before.",
                        "3.fga:9:11: The condition `in_winter` is defined before.",
                        "3.fga:10:10: Expected a value, found the end.");
    }

    @Test
    void a_file_that_is_no_module_is_told() {
        assertThat(Texts.faults(read(HOUSE, "model\n  schema 1.1\ntype room", "type attic")))
                .containsExactly(
                        "2.fga:1:1: Expected `module`, found `model`.", "3.fga:1:1: Expected `module`, found `type`.");
    }

    @Test
    void all_of_them_together_are_no_longer_than_one_text_may_be() {
        var padding = "module house\n" + "#".repeat(ModelLimits.TEXT - HOUSE.length());

        assertThat(Texts.faults(read(HOUSE, padding)))
                .containsExactly("1.fga:1:1: " + ModelLimits.tooLong(HOUSE.length() + padding.length()));
    }

    @Test
    void none_at_all_are_a_model_without_types() {
        assertThat(Texts.model(ModelModules.read(List.of())).types()).isEmpty();
    }

    /// They are called `1.fga`, `2.fga` and so on.
    private static ModelReading read(String... texts) {
        var all = Arrays.asList(texts);
        return ModelModules.read(all.stream()
                .map(text -> new ModelModule(all.indexOf(text) + 1 + ".fga", text))
                .toList());
    }
}
