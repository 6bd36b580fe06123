package dev.gatehouse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the verb tells a CI by its exit code.
class ModelTestCommandTest {

    private static final String WORLD = """
            model: |
              model
                schema 1.1
              type person
              type document
                relations
                  define viewer: [person]
            tests:
              - name: nobody is named
                check:
                  - {user: person:bob, object: document:charter, assertions: {viewer: false}}
            """;

    @TempDir
    Path folder;

    @Test
    void zero_is_that_all_assertions_hold() throws IOException {
        assertThat(Gatehouse.run("model", "test", file("good", WORLD))).isZero();
    }

    @Test
    void one_is_that_an_assertion_does_not() throws IOException {
        assertThat(Gatehouse.run("model", "test", file("good", WORLD), file("bad", WORLD.replace("false", "true"))))
                .isEqualTo(1);
    }

    @Test
    void two_is_that_a_file_cannot_be_read_whatever_the_others_say() throws IOException {
        assertThat(Gatehouse.run("model", "test", file("bad", WORLD.replace("false", "true")), file("odd", "model: x")))
                .isEqualTo(2);
        assertThat(Gatehouse.run("model", "test")).isEqualTo(2);
    }

    @Test
    void the_results_are_written_for_a_ci() throws IOException {
        var xml = folder.resolve("results.xml");
        assertThat(Gatehouse.run("model", "test", "--junit", xml.toString(), file("good", WORLD)))
                .isZero();
        assertThat(xml)
                .content()
                .contains("<testcase ")
                .contains("nobody is named")
                .doesNotContain("<failure");
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name + ".fga.yaml"), text).toString();
    }
}
