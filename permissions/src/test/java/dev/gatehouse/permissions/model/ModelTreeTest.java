package dev.gatehouse.permissions.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The form in which programs exchange models.
class ModelTreeTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String MODEL = """
            model
              schema 1.1

            type person

            type folder
              relations
                define parent: [folder]
                define owner: [person with weekday]
                define editor: [person, group#member, person:*] or owner or editor from parent
                define viewer: (owner or editor) and (editor but not owner)

            type group
              relations
                define member: [person]

            condition weekday(day: int, words: list<string>) {
              day < 6
            }
            """;

    @Test
    void every_part_of_the_language_has_its_form() throws Exception {
        assertThat(ModelTree.write(Texts.read(MODEL))).isEqualTo(json("""
                {"schema_version": "1.1",
                 "type_definitions": [
                  {"type": "person", "relations": {}},
                  {"type": "folder",
                   "relations": {
                    "parent": {"this": {}},
                    "owner": {"this": {}},
                    "editor": {"union": {"child": [
                      {"this": {}},
                      {"computedUserset": {"relation": "owner"}},
                      {"tupleToUserset": {"tupleset": {"relation": "parent"}, "computedUserset": {"relation": "editor"}}}]}},
                    "viewer": {"intersection": {"child": [
                      {"union": {"child": [{"computedUserset": {"relation": "owner"}}, {"computedUserset": {"relation": "editor"}}]}},
                      {"difference": {"base": {"computedUserset": {"relation": "editor"}}, "subtract": {"computedUserset": {"relation": "owner"}}}}]}}},
                   "metadata": {"relations": {
                    "parent": {"directly_related_user_types": [{"type": "folder"}]},
                    "owner": {"directly_related_user_types": [{"type": "person", "condition": "weekday"}]},
                    "editor": {"directly_related_user_types": [
                      {"type": "person"}, {"type": "group", "relation": "member"}, {"type": "person", "wildcard": {}}]},
                    "viewer": {"directly_related_user_types": []}}}},
                  {"type": "group",
                   "relations": {"member": {"this": {}}},
                   "metadata": {"relations": {"member": {"directly_related_user_types": [{"type": "person"}]}}}}],
                 "conditions": {"weekday": {
                   "name": "weekday",
                   "expression": "day < 6",
                   "parameters": {
                     "day": {"type_name": "TYPE_NAME_INT"},
                     "words": {"type_name": "TYPE_NAME_LIST", "generic_types": [{"type_name": "TYPE_NAME_STRING"}]}}}}}
                """));
    }

    @Test
    void a_tree_is_the_same_model_as_its_text() {
        var model = Texts.read(MODEL);

        assertThat(ModelText.print(Texts.model(ModelTree.read(ModelTree.write(model)))))
                .isEqualTo(MODEL);
    }

    /// As OpenFGA's server, its SDKs and other printers of Protocol Buffers write it.
    @Test
    void a_condition_says_its_name_itself() {
        assertThat(Texts.faults(ModelTree.read(Map.of(
                        "schema_version",
                        "1.1",
                        "type_definitions",
                        List.of(Map.of("type", "person")),
                        "conditions",
                        Map.of("late", Map.of("expression", "true"))))))
                .containsExactly(
                        "/conditions/late/name: The condition is called `late` by its key; call it so here too.");
    }

    @Test
    void what_is_empty_or_means_nothing_here_is_passed_over() throws Exception {
        var model = Texts.model(ModelTree.read(json("""
                {"id": "01HVMMBCMGZNT3SED4Z17ECXCA", "schemaVersion": "1.2",
                 "type_definitions": [
                  {"type": "person", "relations": {}, "metadata": null},
                  {"type": "group",
                   "relations": {
                     "member": {"this": {}, "computedUserset": null, "union": null},
                     "can_see": {"computed_userset": {"object": "", "relation": "member"}}},
                   "metadata": {"module": "core", "source_info": {"file": "core.fga"}, "relations": {
                     "member": {"module": "", "source_info": null, "directlyRelatedUserTypes": [
                       {"type": "person", "condition": "", "wildcard": null}]},
                     "canSee": {"directly_related_user_types": [{"type": "robot"}]},
                     "can_see": {"directly_related_user_types": null}}}}],
                 "conditions": {"late": {"name": "late", "expression": " hour > 20\\r\\n", "metadata": {"module": "core"},
                   "parameters": {"hour": {"typeName": "TYPE_NAME_INT", "genericTypes": []}}}}}
                """)));

        assertThat(ModelText.print(model)).isEqualTo("""
                model
                  schema 1.2

                type person

                type group
                  relations
                    define member: [person]
                    define can_see: member

                condition late(hour: int) {
                  hour > 20
                }
                """);
    }

    @Test
    void faults_are_told_at_their_places_in_the_tree() throws Exception {
        assertThat(Texts.faults(ModelTree.read(json("""
                {"schema_version": "1.0",
                 "type_definitions": [
                  {"type": "person", "relations": {"a/b": {"computedUserset": {"relation": "c~d"}}}},
                  {"relations": {"x": {}}},
                  {"type": "t", "relations": {
                    "given": {"this": {}},
                    "mixed": {"this": {}, "union": {"child": []}},
                    "odd": {"union": {"child": [{"computedUserset": {"relation": "other"}}, {"union": {"child": []}}]}},
                    "part": {"difference": {"base": {"this": {}}}},
                    "said": {"tupleToUserset": {"tupleset": {"relation": "given"}}}},
                   "metadata": {"relations": {
                     "said": {"directly_related_user_types": [{"type": "person", "relation": "a/b", "wildcard": {}}]},
                     "odd": {"directly_related_user_types": "person"}}}},
                  7],
                 "conditions": {"c": {"name": "d", "expression": "a >", "parameters": {
                   "a": {"type_name": "TYPE_NAME_TEXT"}, "b": {"type_name": "TYPE_NAME_LIST"}}}}}
                """))))
                .contains(
                        "/schema_version: `1.0` is no version of the language that is known here; write 1.1.",
                        "/type_definitions/0/relations/a~1b/computedUserset/relation: There is no relation `c~d` in the type `person`.",
                        "/type_definitions/1/type: A name is missing here.",
                        "/type_definitions/1/relations/x: Expected exactly one of `this`, `computed_userset`, `tuple_to_userset`, `union`, `intersection`, `difference`.",
                        "/type_definitions/2/relations/given: `given` can be given directly, but nothing says to whom.",
                        "/type_definitions/2/relations/odd/union/child/1/union: A union or an intersection needs at least one child.",
                        "/type_definitions/2/relations/part/difference: A difference needs `base` and `subtract`.",
                        "/type_definitions/2/relations/said: `said` says to whom it is given directly, but its rewrite has no `this`.",
                        "/type_definitions/2/metadata/relations/said/directly_related_user_types/0/relation: Everybody of a type, `person:*`, has no relation; write one of both.",
                        "/type_definitions/2/metadata/relations/odd/directly_related_user_types: Expected a list, found `person`.",
                        "/type_definitions/3: Expected an object, found `7`.",
                        "/conditions/c/name: The condition is called `c` by its key; call it so here too.",
                        "/conditions/c/parameters/a/type_name: Expected the name of a type, `TYPE_NAME_STRING`, found `TYPE_NAME_TEXT`.",
                        "/conditions/c/parameters/b: A list or a map needs exactly one type of what is in it, in `generic_types`.")
                .anyMatch(fault -> fault.startsWith("/conditions/c/expression: Line 1, column 4: Expected a value"));
    }

    @Test
    void a_tree_is_nested_so_deep_and_no_deeper() {
        Map<String, Object> rewrite = Map.of("this", Map.of());
        for (var depth = 0; depth < 5_000; depth++) rewrite = Map.of("union", Map.of("child", List.of(rewrite)));

        assertThat(Texts.faults(ModelTree.read(type(Map.of("member", rewrite)))))
                .singleElement()
                .asString()
                .endsWith("Nested deeper than 50. Define a relation for a part.");
    }

    /// A few kilobytes that would be gigabytes of text.
    @Test
    void a_tree_whose_text_would_be_too_long_is_refused_before_it_is_printed() {
        var types = new ArrayList<Object>();
        for (var count = 0; count < 20_000; count++) types.add(Map.of("type", "person"));
        var tree = type(Map.of(
                "member", Map.of("union", Map.of("child", Collections.nCopies(20_000, Map.of("this", Map.of()))))));
        tree.put("type_definitions", List.of(Map.of("type", "person"), typeWith(tree, types)));

        assertThat(Texts.faults(ModelTree.read(tree)))
                .singleElement()
                .asString()
                .contains("at most 262144 are read");
    }

    private static Map<String, Object> type(Map<String, Object> relations) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("schema_version", "1.1");
        tree.put("type_definitions", List.of(Map.of("type", "group", "relations", relations)));
        return tree;
    }

    private static Map<String, Object> typeWith(Map<String, Object> tree, List<Object> members) {
        var type = new LinkedHashMap<String, Object>();
        ((Map<?, ?>) ((List<?>) tree.get("type_definitions")).getFirst())
                .forEach((name, value) -> type.put(String.valueOf(name), value));
        type.put("metadata", Map.of("relations", Map.of("member", Map.of("directly_related_user_types", members))));
        return type;
    }

    private static Map<String, Object> json(String text) throws Exception {
        return JSON.readValue(text, new TypeReference<LinkedHashMap<String, Object>>() {});
    }
}
