package dev.gatehouse.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is told of files that cannot be read: all of it at once, each with its place.
class WorldReaderTest {

    private static final String MODEL = """
            model: |
              model
                schema 1.1
              type person
              type document
                relations
                  define viewer: [person]
            """;

    private static final String MODULES = "model_file: fga.mod\n";

    @TempDir
    Path folder;

    @Test
    void what_is_not_known_is_told_with_its_place() throws IOException {
        assertThat(
                        faults(
                                MODEL
                                        + "tests:\n  - nmae: typo\n    check:\n      - {user: person:bob, object: document:a, asertions: {}}\n"))
                .anyMatch(fault -> fault.startsWith("world.yaml:9:5: There is no nmae here; there may be name,"))
                .anyMatch(fault -> fault.startsWith("world.yaml:11:48: There is no asertions here"))
                .contains("world.yaml:11:9: There are no assertions here.");
    }

    @Test
    void a_fault_of_the_model_is_told_where_it_stands_in_the_file() throws IOException {
        assertThat(faults(MODEL.replace("[person]", "[persom]")))
                .singleElement()
                .asString()
                .startsWith("world.yaml:7:23: ")
                .contains("persom");
    }

    @Test
    void modules_are_put_together() throws IOException {
        write("fga.mod", "schema: '1.2'\ncontents: [core.fga, teams//wiki.fga]\n");
        write("core.fga", "module core\ntype person\ntype club\n  relations\n    define member: [person]\n");
        write("teams/wiki.fga", "module wiki\nextend type club\n  relations\n    define reader: member\n");

        assertThat(faults(MODULES + "tuples:\n  - {user: person:bob, relation: member, object: club:chess}\n"))
                .isEmpty();
        assertThat(faults(MODULES + "tuples:\n  - {user: person:bob, relation: reader, object: club:chess}\n"))
                .singleElement()
                .asString()
                .startsWith("world.yaml:3:5: The model does not allow this relationship: ");
    }

    @Test
    void a_fault_of_a_module_is_told_where_it_stands_in_its_file() throws IOException {
        write("fga.mod", "schema: '1.2'\ncontents: [core.fga, teams/wiki.fga]\n");
        write("core.fga", "module core\ntype person\n");
        write("teams/wiki.fga", "module wiki\nextend type club\n  relations\n    define reader: [persom]\n");

        assertThat(faults(MODULES))
                .containsExactly("teams/wiki.fga:2:13: There is no type `club` in any module that could be extended.");
    }

    @Test
    void a_list_of_modules_brings_in_nothing_from_elsewhere() throws IOException {
        write("fga.mod", """
                schema: '1.1'
                contents:
                  - ../secrets.fga
                  - /etc/secrets.fga
                  - teams\\..\\..\\secrets.fga
                  - model.json
                  - missing.fga
                  - missing.fga
                """);

        assertThat(faults(MODULES))
                .containsExactly(
                        "fga.mod:1:9: Modules are of the version '1.2'.",
                        "fga.mod:3:5: A module lies beside fga.mod or below it.",
                        "fga.mod:4:5: A module lies beside fga.mod or below it.",
                        "fga.mod:5:5: A module lies beside fga.mod or below it.",
                        "fga.mod:6:5: The file of a module ends with .fga.",
                        "fga.mod:7:5: missing.fga is not there.",
                        "fga.mod:8:5: This module is named already.");
    }

    @Test
    void a_list_without_modules_is_told() throws IOException {
        write("fga.mod", "contants: []\n");

        assertThat(faults(MODULES))
                .containsExactly(
                        "fga.mod:1:1: There is no contants here; there may be schema, contents.",
                        "fga.mod:1:1: There is no schema here: '1.2'.",
                        "fga.mod:1:1: There are no contents here, a list of files that end with .fga.");
    }

    @Test
    void a_relationship_that_the_model_does_not_allow_is_told() throws IOException {
        assertThat(faults(MODEL + "tuples:\n  - {user: robot:r2, relation: viewer, object: document:a}\n"))
                .singleElement()
                .asString()
                .startsWith("world.yaml:9:5: The model does not allow this relationship: ");
    }

    @Test
    void what_stands_from_an_older_model_may_be_anything() throws IOException {
        assertThat(faults(MODEL
                        + "tuples_of_older_models:\n  - {user: robot:r2, relation: viewer, object: document:a}\n"))
                .isEmpty();
    }

    @Test
    void all_faults_are_told_at_once() throws IOException {
        var text = MODEL + """
                tuples:
                  - {user: person:bob, relation: viewer}
                  - viewer
                tests:
                  - check:
                      - {user: person:bob, users: [person:eve], object: document:a, assertions: {viewer: maybe}}
                      - {object: document:a, assertions: {viewer: {error: no_idea}}}
                    list_users:
                      - {object: document:a, assertions: {viewer: [person:bob]}}
                """;
        assertThat(faults(text))
                .anyMatch(fault -> fault.contains("There is no object here."))
                .anyMatch(fault -> fault.contains("A map of names and values should stand here."))
                .anyMatch(fault -> fault.contains("There is a user already."))
                .anyMatch(fault -> fault.contains("Say true, false, or {error: missing_context}."))
                .anyMatch(fault -> fault.contains("There is no such error; there are invalid_question,"))
                .anyMatch(fault -> fault.contains("There is no user here, and no users."))
                .anyMatch(fault -> fault.contains("There is no user_filter here"))
                .anyMatch(fault -> fault.contains("Say users: [person:bob], or users: []."));
    }

    @Test
    void a_text_that_is_no_yaml_is_told_with_its_place() throws IOException {
        assertThat(faults("name: [a\nmodel: b\n"))
                .singleElement()
                .asString()
                .startsWith("world.yaml:2:")
                .contains("This is not YAML");
    }

    @Test
    void an_empty_file_and_one_that_is_not_there_are_told() throws IOException {
        assertThat(faults("")).containsExactly("world.yaml:1:1: The file is empty.");
        assertThat(told(WorldReader.read(folder.resolve("none.yaml"))))
                .singleElement()
                .asString()
                .contains("is not there");
    }

    @Test
    void names_may_stand_once() throws IOException {
        assertThat(faults(MODEL + "name: a\nname: b\n")).containsExactly("world.yaml:9:1: There is a second name.");
    }

    @Test
    void aliases_that_would_grow_without_end_are_refused() throws IOException {
        var text = new StringBuilder("a: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (var i = 1; i < 12; i++)
            text.append(
                    "b%d: &a%d [%s]\n".formatted(i, i, "*a%d, ".formatted(i - 1).repeat(10)));
        assertThat(faults(text.toString())).singleElement().asString().contains("There are more than 1000000 values.");
    }

    @Test
    void a_value_that_holds_itself_is_refused() throws IOException {
        assertThat(faults("name: &me [*me]\n")).singleElement().asString().contains("There is no whole value &me");
    }

    @Test
    void nesting_without_end_is_refused() throws IOException {
        assertThat(faults("name: " + "[".repeat(100_000)))
                .singleElement()
                .asString()
                .contains("Values are nested more than 64 deep.");
    }

    @Test
    void no_tag_makes_an_object() throws IOException {
        assertThat(faults(MODEL + "name: !!java.io.File [/etc/passwd]\n"))
                .anyMatch(fault -> fault.contains("A text should stand here."));
    }

    @Test
    void a_store_file_cannot_name_files_elsewhere() throws IOException {
        var secrets = Files.createDirectory(folder.resolve("secrets"));
        Files.writeString(secrets.resolve("key.fga"), "hush");
        Files.writeString(secrets.resolve("key.yaml"), "hush");
        var store = Files.createDirectory(folder.resolve("store"));
        Files.createSymbolicLink(store.resolve("link.yaml"), secrets.resolve("key.yaml"));
        var absolute = secrets.resolve("key.yaml");

        var model = Files.writeString(store.resolve("model.yaml"), "model_file: ../secrets/key.fga\n");
        var tuples = Files.writeString(
                store.resolve("tuples.yaml"),
                MODEL + "tuple_files: [../secrets/key.yaml, link.yaml, %s]\n".formatted(absolute));

        assertThat(told(WorldReader.read(model))).singleElement().asString().contains("is not read");
        assertThat(told(WorldReader.read(tuples)))
                .hasSize(3)
                .allMatch(fault -> fault.contains("is neither in the folder of the store file"))
                .noneMatch(fault -> fault.contains("hush"));
    }

    @Test
    void a_store_file_may_name_what_lies_below_it() throws IOException {
        Files.createDirectory(folder.resolve("parts"));
        Files.writeString(
                folder.resolve("parts/some.yaml"), "- {user: person:bob, relation: viewer, object: document:a}");

        assertThat(faults(MODEL + "tuple_file: parts/../parts/some.yaml\n")).isEmpty();
    }

    @Test
    void a_name_that_no_file_can_have_is_told() throws IOException {
        assertThat(faults(MODEL + "tuple_file: \"a\\0b.yaml\"\n"))
                .singleElement()
                .asString()
                .endsWith("a?b.yaml is not there.");
    }

    @Test
    void a_folder_is_no_model() throws IOException {
        assertThat(faults("model_file: /\n")).containsExactly("world.yaml:1:13: / is no file.");
        assertThat(faults("model_file: .\n")).singleElement().asString().endsWith("is no file.");
    }

    @Test
    void a_table_of_tuples_is_judged_cell_by_cell() throws IOException {
        Files.writeString(
                folder.resolve("some.csv"),
                "user_type,user_id,relation,object_type,object_id\nperson,bob,viewer,document\nperson,eve,owner,document,a\n");
        Files.writeString(folder.resolve("other.csv"), "user_type,colour\nperson,red\n");
        assertThat(faults(MODEL + "tuple_files: [some.csv, other.csv, none.csv, odd.txt]\n"))
                .anyMatch(fault -> fault.endsWith("some.csv:2:1: Here are 4 cells for 5 columns."))
                .anyMatch(fault -> fault.contains("some.csv:3:1: The model does not allow this relationship: "))
                .anyMatch(fault -> fault.contains("There is no column colour;"))
                .anyMatch(fault -> fault.endsWith("The column object_id is missing."))
                .anyMatch(fault -> fault.startsWith("world.yaml:8:36: ") && fault.endsWith("none.csv is not there."));
    }

    private List<String> faults(String text) throws IOException {
        var file = Files.writeString(folder.resolve("world.yaml"), text);
        return told(WorldReader.read(file)).stream()
                .map(fault -> fault.replace(folder + "/", ""))
                .toList();
    }

    private void write(String name, String text) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static List<String> told(WorldReading reading) {
        return switch (reading) {
            case WorldReading.Read(var _) -> List.of();
            case WorldReading.Refused(var faults) ->
                faults.stream().map(Fault::toString).toList();
        };
    }
}
