package dev.gatehouse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.testing.Json;
import dev.gatehouse.testing.Person;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A process that is killed has no time to tidy up.
@EachDatabase
class CrashTest {

    private static final int ANSWERED = 100;

    private final Map<String, String> variables;

    @TempDir
    private Path folder;

    CrashTest(TestDatabase on) {
        variables = ServerProcess.variables(on.fresh());
    }

    @Test
    void every_registration_that_was_answered_is_there_after_a_kill() throws Exception {
        var answered = new ConcurrentLinkedQueue<String>();
        try (var server = ServerProcess.start(folder, variables);
                var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var number = new AtomicInteger();
            var enough = new CountDownLatch(ANSWERED);
            for (int i = 0; i < 16; i++) people.submit(() -> registerUntilItDies(server, number, answered, enough));
            enough.await();
            server.jvm().kill();
        }

        assertThat(answered).hasSizeGreaterThanOrEqualTo(ANSWERED);
        try (var server = ServerProcess.start(folder, variables)) {
            for (var email : answered)
                assertThat(server.signIn(email, Person.PASSWORD).status())
                        .as(email)
                        .isEqualTo(200);
            assertThat(server.register("after@example.com", Person.PASSWORD).status())
                    .isEqualTo(201);
        }
    }

    @Test
    void every_relationship_that_was_answered_is_there_after_a_kill_and_in_the_row_of_changes() throws Exception {
        var answered = new ConcurrentLinkedQueue<String>();
        try (var server = ServerProcess.start(folder, variables);
                var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var alice = administrator(server);
            var number = new AtomicInteger();
            var enough = new CountDownLatch(ANSWERED);
            for (int i = 0; i < 16; i++) people.submit(() -> joinUntilItDies(server, alice, number, answered, enough));
            enough.await();
            server.jvm().kill();
        }

        try (var server = ServerProcess.start(folder, variables)) {
            var alice =
                    server.signIn("alice@example.com", Person.PASSWORD).tokens().access();
            var standing = server.get("/v1/relationships?object=group:staff&limit=1000", alice)
                    .json()
                    .at("/relationships")
                    .findValuesAsText("user");
            var row = server.get("/v1/relationships/changes?object_type=group&limit=1000", alice)
                    .json()
                    .at("/changes")
                    .findValuesAsText("user");
            assertThat(standing).containsAll(answered);
            assertThat(row).containsExactlyInAnyOrderElementsOf(standing);
            assertThat(server.post("/v1/relationships", member("person:after"), alice)
                            .status())
                    .isEqualTo(200);
        }
    }

    private static String administrator(ServerProcess server) throws IOException {
        var line = server.jvm().awaitLine(printed -> printed.contains("\"code\":\""));
        var code = line.replaceFirst(".*\"code\":\"", "").replaceFirst("\".*", "");
        var form = Json.object("code", code, "email", "alice@example.com", "password", Person.PASSWORD);
        assertThat(server.post("/v1/setup", form).status()).isEqualTo(201);
        return server.signIn("alice@example.com", Person.PASSWORD).tokens().access();
    }

    private static String member(String person) {
        var one = Map.of("object", "group:staff", "relation", "member", "user", person);
        return Json.object("writes", List.of(one));
    }

    private static void joinUntilItDies(
            ServerProcess server, String alice, AtomicInteger number, Queue<String> answered, CountDownLatch enough) {
        try {
            while (true) {
                var person = "person:" + number.incrementAndGet();
                if (server.post("/v1/relationships", member(person), alice).status() != 200) continue;
                answered.add(person);
                enough.countDown();
            }
        } catch (IOException killed) {
            // What was under way may or may not have been kept: nobody was told that it was.
        }
    }

    private static void registerUntilItDies(
            ServerProcess server, AtomicInteger number, Queue<String> answered, CountDownLatch enough) {
        try {
            while (true) {
                var email = "person" + number.incrementAndGet() + "@example.com";
                if (server.register(email, Person.PASSWORD).status() != 201) continue;
                answered.add(email);
                enough.countDown();
            }
        } catch (IOException killed) {
            // What was under way may or may not have been kept: nobody was told that it was.
        }
    }
}
