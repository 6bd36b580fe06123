package dev.gatehouse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.Main;
import dev.gatehouse.testing.ChildJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Somebody at the machine writes a model and looks at it.
class ModelVerbsTest {

    private static final String MODEL = """
            model
              schema 1.1

            type person

            type shop
              relations
                define clerk: [person]
            """;

    @TempDir
    Path folder;

    @Test
    void a_model_is_written_and_shown_in_either_form() throws IOException {
        Files.writeString(folder.resolve("shop.fga"), MODEL);

        assertThat(run("model", "write", "shop.fga").out()).contains("Wrote the model 0");
        assertThat(run("model", "show").out().lines()).containsAll(MODEL.lines().toList());

        Files.writeString(
                folder.resolve("shop.json"), run("model", "show", "--json").out());
        var dryRun = run("model", "write", "--dry-run", "shop.json");
        assertThat(dryRun.out()).isEqualTo("The model is right; nothing was written.");
        assertThat(run("model", "history").out().lines())
                .singleElement()
                .asString()
                .endsWith("  command-line");
    }

    @Test
    void what_a_model_leaves_behind_is_said_before_it_is_written_and_after() throws IOException {
        run("account", "create", "--email", "bob@example.com", "--name", "Bob", "--password-stdin");
        run("group", "create", "Staff", "--id", "staff");
        run("group", "add", "staff", "bob@example.com");
        Files.writeString(folder.resolve("groups.fga"), """
                model
                  schema 1.1

                type group
                  relations
                    define member: [client]
                """);

        var left = "       1  group#member@person: member of group may name client; not person";
        var dryRun = run("model", "write", "--dry-run", "groups.fga");
        assertThat(dryRun.code()).isZero();
        assertThat(dryRun.out().lines())
                .containsExactly(
                        "The model is right; nothing was written.",
                        "It would not allow these, which are there; they stay and decide nothing:",
                        left);
        assertThat(run("model", "show").code()).isEqualTo(1);
        assertThat(run("model", "write", "groups.fga").out().lines())
                .contains("It does not allow these, which are there; they stay and decide nothing:", left);
    }

    @Test
    void faults_are_told_as_compilers_tell_them() throws IOException {
        Files.writeString(folder.resolve("bad.fga"), MODEL.replace("[person]", "[robot] or boss"));

        var ended = run("model", "write", "bad.fga");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err()).isEqualTo("""
                        bad.fga:8:20: There is no type `robot`.
                        bad.fga:8:30: There is no relation `boss` in the type `shop`.""");
        Files.writeString(folder.resolve("bad.json"), "{,}");
        assertThat(run("model", "write", "bad.json").err()).startsWith("bad.json:1:2: This is no JSON: ");
        assertThat(run("model", "write", "no.fga").err()).isEqualTo("There is no file no.fga.");
    }

    @Test
    void modules_are_written_as_one_model() throws IOException {
        Files.writeString(folder.resolve("fga.mod"), "schema: '1.2'\ncontents: [shop.fga, stock.fga]\n");
        Files.writeString(folder.resolve("shop.fga"), MODEL.replace("model\n  schema 1.1", "module shop"));
        Files.writeString(folder.resolve("stock.fga"), """
                module stock
                extend type shop
                  relations
                    define can_order: clerk
                """);

        assertThat(run("model", "write", "fga.mod").out()).contains("Wrote the model 0");
        assertThat(run("model", "show").out()).contains("  schema 1.2", "    define can_order: clerk");

        Files.writeString(folder.resolve("stock.fga"), "module stock\nextend type shed\n");
        assertThat(run("model", "write", "fga.mod").err())
                .isEqualTo("stock.fga:2:13: There is no type `shed` in any module that could be extended.");
        assertThat(run("model", "write", "no.mod").err()).isEqualTo("no.mod:1:1: no.mod is not there.");
    }

    /// `check` alone looks at the schema; whoever says more asks a question, in whichever order, right or wrong.
    @Test
    void check_with_a_question_is_told_from_the_check_of_the_schema() throws IOException {
        Files.writeString(folder.resolve("shop.fga"), MODEL);
        run("model", "write", "shop.fga");

        assertThat(run("check", "--why", "shop:corner", "clerk", "person:bob").out())
                .startsWith("no  shop:corner#clerk");
        assertThat(run("check", "corner", "clerk", "bob").err())
                .contains("An object is TYPE:ID", "\"corner\"", "A user is TYPE:ID", "\"bob\"");
        assertThat(run("check", "shop:corner", "clark", "person:bob").err())
                .isEqualTo("The type shop has no relation clark in the model; it has clerk.");
    }

    /// A script must not take what could not be asked for a "no".
    @Test
    void the_exit_code_of_a_question_is_its_answer() throws IOException {
        assertThat(run("check", "shop:corner", "clerk", "person:bob").code()).isEqualTo(2);
        Files.writeString(folder.resolve("shop.fga"), MODEL);
        run("model", "write", "shop.fga");
        assertThat(run("check", "shop:corner", "clerk", "person:bob").code()).isEqualTo(1);
        assertThat(run("check", "shop:corner", "clark", "person:bob").code()).isEqualTo(2);
        assertThat(run("check", "shop:corner", "clerk", "nobody@example.com").code())
                .isEqualTo(2);
    }

    private ChildJvm.Ended run(String... words) {
        try (var jvm = ChildJvm.start(folder, Map.of(), Main.class.getName(), words)) {
            return jvm.type("a passphrase of his own 7").ended();
        }
    }
}
