package dev.gatehouse.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.Main;
import dev.gatehouse.mapper.Dialect;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.testing.ChildJvm;
import dev.gatehouse.testing.Json;
import dev.gatehouse.testing.Person;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// `gatehouse serve` as the process that an operator starts and stops.
@Timeout(120)
class ServeTest {

    private static final Pattern CODE = Pattern.compile("\"code\":\"([^\"]+)\"");
    private static final Pattern IN_FLIGHT = Pattern.compile("(?m)^http_requests_in_flight ([0-9.]+)$");

    @TempDir
    private Path folder;

    @Test
    void the_code_that_a_first_start_prints_makes_the_administrator_and_is_printed_no_more() throws IOException {
        try (var server = ServerProcess.start(folder, Map.of())) {
            var printed = CODE.matcher(
                    server.jvm().awaitLine(line -> CODE.matcher(line).find()));
            assertThat(printed.find()).isTrue();
            var form = Json.object("code", printed.group(1), "email", "alice@example.com", "password", Person.PASSWORD);
            assertThat(server.post("/v1/setup", form).status()).isEqualTo(201);
            server.jvm().terminate();
            server.jvm().ended();
        }
        try (var server = ServerProcess.start(folder, Map.of())) {
            assertThat(server.signIn("alice@example.com", Person.PASSWORD).status())
                    .isEqualTo(200);
            server.jvm().terminate();
            assertThat(server.jvm().ended().out()).doesNotContain("/v1/setup", "There is no administrator");
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void who_is_told_to_stop_finishes_what_is_under_way() throws Exception {
        var form = Json.object("email", "alice@example.com", "password", Person.PASSWORD);
        try (var server = ServerProcess.start(folder, Map.of());
                var slow = new Socket("127.0.0.1", server.port())) {
            say(
                    slow,
                    "POST /v1/accounts HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\n"
                            + "Content-Length: " + form.length() + "\r\n\r\n");
            while (inFlight(server) < 2) Thread.onSpinWait();
            server.jvm().terminate();
            while (!refusesConnections(server)) Thread.onSpinWait();

            say(slow, form);
            assertThat(new String(slow.getInputStream().readAllBytes(), UTF_8)).startsWith("HTTP/1.1 201");
            assertThat(server.jvm().ended().code()).isZero();
        }
    }

    private static void say(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(UTF_8));
    }

    private static boolean refusesConnections(ServerProcess server) {
        try (var _ = new Socket("127.0.0.1", server.port())) {
            return false;
        } catch (IOException _) {
            return true;
        }
    }

    @Test
    void a_port_that_is_taken_is_told_in_one_line() {
        try (var server = ServerProcess.start(folder, Map.of())) {
            var second = ServerProcess.launch(
                            folder, Map.of("PORT", Integer.toString(server.port()), "DATA_DIR", "another"))
                    .ended();

            assertThat(second.code()).isEqualTo(1);
            assertThat(second.err().lines()).hasSize(1);
            assertThat(second.err()).contains("127.0.0.1", Integer.toString(server.port()));
        }
    }

    @Test
    void settings_that_are_wrong_are_told_all_at_once() {
        var ended = ServerProcess.launch(
                        folder, Map.of("PORT", "http", "JWT_ALGORITHM", "none", "JWT_SECRET_KEY", "hunter2"))
                .ended();

        assertThat(ended.code()).isEqualTo(78);
        assertThat(ended.err())
                .contains("PORT", "JWT_ALGORITHM", "JWT_SECRET_KEY")
                .doesNotContain("hunter2", "\tat ");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void another_key_than_the_one_before_is_told_in_one_line() {
        var given = Map.of("JWT_SECRET_KEY", "a key for tests only, forged by alice and bob in long evenings..");
        try (var server = ServerProcess.start(folder, given)) {
            server.jvm().terminate();
            server.jvm().ended();
        }
        var ended = ServerProcess.launch(
                        folder, Map.of("JWT_SECRET_KEY", "mallory's key, which is as long as the other but not it"))
                .ended();

        assertThat(ended.code()).isEqualTo(78);
        assertThat(ended.err().lines()).hasSize(1);
        assertThat(ended.err()).contains("JWT_SECRET_KEY").doesNotContain("mallory");
    }

    @Test
    void a_postgresql_without_our_schema_is_left_alone_unless_one_says_upgrade() {
        try (var database = new TestDatabase(Dialect.POSTGRES)) {
            var ended = ChildJvm.start(folder, ServerProcess.variables(database.fresh()), Main.class.getName(), "serve")
                    .ended();

            assertThat(ended.code()).isEqualTo(1);
            assertThat(ended.err()).contains("upgrade").doesNotContain("\tat ");
        }
    }

    private static double inFlight(ServerProcess server) throws IOException {
        var figure = IN_FLIGHT.matcher(server.get("/metrics").http().body());
        assertThat(figure.find()).isTrue();
        return Double.parseDouble(figure.group(1));
    }
}
