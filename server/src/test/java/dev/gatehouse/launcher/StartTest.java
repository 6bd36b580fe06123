package dev.gatehouse.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which Java is taken, and what reaches it.
class StartTest {

    @TempDir
    Path folder;

    Place place;

    @BeforeEach
    void settle() {
        place = Place.packed(folder);
    }

    @Test
    void the_chosen_jdk_comes_before_java_home() {
        var environment = Map.of(
                "GATEHOUSE_JAVA_HOME", place.jdk("chosen", "25.0.1").toString(),
                "JAVA_HOME", place.jdk("usual", "25.0.1").toString());

        assertThat(place.run(environment).out()).startsWith("chosen\n");
    }

    @Test
    void a_chosen_jdk_that_is_too_old_is_refused_by_name() {
        var old = place.jdk("old", "17.0.15");

        var answer = place.run(Map.of("GATEHOUSE_JAVA_HOME", old.toString()));

        assertThat(answer.status()).isEqualTo(69);
        assertThat(answer.err())
                .contains("GATEHOUSE_JAVA_HOME", old.toString(), "Java 17", "25 or newer")
                .hasLineCount(1);
    }

    @Test
    void a_chosen_folder_without_java_is_refused_by_name() {
        var answer = place.run(Map.of("GATEHOUSE_JAVA_HOME", "/nowhere"));

        assertThat(answer.status()).isEqualTo(69);
        assertThat(answer.err()).contains("/nowhere", "no bin/java").hasLineCount(1);
    }

    @Test
    void a_java_home_that_is_too_old_is_passed_over() throws IOException {
        onPath(place.jdk("new", "25"));

        assertThat(place.run(Map.of("JAVA_HOME", place.jdk("old", "17.0.15").toString()))
                        .out())
                .startsWith("new\n");
        assertThat(place.run(Map.of("JAVA_HOME", place.jdk("older", "1.8.0_402").toString()))
                        .out())
                .startsWith("new\n");
    }

    @Test
    void an_early_access_jdk_counts() {
        assertThat(place.run(Map.of("JAVA_HOME", place.jdk("early", "26-ea").toString()))
                        .out())
                .startsWith("early\n");
    }

    @Test
    void a_jdk_without_a_release_file_is_asked() throws IOException {
        var jdk = place.jdk("silent", "25");
        Files.delete(jdk.resolve("release"));
        place.program("silent/bin/java", """
                if [ "$1" = -version ]; then echo 'openjdk version "25.0.1" 2025-10-21' >&2; else echo asked; fi""");

        assertThat(place.run(Map.of("JAVA_HOME", jdk.toString())).out()).isEqualTo("asked\n");
    }

    @Test
    void without_a_verb_it_serves() throws IOException {
        onPath(place.jdk("jdk", "25"));

        assertThat(place.run(Map.of()).out().lines()).endsWith("-jar", place.root() + "/house/gatehouse.jar", "serve");
    }

    @Test
    void the_callers_folder_and_arguments_arrive_unchanged() throws IOException {
        onPath(place.jdk("jdk", "25"));

        var said = place.run(Map.of(), "account", "create", "two words", "*", "Алиса")
                .out()
                .lines()
                .toList();

        assertThat(said.get(1)).isEqualTo(place.root() + "/work");
        assertThat(said).endsWith("account", "create", "two words", "*", "Алиса");
    }

    @Test
    void the_exit_code_passes_through() {
        var jdk = place.jdk("jdk", "25");
        place.program("jdk/bin/java", "exit 78");

        assertThat(place.run(Map.of("JAVA_HOME", jdk.toString())).status()).isEqualTo(78);
    }

    @Test
    void a_collector_of_ones_own_replaces_ours() throws IOException {
        onPath(place.jdk("jdk", "25"));

        assertThat(place.run(Map.of()).out().lines()).contains("-XX:+UseSerialGC");
        assertThat(place.run(Map.of("GATEHOUSE_JAVA_OPTS", "-Xmx1g -XX:+UseG1GC"))
                        .out()
                        .lines())
                .contains("-Xmx1g", "-XX:+UseG1GC")
                .doesNotContain("-XX:+UseSerialGC");
    }

    @Test
    void the_start_up_cache_is_used_when_it_is_there() throws IOException {
        onPath(place.jdk("jdk", "25"));
        assertThat(place.run(Map.of()).out()).doesNotContain("AOTCache");

        place.write("house/serve.aot", "");

        assertThat(place.run(Map.of()).out()).contains("-XX:AOTCache=" + place.root() + "/house/serve.aot\n");
        assertThat(place.run(Map.of("GATEHOUSE_AOT", "off")).out()).doesNotContain("AOTCache");
        assertThat(place.run(Map.of(), "check").out()).doesNotContain("AOTCache");
    }

    @Test
    void the_verbs_have_a_start_up_cache_of_their_own() throws IOException {
        onPath(place.jdk("jdk", "25"));
        place.write("house/verbs.aot", "");

        assertThat(place.run(Map.of(), "check").out()).contains("-XX:AOTCache=" + place.root() + "/house/verbs.aot\n");
        assertThat(place.run(Map.of()).out()).doesNotContain("AOTCache");
    }

    @Test
    void the_command_may_be_reached_through_links() throws IOException {
        onPath(place.jdk("jdk", "25"));
        Files.move(place.root().resolve("house"), place.root().resolve("elsewhere"));
        Files.createDirectory(place.root().resolve("house"));
        Files.createSymbolicLink(place.root().resolve("house/gatehouse"), Path.of("../link"));
        Files.createSymbolicLink(place.root().resolve("link"), Path.of("elsewhere/gatehouse"));

        assertThat(place.run(Map.of()).out()).contains(place.root() + "/elsewhere/gatehouse.jar");
    }

    @Test
    void a_command_copied_out_of_its_folder_says_so() throws IOException {
        Files.delete(place.root().resolve("house/gatehouse.jar"));

        var answer = place.run(Map.of());

        assertThat(answer.status()).isEqualTo(66);
        assertThat(answer.err()).contains("Link to this command").hasLineCount(1);
    }

    @Test
    void a_packed_copy_does_not_pretend_to_build() {
        var answer = place.run(Map.of(), "test");

        assertThat(answer.status()).isEqualTo(64);
        assertThat(answer.err()).contains("source tree");
    }

    private void onPath(Path jdk) throws IOException {
        Files.createSymbolicLink(place.root().resolve("bin/java"), jdk.resolve("bin/java"));
    }
}
