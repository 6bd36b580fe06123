package dev.gatehouse.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Query and path parameters, judged like members of a body.
class ParametersTest {
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

    private static Caller.Reply list(String query) {
        return caller.get("/v1/guests" + query, "Authorization", "Bearer root");
    }

    @Test
    void each_fault_names_its_parameter() {
        var reply = list("?limit=101&q=a&q=b&room=suite&lmit=3");
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.faults()).containsExactlyInAnyOrder("limit max", "q duplicate", "room one_of", "lmit unknown");
        assertThat(reply.http().body()).contains("did you mean 'limit'?");
    }

    @Test
    void a_number_is_digits_and_nothing_else() {
        for (var bad : new String[] {"1.0", "1e1", "+1", "%201", "01", "", "0x1", "99999999999", "١"}) {
            var reply = list("?limit="
                    + java.net.URLEncoder.encode(
                            java.net.URLDecoder.decode(bad, java.nio.charset.StandardCharsets.UTF_8),
                            java.nio.charset.StandardCharsets.UTF_8));
            assertThat(reply.faults()).as(bad).containsExactly("limit type");
        }
        assertThat(list("?limit=100").status()).isEqualTo(200);
    }

    @Test
    void a_path_parameter_of_the_wrong_form_is_invalid_and_not_missing() {
        for (var bad : new String[] {"7", "0197e2c5-3f4e-7c3a-9f7d", "1-1-1-1-1", "%00"}) {
            var reply = caller.get("/v1/guests/" + bad);
            assertThat(reply.status()).as(bad).isEqualTo(422);
            assertThat(reply.faults()).hasSize(1);
            assertThat(reply.faults().getFirst()).startsWith("id ");
        }
    }

    @Test
    void an_operation_without_parameters_takes_none() {
        assertThat(caller.get("/v1/echo?debug=1").faults()).containsExactly("debug unknown");
        assertThat(caller.get("/v1/echo?").status()).isEqualTo(200);
    }

    @Test
    void broken_percent_encoding_is_told() {
        for (var bad : new String[] {"%ff", "%c3%28", "%ed%a0%80"})
            assertThat(list("?q=" + bad).faults()).as(bad).containsExactly("q encoding");
        assertThat(
                        Wire.tell(
                                server,
                                "GET /v1/guests?q=%zz HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer root\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 4");
    }

    @Test
    void a_plus_is_a_space_in_a_query_and_a_plus_in_a_path() {
        assertThat(list("?q=a+b").json().path("next").asText()).startsWith("a b:");
        assertThat(caller.get("/v1/guests/a+b")
                        .json()
                        .path("errors")
                        .get(0)
                        .path("found")
                        .asText())
                .isEqualTo("\"a+b\"");
    }

    @Test
    void nul_is_no_text() {
        assertThat(list("?q=a%00b").faults()).containsExactly("q characters");
    }
}
