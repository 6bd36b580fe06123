package dev.gatehouse.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// An operation may say no in the words of its own specification.
class ErrorFormatTest {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static Server server;
    private static Caller caller;

    @BeforeAll
    static void open() {
        server = Server.builder()
                .port(0)
                .maxBodyBytes(2000)
                .fault(Guesthouse.DatabaseBusy.class, Guesthouse::busy)
                .mount(new TicketOffice()::mount)
                .start();
        caller = new Caller(server);
    }

    @AfterAll
    static void close() {
        caller.close();
        server.close();
    }

    private static Caller.Reply post(String path, String form) {
        return caller.send("POST", path, form, "Content-Type", FORM);
    }

    @Test
    void a_broken_rule_is_told_in_the_operations_own_format() {
        var reply = post("/tickets", "seats=9&show_time=1");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.http().body())
                .isEqualTo("{\"error\":\"invalid_request\",\"error_description\":\"seats must be at most 4\"}");
        assertThat(reply.header("Content-Type")).isEqualTo("application/json");
        assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
        assertThat(reply.header("Pragma")).isEqualTo("no-cache");
    }

    @Test
    void a_refusal_keeps_its_headers() {
        var reply = post("/tickets", "show_time=nobody&seats=1");
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.header("WWW-Authenticate")).isEqualTo("Basic");
        assertThat(reply.json().path("error").asText()).isEqualTo("invalid_agent");
    }

    @Test
    void http_itself_is_told_in_the_same_format() {
        assertThat(caller.post("/tickets", "{}").json().path("error").asText()).isEqualTo("unsupported_media_type");
        assertThat(caller.post("/tickets", "{}").status()).isEqualTo(400);
        assertThat(post("/tickets", "show_time=" + "a".repeat(3000))
                        .json()
                        .path("error")
                        .asText())
                .isEqualTo("body_too_large");
        var other = caller.get("/tickets");
        assertThat(other.status()).isEqualTo(405);
        assertThat(other.header("Allow")).isEqualTo("OPTIONS, POST");
        assertThat(other.json().path("error").asText()).isEqualTo("method_not_allowed");
    }

    @Test
    void faults_of_ours_tell_no_secret_and_being_busy_says_when_to_come_back() {
        var fault = post("/faulty", "show_time=1&seats=1");
        assertThat(fault.status()).isEqualTo(500);
        assertThat(fault.json().path("error").asText()).isEqualTo("internal_error");
        assertThat(fault.http().body()).doesNotContain("hunter2");
        var busy = post("/busy", "");
        assertThat(busy.status()).isEqualTo(503);
        assertThat(busy.header("Retry-After")).isEqualTo("2");
        assertThat(busy.json().path("error").asText()).isEqualTo("busy");
    }

    @Test
    void a_format_that_fails_itself_falls_back_to_a_problem() {
        try (var clumsy = Server.builder()
                        .port(0)
                        .mount(api -> api.errorsAs(ErrorFormat.json(TicketOffice.Trouble.class, _ -> {
                                    throw new IllegalStateException("clumsy");
                                }))
                                .get("/x")
                                .answers(204)
                                .to(_ -> Answer.empty()))
                        .start();
                var asking = new Caller(clumsy)) {
            assertThat(asking.get("/x?y=1").header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(asking.get("/x?y=1").status()).isEqualTo(422);
        }
    }

    @Test
    void the_others_answer_problems_still() {
        assertThat(post("/orders/x", "").header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(caller.get("/nowhere").header("Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void a_redirect_is_303_and_goes_nowhere_by_itself() {
        var reply = post("/door", "show_time=now&seats=2");
        assertThat(reply.status()).isEqualTo(303);
        assertThat(reply.header("Location")).isEqualTo("https://example.com/hall?seats=2");
        assertThat(reply.http().body()).isEmpty();
        assertThat(post("/lost", "").status()).isEqualTo(500);
    }

    @Test
    void the_documents_show_forms_formats_and_redirects() {
        JsonNode document = caller.get("/openapi.json").json();
        var buy = document.at("/paths/~1tickets/post");
        assertThat(buy.at("/requestBody/content/application~1x-www-form-urlencoded/schema/$ref")
                        .asText())
                .isEqualTo("#/components/schemas/TicketRequest");
        var schema = document.at("/components/schemas/TicketRequest");
        assertThat(schema.has("additionalProperties")).isFalse();
        assertThat(schema.at("/properties/name/type").asText()).isEqualTo("string");
        assertThat(document.at("/components/schemas/Order/additionalProperties").asBoolean(true))
                .isFalse();
        assertThat(buy.at("/responses").fieldNames())
                .toIterable()
                .containsExactly("200", "400", "401", "413", "default");
        assertThat(buy.at("/responses/400/content/application~1json/examples/sold-out/value/error")
                        .asText())
                .isEqualTo("sold_out");
        assertThat(buy.at("/responses/400/content/application~1json/schema/$ref")
                        .asText())
                .isEqualTo("#/components/schemas/Trouble");
        var door = document.at("/paths/~1door");
        assertThat(door.at("/get/parameters/0/name").asText()).isEqualTo("show_time");
        assertThat(door.path("get").has("requestBody")).isFalse();
        assertThat(door.at("/post/responses/303/headers").has("Location")).isTrue();
        assertThat(document.path("paths").has("/backstage")).isFalse();
        assertThat(caller.get("/backstage").status()).isEqualTo(204);
    }
}
