package dev.gatehouse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.testing.Person;
import java.io.IOException;
import java.nio.file.Path;
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
