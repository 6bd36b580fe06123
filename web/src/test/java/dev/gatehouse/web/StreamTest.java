package dev.gatehouse.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// An answer that is written piece by piece.
class StreamTest {
    private static final String LINES = "application/x-lines";

    private final LinkedBlockingQueue<String> pieces = new LinkedBlockingQueue<>();
    private final CompletableFuture<String> ending = new CompletableFuture<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private Server server;

    @BeforeEach
    void open() {
        server = Server.builder()
                .port(0)
                .mount(api -> {
                    api.get("/pieces")
                            .answers(200, Whole.class)
                            .answersAs(LINES)
                            .to(_ -> Answer.<Whole>streamed(LINES, this::tell).header("Cache-Control", "no-store"));
                    api.get("/whole").answers(200, Whole.class).to(_ -> Answer.of(new Whole("all at once")));
                })
                .start();
    }

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    record Whole(String text) {}

    private void tell(Outlet outlet) {
        try {
            while (outlet.isOpen()) {
                var piece = pieces.poll(20, TimeUnit.MILLISECONDS);
                if ("end".equals(piece)) break;
                if ("fault".equals(piece)) throw new IllegalStateException("nobody knows more");
                if (piece != null) outlet.write(piece + "\n");
            }
            ending.complete(outlet.isOpen() ? "told all" : "was stopped");
        } catch (InterruptedException stop) {
            throw new AssertionError(stop);
        } catch (ConnectionLost lost) {
            ending.complete("nobody listens");
            throw lost;
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_piece_arrives_before_the_next_is_known(HttpClient.Version version) throws Exception {
        try (var lines = lines(version)) {
            pieces.add("one");
            assertThat(lines.readLine()).isEqualTo("one");
            pieces.add("two: zwölf");
            assertThat(lines.readLine()).isEqualTo("two: zwölf");
            pieces.add("end");
            assertThat(lines.readLine()).isNull();
        }
        assertThat(ending.get()).isEqualTo("told all");
    }

    @Test
    void its_connection_serves_the_next_request() throws Exception {
        pieces.add("one");
        pieces.add("end");
        var version = HttpClient.Version.HTTP_1_1;
        assertThat(client.send(request("/pieces", version), BodyHandlers.ofString())
                        .body())
                .isEqualTo("one\n");
        assertThat(client.send(request("/whole", version), BodyHandlers.ofString())
                        .body())
                .contains("all at once");
    }

    @Test
    void it_carries_the_headers_of_every_answer() throws Exception {
        pieces.add("end");
        var reply = client.send(request("/pieces", HttpClient.Version.HTTP_1_1), BodyHandlers.ofString());
        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(reply.headers().map())
                .containsKeys("x-request-id", "x-content-type-options")
                .containsEntry("content-type", List.of(LINES))
                .containsEntry("cache-control", List.of("no-store"));
    }

    @Test
    void a_server_that_stops_ends_it_as_if_all_were_told() throws Exception {
        try (var lines = lines(HttpClient.Version.HTTP_1_1);
                var people = Executors.newVirtualThreadPerTaskExecutor()) {
            pieces.add("one");
            assertThat(lines.readLine()).isEqualTo("one");
            var stopped = people.submit(() -> server.stop(Duration.ofSeconds(10)));
            assertThat(lines.readLine()).isNull();
            assertThat(stopped.get()).isTrue();
            assertThat(ending.get()).isEqualTo("was stopped");
        }
    }

    @Test
    void what_goes_wrong_breaks_it_off_so_that_nobody_takes_it_for_whole() throws Exception {
        try (var lines = lines(HttpClient.Version.HTTP_1_1)) {
            pieces.add("one");
            assertThat(lines.readLine()).isEqualTo("one");
            pieces.add("fault");
            assertThatThrownBy(lines::readLine).isInstanceOf(IOException.class);
        }
    }

    @Test
    void whoever_goes_away_is_told_nothing_more() throws Exception {
        var lines = lines(HttpClient.Version.HTTP_1_1);
        pieces.add("one");
        assertThat(lines.readLine()).isEqualTo("one");
        lines.close();
        client.shutdownNow();
        while (!ending.isDone()) {
            if (pieces.isEmpty()) pieces.add("still there?");
            Thread.onSpinWait();
        }
        assertThat(ending.get()).isEqualTo("nobody listens");
    }

    @Test
    void a_form_that_is_not_declared_is_a_fault() {
        assertThatThrownBy(() -> Server.builder()
                        .port(0)
                        .mount(api -> api.get("/x").answersAs(LINES).to(_ -> Answer.streamed(LINES, _ -> {})))
                        .start())
                .hasMessageContaining("does not say what it answers");
    }

    private BufferedReader lines(HttpClient.Version version) throws Exception {
        // The head comes with the first piece at the latest.
        pieces.add("begin");
        var response = client.send(request("/pieces", version), BodyHandlers.ofInputStream());
        var lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
        assertThat(lines.readLine()).isEqualTo("begin");
        return lines;
    }

    private HttpRequest request(String path, HttpClient.Version version) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .version(version)
                .timeout(Duration.ofSeconds(20))
                .build();
    }
}
