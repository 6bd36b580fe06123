package dev.gatehouse.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.web.observe.RequestId;
import java.net.http.HttpClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What a caller meets, from the route to the answer.
class OperationTest {
    private static Server server;
    private static Caller caller;

    @BeforeAll
    static void open() {
        server = Server.builder()
                .port(0)
                .fault(Guesthouse.DatabaseBusy.class, Guesthouse::busy)
                .mount(new Guesthouse()::mount)
                .start();
        caller = new Caller(server);
    }

    @AfterAll
    static void close() {
        caller.close();
        server.close();
    }

    @Test
    void a_good_request_is_answered_in_snake_case_with_its_location() {
        var reply = caller.post("/v1/guests", """
                {"email": "alice@example.com", "password": "correct horse", "name": "Alice", "room": "double_bed"}""");

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.header("Content-Type")).isEqualTo("application/json");
        assertThat(reply.header("Location")).isEqualTo("/v1/guests/" + Guesthouse.ALICE);
        assertThat(reply.http().body()).isEqualTo("""
                {"id":"0197e2c5-3f4e-7c3a-9f7d-0a1b2c3d4e5f","email":"alice@example.com","name":"Alice",\
                "room":"double_bed","created_at":"2026-01-31T12:00:00Z","wishes":[]}""");
    }

    @Test
    void what_is_empty_is_left_out_of_the_answer() {
        var reply = caller.post("/v1/guests", """
                {"email": "bob@example.com", "password": "correct horse", "name": null}""");
        assertThat(reply.json().has("name")).isFalse();
    }

    @Test
    void a_refusal_is_a_problem() {
        var reply = caller.post("/v1/guests", """
                {"email": "taken@example.com", "password": "correct horse"}""");

        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
        var problem = reply.json();
        assertThat(problem.path("type").asText()).isEqualTo("/problems/email-taken");
        assertThat(problem.path("title").asText()).isEqualTo("This e-mail address already has an account");
        assertThat(problem.path("status").asInt()).isEqualTo(409);
        assertThat(problem.path("detail").asText()).isEqualTo("Sign in instead.");
        assertThat(problem.path("instance").asText()).isEqualTo("/v1/guests");
        assertThat(problem.path("request_id").asText())
                .isEqualTo(reply.header("X-Request-Id"))
                .isNotEmpty();
    }

    @Test
    void a_refusal_can_say_more() {
        var reply = caller.get("/v1/guests/00000000-0000-0000-0000-000000000000");
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.json().path("id").asText()).isEqualTo("00000000-0000-0000-0000-000000000000");
    }

    @Test
    void a_stranger_is_challenged_before_the_body_is_read() {
        var reply = caller.send("PATCH", "/v1/guests/" + Guesthouse.ALICE, "{ not json");
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(reply.json().path("type").asText()).isEqualTo("/problems/not-signed-in");
    }

    @Test
    void a_stricter_guard_refuses_whom_the_first_admits() {
        assertThat(caller.get("/v1/guests", "Authorization", "Bearer alice").status())
                .isEqualTo(403);
        assertThat(caller.get("/v1/guests", "Authorization", "Bearer root").status())
                .isEqualTo(200);
    }

    @Test
    void the_handler_learns_who_is_calling_and_what_is_to_change() {
        var reply = caller.send(
                "PATCH",
                "/v1/guests/" + Guesthouse.ALICE,
                "{\"name\":null}",
                "Authorization",
                "Bearer bob",
                "Content-Type",
                "application/merge-patch+json");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("wishes").get(0).asText()).isEqualTo("bob");
        assertThat(reply.json().has("name")).isFalse();
        assertThat(reply.json().path("email").asText()).isEqualTo("alice@example.com");
    }

    @Test
    void query_parameters_come_typed_and_with_their_defaults() {
        var plain = caller.get("/v1/guests?q=a%20b", "Authorization", "Bearer root");
        assertThat(plain.json().path("next").asText()).isEqualTo("a b:20:[]");
        var full =
                caller.get("/v1/guests?q=%C3%A4&limit=7&room=single&room=double_bed", "Authorization", "Bearer root");
        assertThat(full.json().path("next").asText()).isEqualTo("ä:7:[SINGLE, DOUBLE_BED]");
    }

    @Test
    void an_answer_without_a_body_has_none() {
        var reply = caller.send("DELETE", "/v1/me", "", "Authorization", "Bearer alice");
        assertThat(reply.status()).isEqualTo(204);
        assertThat(reply.http().body()).isEmpty();
        assertThat(reply.header("X-Request-Id")).isNotEmpty();
    }

    @Test
    void head_is_get_without_its_body() {
        var path = "/v1/guests/" + Guesthouse.ALICE;
        var head = caller.send("HEAD", path, "");
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.http().body()).isEmpty();
        assertThat(head.header("Content-Length"))
                .isEqualTo(Integer.toString(caller.get(path).http().body().length()));
    }

    @Test
    void options_and_wrong_methods_tell_the_right_ones() {
        var options = caller.send("OPTIONS", "/v1/guests", "");
        assertThat(options.status()).isEqualTo(204);
        assertThat(options.header("Allow")).isEqualTo("GET, HEAD, OPTIONS, POST");
        var wrong = caller.send("DELETE", "/v1/guests", "");
        assertThat(wrong.status()).isEqualTo(405);
        assertThat(wrong.header("Allow")).isEqualTo("GET, HEAD, OPTIONS, POST");
    }

    @Test
    void an_unknown_path_is_a_problem_too() {
        for (var path : new String[] {
            "/", "/v1", "/v1/guests/", "/v2/guests", "/v1//guests", "/v1/guests/" + Guesthouse.ALICE + "/x"
        }) {
            var reply = caller.get(path);
            assertThat(reply.status()).as(path).isEqualTo(404);
            assertThat(reply.json().path("type").asText()).isEqualTo("/problems/no-such-path");
        }
    }

    @Test
    void a_fault_of_ours_tells_nothing_but_the_request_id() {
        var reply = caller.get("/v1/faulty");
        assertThat(reply.status()).isEqualTo(500);
        assertThat(reply.http().body()).doesNotContain("hunter2").doesNotContain("Exception");
        assertThat(reply.json().path("request_id").asText()).isNotEmpty();
    }

    @Test
    void a_known_fault_is_a_refusal() {
        var reply = caller.get("/v1/busy");
        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.header("Retry-After")).isEqualTo("2");
        assertThat(reply.json().path("type").asText()).isEqualTo("/problems/busy");
    }

    @Test
    void a_sane_request_id_is_kept_and_any_other_replaced() {
        for (var sane : new String[] {"order-66.a_B", "1-67891233-abc;Root=1:2/3+4=,@{5}", "x".repeat(128)})
            assertThat(caller.get("/v1/echo", "X-Request-Id", sane)
                            .json()
                            .path("request_id")
                            .asText())
                    .isEqualTo(sane);
        for (var bad : new String[] {"with space", "x".repeat(129), "<script>", "\"", "'", "back\\slash"}) {
            var id = caller.get("/v1/echo", "X-Request-Id", bad).header("X-Request-Id");
            assertThat(id).as(bad).matches("[0-9a-z]{16}");
        }
        // The caller's own library would send another character for it.
        assertThat(RequestId.isSane("ä")).isFalse();
    }

    @Test
    void every_answer_carries_the_security_headers() {
        for (var path : new String[] {"/v1/echo", "/nowhere", "/v1/faulty", "/health/live"}) {
            var reply = caller.get(path);
            assertThat(reply.header("X-Content-Type-Options")).as(path).isEqualTo("nosniff");
            assertThat(reply.header("Referrer-Policy")).as(path).isEqualTo("no-referrer");
            assertThat(reply.header("Cache-Control")).as(path).isEqualTo("no-store");
            assertThat(reply.header("Content-Security-Policy")).as(path).contains("default-src 'none'");
            assertThat(reply.header("Strict-Transport-Security")).as(path).isEmpty();
        }
    }

    @Test
    void http_2_is_spoken_as_well() {
        try (var second = new Caller(server, HttpClient.Version.HTTP_2)) {
            var reply = second.get("/v1/echo", "User-Agent", "tests");
            assertThat(reply.http().version()).isEqualTo(HttpClient.Version.HTTP_2);
            assertThat(reply.json().path("user_agent").asText()).isEqualTo("tests");
            var refused = second.post("/v1/guests", "{}");
            assertThat(refused.faults()).containsExactly("/email required", "/password required");
            assertThat(second.send("HEAD", "/v1/echo", "").status()).isEqualTo(200);
            assertThat(second.get("/nowhere").status()).isEqualTo(404);
        }
    }
}
