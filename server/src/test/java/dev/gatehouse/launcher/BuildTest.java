package dev.gatehouse.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// When a build is made, and that none is ever half there.
class BuildTest {

    /// Writes each call down, and what `package` would leave behind.
    private static final String MAVEN = """
            echo "$*" >>"$HOME/builds"
            for argument; do case $argument in -Ddist=*) dist=${argument#-Ddist=} ;; esac; done
            echo made >"$dist/gatehouse.jar"
            """;

    /// A minute at most: should the second command not wait, the test must fail and not hang.
    private static final String WAITS_FOR_US = """
            turns=0
            until [ -e "$HOME/go" ] || [ $turns = 1200 ]; do sleep 0.05; turns=$((turns + 1)); done
            """;

    @TempDir
    Path folder;

    Place place;
    Map<String, String> environment;

    @BeforeEach
    void settle() {
        place = Place.checkout(folder);
        environment = Map.of("JAVA_HOME", place.jdk("jdk", "25").toString());
        place.program("bin/mvn", MAVEN);
    }

    @Test
    void a_missing_build_is_made_before_the_start() {
        var answer = place.run(environment, "doctor");

        assertThat(answer.status()).isZero();
        assertThat(answer.err()).startsWith("Building Gatehouse");
        assertThat(answer.out().lines()).endsWith("doctor");
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void a_build_that_is_newer_than_the_sources_is_taken_as_it_is() {
        place.run(environment);
        place.age();
        place.write("house/server/target/dist/built", "");

        assertThat(place.run(environment).err()).isEmpty();
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void a_changed_source_is_built() {
        place.run(environment);
        place.age();
        place.write("house/server/src/main/A.java", "changed");

        assertThat(place.run(environment).err()).startsWith("Building Gatehouse …");
        assertThat(builds()).isEqualTo(2);
    }

    @Test
    void a_deleted_source_is_built() throws IOException {
        place.run(environment);
        place.age();
        Files.delete(place.root().resolve("house/server/src/main/A.java"));

        place.run(environment);

        assertThat(builds()).isEqualTo(2);
    }

    @Test
    void a_failed_build_says_why_and_leaves_the_old_one() {
        place.run(environment);
        place.age();
        place.write("house/pom.xml", "changed");
        place.program("bin/mvn", """
                echo '[INFO] Scanning for projects...'
                echo '[ERROR] A.java:[1,44] incompatible types'
                echo '[ERROR] A.java:[1,44] incompatible types'
                echo '[ERROR] Re-run Maven using the -X switch'
                exit 1""");

        var answer = place.run(environment);

        assertThat(answer.status()).isEqualTo(1);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err()).containsOnlyOnce("incompatible types").doesNotContain("Scanning", "Re-run");
        assertThat(place.read("house/server/target/dist/gatehouse.jar")).isEqualTo("made\n");
        assertNothingIsLeftBehind();
    }

    @Test
    void two_commands_at_once_build_once() throws IOException {
        place.program("bin/mvn", MAVEN + WAITS_FOR_US);

        var first = place.start(environment, "one");
        sees(first.errorReader(), "Building Gatehouse");
        var second = place.start(environment, "two");
        sees(second.errorReader(), "Waiting for another build");
        place.write("go", "");

        assertThat(Place.finish(first).out().lines()).endsWith("one");
        assertThat(Place.finish(second).out().lines()).endsWith("two");
        assertThat(builds()).isEqualTo(1);
        assertNothingIsLeftBehind();
    }

    @Test
    void the_lock_of_a_command_that_died_is_no_hindrance() throws Exception {
        var dead = new ProcessBuilder("true").start();
        dead.waitFor();
        Files.createDirectory(place.root().resolve("house/target"));
        Files.createSymbolicLink(place.root().resolve("house/target/lock"), Path.of(Long.toString(dead.pid())));

        assertThat(place.run(environment).status()).isZero();
        assertNothingIsLeftBehind();
    }

    @Test
    void a_rehearsal_sees_nobodys_settings() {
        var secrets =
                Map.of("JAVA_HOME", environment.get("JAVA_HOME"), "DB_HOST", "production", "JWT_SECRET_KEY", "secret");
        place.program("jdk/bin/java", "env");

        place.run(secrets);

        assertThat(place.read("house/target/rehearsal.log")).contains("PATH=").doesNotContain("production", "secret");
    }

    @Test
    void a_failed_rehearsal_costs_the_cache_and_nothing_else() {
        place.program(
                "jdk/bin/java",
                "case \"$*\" in *rehearse*) echo half >\"$(echo \"$*\" | sed 's/.*AOTCacheOutput=\\([^ ]*\\).*/\\1/')\"; exit 1 ;; esac");

        var answer = place.run(environment);

        assertThat(answer.status()).isZero();
        assertThat(answer.err())
                .containsOnlyOnce("No start-up cache for serve")
                .containsOnlyOnce("No start-up cache for verbs");
        assertThat(place.has("house/server/target/dist/serve.aot")).isFalse();
        assertThat(place.has("house/server/target/dist/verbs.aot")).isFalse();
    }

    @Test
    void without_maven_one_line_says_how_to_get_it() throws IOException {
        Files.delete(place.root().resolve("bin/mvn"));

        var answer = place.run(environment);

        assertThat(answer.status()).isEqualTo(69);
        assertThat(answer.err()).contains("Maven", "Debian", "macOS", "Windows").hasLineCount(1);
    }

    @Test
    void a_test_that_no_module_has_is_named() {
        var answer = place.run(environment, "test", "NobodyTest#nothing");

        assertThat(answer.status()).isEqualTo(64);
        assertThat(answer.err()).contains("NobodyTest").hasLineCount(1);
        assertThat(place.has("builds")).isFalse();
    }

    @Test
    void one_test_runs_in_its_own_module() {
        place.write("house/server/src/test/java/dev/gatehouse/SomeTest.java", "");
        place.program("bin/mvn", "echo \"$*\" >>\"$HOME/builds\"; echo '[INFO] Tests run: 1, Failures: 0'");

        assertThat(place.run(environment, "test", "SomeTest#works").out()).contains("Tests run: 1");
        assertThat(place.read("builds")).contains("--projects server", "-Dtest=SomeTest#works");
    }

    private long builds() {
        return place.read("builds").lines().count();
    }

    private void assertNothingIsLeftBehind() {
        assertThat(place.root().resolve("house/target/lock"))
                .satisfies(lock -> assertThat(Files.isSymbolicLink(lock)).isFalse());
        assertThat(place.has("house/server/target/dist.new")).isFalse();
        assertThat(place.has("house/server/target/dist.old")).isFalse();
    }

    private static void sees(BufferedReader reader, String text) throws IOException {
        for (var line = reader.readLine(); line != null; line = reader.readLine()) if (line.contains(text)) return;
        throw new AssertionError("it never said: " + text);
    }
}
