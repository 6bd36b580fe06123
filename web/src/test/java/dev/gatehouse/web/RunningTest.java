package dev.gatehouse.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.web.observe.Metrics;
import java.lang.ref.WeakReference;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Opening, running and closing the door.
@Timeout(60)
class RunningTest {
    record Word(String word) {}

    /// An operation that says when it has been entered and waits for leave to go on.
    private static final class Gate {
        final CountDownLatch entered = new CountDownLatch(1);
        final CountDownLatch leave = new CountDownLatch(1);

        void mount(Api api) {
            api.get("/v1/slow").answers(200, Word.class).to(_ -> {
                entered.countDown();
                try {
                    leave.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException("cut off", e);
                }
                return Answer.of(new Word("done"));
            });
        }
    }

    @Test
    void a_stop_lets_the_requests_in_flight_finish() throws Exception {
        var gate = new Gate();
        var server = Server.builder().port(0).mount(gate::mount).start();
        try (var wire = new Wire(server)) {
            wire.send("GET /v1/slow HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(gate.entered.await(10, TimeUnit.SECONDS)).isTrue();

            var finished = new AtomicBoolean();
            var stopping = Thread.ofVirtual().start(() -> finished.set(server.stop(Duration.ofSeconds(30))));
            while (!refusesConnections(server.port())) Thread.onSpinWait();
            assertThat(stopping.isAlive()).isTrue();
            gate.leave.countDown();

            assertThat(wire.readAll())
                    .startsWith("HTTP/1.1 200")
                    .containsIgnoringCase("Connection: close")
                    .endsWith("{\"word\":\"done\"}");
            assertThat(stopping.join(Duration.ofSeconds(10))).isTrue();
            assertThat(finished).isTrue();
        }
    }

    @Test
    void a_stop_cuts_off_what_takes_longer_than_its_grace() throws Exception {
        var gate = new Gate();
        var server = Server.builder().port(0).mount(gate::mount).start();
        try (var wire = new Wire(server)) {
            wire.send("GET /v1/slow HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(gate.entered.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(server.stop(Duration.ofMillis(100))).isFalse();
        }
        assertThat(refusesConnections(server.port())).isTrue();
    }

    @Test
    void idle_connections_do_not_hold_up_a_stop() {
        var server = Server.builder().port(0).start();
        try (var wire = new Wire(server);
                var caller = new Caller(server, java.net.http.HttpClient.Version.HTTP_2)) {
            wire.send("GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(wire.readLine()).isEqualTo("HTTP/1.1 200 OK");
            assertThat(caller.get("/health/live").status()).isEqualTo(200);
            assertThat(server.stop(Duration.ofDays(1))).isTrue();
        }
    }

    /// Whoever opens and closes servers in one process, as tests do, would keep them all.
    @Test
    void a_server_that_was_closed_stays_in_nobodys_memory() {
        var room = closedAfterOneAnswer();
        while (!room.refersTo(null)) {
            assertThat(Thread.interrupted()).as("out of time").isFalse();
            System.gc();
        }
    }

    private static WeakReference<Guesthouse> closedAfterOneAnswer() {
        var room = new Guesthouse();
        var metrics = new Metrics();
        metrics.gauge("house_number", "Of the house.", room::hashCode);
        try (var server = Server.builder()
                        .port(0)
                        .metrics(metrics)
                        .mount(room::mount)
                        .start();
                var caller = new Caller(server)) {
            assertThat(caller.get("/v1/guests/" + Guesthouse.ALICE).status()).isEqualTo(200);
        }
        return new WeakReference<>(room);
    }

    @Test
    void readiness_says_no_while_stopping_on_connections_that_are_open() throws Exception {
        var gate = new Gate();
        var server = Server.builder().port(0).mount(gate::mount).start();
        try (var slow = new Wire(server)) {
            slow.send("GET /v1/slow HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(gate.entered.await(10, TimeUnit.SECONDS)).isTrue();
            var probe = server.readiness();
            assertThat(probe.status()).isEqualTo(200);
            var stopping = Thread.ofVirtual().start(() -> server.stop(Duration.ofSeconds(30)));
            while (server.readiness().status() == 200) Thread.onSpinWait();
            assertThat(new String(server.readiness().body(), java.nio.charset.StandardCharsets.UTF_8))
                    .contains("\"status\":\"stopping\"");
            gate.leave.countDown();
            slow.readAll();
            stopping.join();
        }
    }

    @Test
    void a_port_in_use_is_told_in_one_line() throws Exception {
        try (var taken = new ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> Server.builder().port(taken.getLocalPort()).start())
                    .isInstanceOf(CannotListen.class)
                    .hasMessage("cannot listen on 127.0.0.1 port " + taken.getLocalPort()
                            + ": another program has the port; stop it or choose another port");
        }
    }

    @Test
    void an_address_of_another_machine_is_told_in_one_line() {
        assertThatThrownBy(() -> Server.builder().host("192.0.2.1").port(0).start())
                .isInstanceOf(CannotListen.class)
                .hasMessageContaining("192.0.2.1 is not an address of this machine");
        assertThatThrownBy(() -> Server.builder().host("no such host").port(0).start())
                .isInstanceOf(CannotListen.class)
                .hasMessageContaining("no such name");
    }

    @Test
    void readiness_asks_every_check_and_hides_why_one_fails() {
        var works = new AtomicBoolean(true);
        try (var server = Server.builder()
                        .port(0)
                        .ready("database", () -> {
                            if (!works.get()) throw new IllegalStateException("password of db is hunter2");
                        })
                        .ready("disk", () -> {})
                        .start();
                var caller = new Caller(server)) {
            assertThat(caller.get("/health/ready").http().body())
                    .isEqualTo("{\"status\":\"ready\",\"checks\":{\"database\":\"passing\",\"disk\":\"passing\"}}");
            works.set(false);
            var failing = caller.get("/health/ready");
            assertThat(failing.status()).isEqualTo(503);
            assertThat(failing.http().body())
                    .isEqualTo("{\"status\":\"failing\",\"checks\":{\"database\":\"failing\",\"disk\":\"passing\"}}");
            assertThat(caller.get("/health/live").status()).isEqualTo(200);
        }
    }

    @Test
    void figures_are_kept_by_route_and_never_by_what_callers_invent() {
        var metrics = new Metrics();
        metrics.counter("house_guests_total", "Guests.", "floor", "a\"b").add(3);
        try (var server = Server.builder()
                        .port(0)
                        .metrics(metrics)
                        .mount(new Guesthouse()::mount)
                        .start();
                var caller = new Caller(server)) {
            caller.get("/v1/guests/" + Guesthouse.ALICE);
            caller.get("/v1/guests/" + Guesthouse.ALICE);
            for (int i = 0; i < 20; i++) caller.send("VERB" + i, "/invented/" + i, "");
            var reply = caller.get("/metrics");
            assertThat(reply.header("Content-Type")).isEqualTo("text/plain; version=0.0.4; charset=utf-8");
            assertThat(reply.http().body())
                    .contains(
                            "http_request_duration_seconds_count{method=\"GET\",route=\"/v1/guests/{id}\",status=\"2xx\"} 2\n")
                    .contains(
                            "http_request_duration_seconds_count{method=\"OTHER\",route=\"(none)\",status=\"4xx\"} 20\n")
                    .contains("house_guests_total{floor=\"a\\\"b\"} 3\n")
                    .contains("http_requests_in_flight 1\n")
                    .contains("# TYPE jvm_memory_used_bytes gauge\n")
                    .contains("process_start_time_seconds ")
                    .doesNotContain("invented")
                    .doesNotContain("VERB");
        }
    }

    @Test
    void figures_can_be_kept_from_strangers() {
        try (var server = Server.builder()
                        .port(0)
                        .metricsRequire(new Guesthouse().administrator)
                        .start();
                var caller = new Caller(server)) {
            assertThat(caller.get("/metrics").status()).isEqualTo(401);
            assertThat(caller.get("/metrics", "Authorization", "Bearer alice").status())
                    .isEqualTo(403);
            assertThat(caller.get("/metrics", "Authorization", "Bearer root").status())
                    .isEqualTo(200);
        }
    }

    @Test
    void urls_and_strict_transport_come_from_the_public_url_and_not_from_host() {
        try (var server = Server.builder()
                .port(0)
                .publicUrl(URI.create("https://id.example.com/auth/"))
                .mount(new Guesthouse()::mount)
                .start()) {
            var answer = Wire.tell(
                    server,
                    "GET /v1/echo HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example\r\nConnection: close\r\n\r\n");
            assertThat(answer)
                    .contains("\"url\":\"https://id.example.com/auth/somewhere\"")
                    .contains("Strict-Transport-Security: max-age=31536000");
        }
    }

    @Test
    void only_a_trusted_proxy_says_who_the_caller_is() {
        try (var server =
                        Server.builder().port(0).mount(new Guesthouse()::mount).start();
                var caller = new Caller(server)) {
            assertThat(caller.get("/v1/echo", "X-Forwarded-For", "203.0.113.7")
                            .json()
                            .path("remote")
                            .asText())
                    .isEqualTo("127.0.0.1");
        }
        try (var server = Server.builder()
                        .port(0)
                        .trustedProxies(java.util.List.of("127.0.0.0/8", "10.0.0.0/8"))
                        .mount(new Guesthouse()::mount)
                        .start();
                var caller = new Caller(server)) {
            assertThat(caller.get("/v1/echo", "X-Forwarded-For", "6.6.6.6, 203.0.113.7, 10.0.0.3")
                            .json()
                            .path("remote")
                            .asText())
                    .isEqualTo("203.0.113.7");
            assertThat(caller.get("/v1/echo", "Forwarded", "for=6.6.6.6, for=\"[2001:db8::1]:4711\";proto=https")
                            .json()
                            .path("remote")
                            .asText())
                    .isEqualTo("2001:db8:0:0:0:0:0:1");
        }
    }

    private static boolean refusesConnections(int port) {
        try (var _ = new java.net.Socket("127.0.0.1", port)) {
            return false;
        } catch (java.io.IOException _) {
            return true;
        }
    }
}
