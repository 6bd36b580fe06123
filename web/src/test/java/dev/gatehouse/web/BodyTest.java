package dev.gatehouse.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What becomes of a body that is not as it should be.
class BodyTest {
    private static final String GOOD = "{\"email\":\"alice@example.com\",\"password\":\"correct horse\"}";

    private static Server server;
    private static Caller caller;

    @BeforeAll
    static void open() {
        server = Server.builder().port(0).mount(new Guesthouse()::mount).start();
        caller = new Caller(server);
    }

    @AfterAll
    static void close() {
        caller.close();
        server.close();
    }

    @Test
    void every_fault_is_told_at_once() {
        var reply = caller.post("/v1/guests", """
                {"email": "alice", "pasword": "x", "nights": 31, "room": "suite", "wishes": ["tea", 7, " ", null],
                 "address": {"street": null, "country": "Germany", "zip": 1}}""");
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.json().path("type").asText()).isEqualTo("/problems/invalid-request");
        assertThat(reply.faults())
                .containsExactly(
                        "/email email",
                        "/pasword unknown",
                        "/nights max",
                        "/room one_of",
                        "/wishes/1 type",
                        "/wishes/2 not_blank",
                        "/wishes/3 null",
                        "/address/street null",
                        "/address/country size",
                        "/address/zip unknown",
                        "/password required");
    }

    @Test
    void a_fault_tells_what_to_do_and_what_was_found() {
        var error = caller.post("/v1/guests", "{\"email\":\"alice\",\"password\":\"correct horse\"}")
                .json()
                .path("errors")
                .get(0);
        assertThat(error.path("message").asText()).isEqualTo("must be an e-mail address such as alice@example.com");
        assertThat(error.path("found").asText()).isEqualTo("\"alice\"");
        assertThat(error.has("parameter")).isFalse();
    }

    @Test
    void a_misspelt_member_is_recognised() {
        var reply = caller.post("/v1/guests", "{\"eMail\":\"a\",\"email\":\"alice@example.com\",\"password\":\"x\"}");
        assertThat(reply.http().body()).contains("did you mean 'email'?");
        var choice = caller.post("/v1/guests", GOOD.replace("}", ",\"room\":\"singel\"}"));
        assertThat(choice.http().body()).contains("did you mean single?").contains("one of single, double_bed");
    }

    @Test
    void a_secret_never_comes_back() {
        for (var body : new String[] {
            "{\"email\":\"alice@example.com\",\"password\":\" \"}",
            "{\"email\":\"alice@example.com\",\"password\":\"" + "hunter2".repeat(200) + "\"}",
            "{\"email\":\"alice@example.com\",\"password\":[\"hunter2\"]}",
            "{\"email\":\"alice@example.com\",\"password\":723842}",
            "{\"email\":\"alice@example.com\",\"password\":\"hunter2\\u0000\"}",
            "{\"email\":\"alice@example.com\",\"passwort\":\"hunter2\"}",
            "{\"email\":\"alice@example.com\",\"password\":hunter2}",
        }) {
            var reply = caller.post("/v1/guests", body);
            assertThat(reply.status()).as(body).isIn(400, 422);
            assertThat(reply.http().body()).as(body).doesNotContain("hunter2").doesNotContain("723842");
        }
        var tooLong = caller.post(
                "/v1/guests", "{\"email\":\"alice@example.com\",\"password\":\"" + "x".repeat(1025) + "\"}");
        assertThat(tooLong.json().path("errors").get(0).path("found").asText())
                .isEqualTo("a string of 1025 characters");
    }

    @Test
    void a_record_that_cannot_be_is_a_fault_where_it_stands() {
        var reply = caller.post("/v1/guests", GOOD.replace("}", ",\"address\":{\"street\":\"a\",\"country\":\"XX\"}}"));
        assertThat(reply.faults()).containsExactly("/address consistent");
        assertThat(reply.http().body()).contains("there is no country XX");
    }

    @Test
    void a_member_may_stand_once_only() {
        assertThat(caller.post("/v1/guests", GOOD.replace("{", "{\"email\":\"bob@example.com\","))
                        .faults())
                .containsExactly("/email duplicate");
    }

    @Test
    void faults_of_path_query_and_body_come_together() {
        var reply = caller.send(
                "PATCH",
                "/v1/guests/7?x=1",
                "{\"name\":7}",
                "Authorization",
                "Bearer bob",
                "Content-Type",
                "application/json");
        assertThat(reply.faults()).containsExactlyInAnyOrder("id format", "x unknown", "/name type");
    }

    @Test
    void what_is_no_json_says_where() {
        var reply = caller.post("/v1/guests", "{\"email\": \"alice@example.com\",\n \"password\" \"x\"}");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("type").asText()).isEqualTo("/problems/not-json");
        assertThat(reply.json().path("detail").asText()).contains("line 2, column");
        for (var body : new String[] {
            "",
            "{",
            "[1,",
            "nul",
            "{\"a\":1}x",
            "{\"a\":1} {}",
            "{'a':1}",
            "{\"a\":01}",
            "{\"a\":NaN}",
            "{\"a\":\"\n\"}",
            "{\"a\":1,}",
            "// x\n{}"
        }) {
            var bad = caller.post("/v1/guests", body);
            assertThat(bad.status()).as(body).isEqualTo(400);
            assertThat(bad.json().path("type").asText()).as(body).isEqualTo("/problems/not-json");
        }
    }

    @Test
    void another_kind_of_json_than_an_object_is_a_fault_of_the_whole() {
        for (var body : new String[] {"[]", "\"text\"", "7", "true", "null"}) {
            assertThat(caller.post("/v1/guests", body).faults()).as(body).containsExactly(" type");
        }
    }

    @Test
    void broken_utf_8_is_told_by_its_place() {
        for (var bytes : new int[][] {
            {0xff}, {0xc3, '('}, {0xed, 0xa0, 0x80}, {0xc0, 0xaf}, {0xf5, 0x80, 0x80, 0x80}, {0xe2, 0x82}
        }) {
            var body = new java.io.ByteArrayOutputStream();
            body.writeBytes("{\"email\":\"".getBytes(StandardCharsets.US_ASCII));
            for (int b : bytes) body.write(b);
            body.writeBytes("\"}".getBytes(StandardCharsets.US_ASCII));
            var reply = caller.send(
                    "POST",
                    "/v1/guests",
                    BodyPublishers.ofByteArray(body.toByteArray()),
                    "Content-Type",
                    "application/json");
            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.json().path("detail").asText()).contains("it is not UTF-8 at byte 11");
        }
    }

    @Test
    void other_encodings_are_not_guessed() {
        for (var charset : new java.nio.charset.Charset[] {
            StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE
        }) {
            var reply = caller.send(
                    "POST",
                    "/v1/guests",
                    BodyPublishers.ofByteArray(GOOD.getBytes(charset)),
                    "Content-Type",
                    "application/json");
            assertThat(reply.status()).as(charset.name()).isEqualTo(400);
        }
        var marked = caller.send(
                "POST",
                "/v1/guests",
                BodyPublishers.ofByteArray(("\ufeff" + GOOD).getBytes(StandardCharsets.UTF_8)),
                "Content-Type",
                "application/json");
        assertThat(marked.json().path("detail").asText()).contains("byte order mark");
    }

    @Test
    void half_a_surrogate_pair_and_nul_are_no_text() {
        for (var text : new String[] {"\\ud800", "\\udc00x", "a\\u0000b"}) {
            assertThat(caller.post("/v1/guests", GOOD.replace("}", ",\"name\":\"" + text + "\"}"))
                            .faults())
                    .as(text)
                    .containsExactly("/name characters");
        }
        assertThat(caller.post("/v1/guests", GOOD.replace("}", ",\"name\":\"\\ud83d\\ude00\"}"))
                        .json()
                        .path("name")
                        .asText())
                .isEqualTo("😀");
    }

    @Test
    void only_json_in_utf_8_is_taken() {
        for (var good : new String[] {
            "application/json",
            "Application/JSON; charset=UTF-8",
            "application/scim+json",
            "application/json;charset=\"utf-8\""
        }) {
            assertThat(caller.send("POST", "/v1/guests", GOOD, "Content-Type", good)
                            .status())
                    .as(good)
                    .isEqualTo(201);
        }
        for (var bad : new String[] {
            "text/plain", "application/x-www-form-urlencoded", "application/json; charset=latin1", "text/json", "json"
        }) {
            var reply = caller.send("POST", "/v1/guests", GOOD, "Content-Type", bad);
            assertThat(reply.status()).as(bad).isEqualTo(415);
            assertThat(reply.header("Accept")).isEqualTo("application/json");
        }
        assertThat(caller.send("POST", "/v1/guests", GOOD).status()).isEqualTo(415);
    }

    @Test
    void a_body_may_have_a_mebibyte_and_no_byte_more() {
        var fits = GOOD + " ".repeat((1 << 20) - GOOD.length());
        assertThat(caller.post("/v1/guests", fits).status()).isEqualTo(201);
        assertThat(caller.post("/v1/guests", fits + " ").status()).isEqualTo(413);
        assertThat(caller.post("/v1/guests", fits.repeat(2)).status()).isEqualTo(413);
    }

    @Test
    void a_body_of_unknown_length_is_counted_as_it_comes() {
        for (int size : new int[] {(1 << 20) + 1, 15 << 17}) {
            var endless = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(
                    (GOOD + " ".repeat(size - GOOD.length())).getBytes(StandardCharsets.US_ASCII)));
            var reply = caller.send("POST", "/v1/guests", endless, "Content-Type", "application/json");
            assertThat(reply.status()).isEqualTo(413);
            assertThat(reply.json().path("type").asText()).isEqualTo("/problems/body-too-large");
        }
    }

    @Test
    void depth_is_limited() {
        var reply = caller.post("/v1/guests", "{\"wishes\":" + "[".repeat(40) + "]".repeat(40) + "}");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("detail").asText()).contains("nested deeper than 32 levels");
    }

    @Test
    void nobody_is_told_more_faults_than_anyone_would_read() {
        var reply = caller.post("/v1/guests", GOOD.replace("}", ",\"wishes\":[" + "1,".repeat(5000) + "1]}"));
        assertThat(reply.faults()).hasSize(50);
    }

    @Test
    void a_long_value_is_shortened() {
        var found = caller.post("/v1/guests", GOOD.replace("alice@example.com", "😀".repeat(200)))
                .json()
                .path("errors")
                .get(0)
                .path("found")
                .asText();
        assertThat(found).hasSizeLessThanOrEqualTo(64).endsWith("…\"").startsWith("\"😀");
    }
}
