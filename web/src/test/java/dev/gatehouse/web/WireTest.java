package dev.gatehouse.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Bytes that no well-behaved client sends.
class WireTest {
    private static Server server;

    @BeforeAll
    static void open() {
        server = Server.builder().port(0).mount(new Guesthouse()::mount).start();
    }

    @AfterAll
    static void close() {
        server.close();
    }

    private static void assertProblem(String answer, int status, String type) {
        assertThat(answer).startsWith("HTTP/1.1 " + status);
        assertThat(answer).contains("application/problem+json").contains("\"type\":\"/problems/" + type + "\"");
        assertThat(answer)
                .containsIgnoringCase("X-Request-Id: ")
                .containsIgnoringCase("X-Content-Type-Options: nosniff");
    }

    @Test
    void nonsense_is_a_bad_request() {
        assertProblem(Wire.tell(server, "GET /a\"b HTTP/1.1\r\nHost: x\r\n\r\n"), 400, "bad-request");
        assertProblem(Wire.tell(server, "GET /v1/echo HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n"), 400, "bad-request");
        assertProblem(Wire.tell(server, "GET /v1/echo HTTP/1.1\r\n\r\n"), 400, "bad-request");
        assertProblem(
                Wire.tell(server, "GET /v1/echo HTTP/1.1\r\nHost: x\r\nbad header: y\r\n\r\n"), 400, "bad-request");
    }

    @Test
    void headers_and_request_lines_are_limited() {
        assertProblem(
                Wire.tell(server, "GET /v1/echo HTTP/1.1\r\nHost: x\r\nX-Long: " + "x".repeat(20_000) + "\r\n\r\n"),
                431,
                "headers-too-large");
        assertProblem(
                Wire.tell(server, "GET /" + "x".repeat(17_000) + " HTTP/1.1\r\nHost: x\r\n\r\n"), 414, "uri-too-long");
    }

    @Test
    void a_request_with_two_ends_is_refused_and_the_connection_closed() {
        var second = "GET /v1/faulty HTTP/1.1\r\nHost: x\r\n\r\n";
        for (var headers : new String[] {
            "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n",
            "Content-Length: 2\r\nContent-Length: 30\r\n",
            "Transfer-Encoding: gzip, chunked\r\n",
            "Transfer-Encoding: xchunked\r\n",
            "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n",
            "Content-Length: +2\r\n",
        }) {
            var answer =
                    Wire.tell(server, "POST /v1/guests HTTP/1.1\r\nHost: x\r\n" + headers + "\r\n0\r\n\r\n" + second);
            assertProblem(answer, 400, "bad-request");
            assertThat(answer).as(headers).containsOnlyOnce("HTTP/1.1 ");
        }
    }

    @Test
    void a_bad_chunk_is_a_bad_request() {
        var answer = Wire.tell(
                server,
                "POST /v1/guests HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\nzz\r\n{}\r\n0\r\n\r\n");
        assertProblem(answer, 400, "bad-request");
    }

    @Test
    void a_huge_declared_body_is_refused_unread() {
        var answer = Wire.tell(
                server,
                "POST /v1/guests HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 99999999999\r\n\r\n");
        assertProblem(answer, 413, "body-too-large");
    }

    @Test
    void a_caller_who_wants_the_connection_closed_sees_it_closed() {
        var answer = Wire.tell(server, "GET /v1/echo HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 200").containsIgnoringCase("Connection: close");
    }

    @Test
    void requests_may_follow_one_another_on_a_connection() {
        var request = "GET /v1/echo HTTP/1.1\r\nHost: x\r\n\r\n";
        var last = "GET /v1/echo HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
        assertThat(Wire.tell(server, request + request + last).split("HTTP/1.1 200", -1))
                .hasSize(4);
    }

    @Test
    void a_guarded_body_is_never_asked_for() {
        var answer = Wire.tell(
                server,
                "PATCH /v1/guests/x HTTP/1.1\r\nHost: x\r\nContent-Length: 500\r\nExpect: 100-continue\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 401").doesNotContain("100 Continue");
    }

    @Test
    void a_body_that_is_awaited_is_asked_for() {
        try (var wire = new Wire(server)) {
            wire.send(
                    "POST /v1/guests HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 2\r\nExpect: 100-continue\r\nConnection: close\r\n\r\n");
            assertThat(wire.readLine()).isEqualTo("HTTP/1.1 100 Continue");
            wire.send("{}");
            assertThat(wire.readAll()).contains("HTTP/1.1 422");
        }
    }

    @Test
    void odd_methods_and_paths_find_nothing() {
        assertThat(Wire.tell(server, "BREW /v1/echo HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 405")
                .contains("Allow: GET, HEAD, OPTIONS");
        assertThat(Wire.tell(server, "GET /v1/x/../echo HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 4");
        assertThat(Wire.tell(server, "GET /v1/%65cho HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 404");
        assertThat(Wire.tell(server, "OPTIONS * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 ");
    }

    @Test
    void a_header_of_ours_cannot_be_broken_by_the_caller() {
        var answer = Wire.tell(
                server, "GET /v1/echo HTTP/1.1\r\nHost: x\r\nX-Request-Id: a\tb\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 200").doesNotContain("a\tb");
    }
}
