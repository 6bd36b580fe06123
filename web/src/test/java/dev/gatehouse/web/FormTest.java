package dev.gatehouse.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Forms are records too, judged as JSON bodies are.
class FormTest {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static Server server;
    private static Caller caller;

    @BeforeAll
    static void open() {
        server = Server.builder()
                .port(0)
                .maxBodyBytes(2000)
                .mount(new TicketOffice()::mount)
                .start();
        caller = new Caller(server);
    }

    @AfterAll
    static void close() {
        caller.close();
        server.close();
    }

    private static Caller.Reply order(String form) {
        return caller.send("POST", "/orders/hamlet", form, "Content-Type", FORM);
    }

    private static Caller.Reply buy(String form) {
        return caller.send("POST", "/tickets", form, "Content-Type", FORM);
    }

    @Test
    void a_form_becomes_a_record() {
        var reply = caller.send(
                "POST",
                "/tickets",
                "show_time=20%3A00&seats=2&name=Alice+%C3%84%2B&resource=https%3A%2F%2Fa.example&resource=urn:b",
                "Content-Type",
                FORM + "; charset=UTF-8");
        assertThat(reply.http().body())
                .isEqualTo(
                        "{\"show_time\":\"20:00\",\"seats\":2,\"name\":\"Alice Ä+\",\"resource\":[\"https://a.example\",\"urn:b\"]}");
        assertThat(order("show=lear&code=1").json().toString()).isEqualTo("{\"path\":\"hamlet\",\"body\":\"lear\"}");
    }

    @Test
    void a_parameter_that_stands_twice_is_a_fault_unless_it_is_a_list() {
        assertThat(order("show=a&show=a&code=1&seat=1&seat=2").faults()).containsExactly("show duplicate");
    }

    @Test
    void what_is_not_known_is_a_fault_unless_the_record_passes_over_it() {
        assertThat(order("show=a&code=1&cod=2").faults()).containsExactly("cod unknown");
        assertThat(buy("show_time=1&seats=1&seat=9&seat=9&%00=1").status()).isEqualTo(200);
        assertThat(caller.post("/agents", "{\"client_name\":\"x\",\"jwks\":{\"keys\":[1]},\"a\":1,\"a\":2}")
                        .json()
                        .toString())
                .isEqualTo("{\"client_name\":\"x\"}");
    }

    @Test
    void an_empty_value_is_a_value_unless_the_record_says_it_counts_as_left_out() {
        assertThat(order("show=&code=1").json().path("body").asText("none")).isEmpty();
        assertThat(buy("show_time=1&seats=1&name=&resource=&resource=urn:x&name")
                        .json()
                        .toString())
                .isEqualTo("{\"show_time\":\"1\",\"seats\":1,\"resource\":[\"urn:x\"]}");
        assertThat(buy("show_time=&seats=1").json().path("error_description").asText())
                .isEqualTo("show_time is required");
    }

    @Test
    void rules_are_told_with_the_parameter_and_secrets_are_not() {
        var reply = order("code=123456789&seat=%ff");
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.faults()).containsExactlyInAnyOrder("show required", "code size", "seat encoding");
        assertThat(reply.http().body()).doesNotContain("123456789");
    }

    @Test
    void what_is_no_text_is_refused() {
        for (var bad : new String[] {"%", "%4", "%zz", "%ff", "%c3%28", "%ed%a0%80", "a\nb", "a b", "ä"})
            assertThat(order("show=" + bad + "&code=1").faults()).as(bad).startsWith("show encoding");
        assertThat(order("show=a%00b&code=1").faults()).containsExactly("show characters");
    }

    @Test
    void a_value_is_not_shown_whose_name_nobody_can_read() {
        var reply = order("show=a&code=1&p%ffassword=hunter2");
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.http().body()).contains("p%ffassword").doesNotContain("hunter2");
    }

    @Test
    void bytes_of_another_encoding_are_refused() {
        var body = BodyPublishers.ofByteArray("show=ä&code=1".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(caller.send("POST", "/orders/x", body, "Content-Type", FORM).faults())
                .startsWith("show encoding");
        assertThat(caller.send("POST", "/orders/x", "show=a&code=1", "Content-Type", FORM + ";charset=iso-8859-1")
                        .status())
                .isEqualTo(415);
    }

    @Test
    void a_body_of_another_type_is_refused_and_an_empty_one_is_an_empty_form() {
        var json = caller.post("/orders/x", "{}");
        assertThat(json.status()).isEqualTo(415);
        assertThat(json.header("Accept")).isEqualTo(FORM);
        assertThat(caller.send("POST", "/orders/x", "").faults())
                .containsExactlyInAnyOrder("show required", "code required");
    }

    @Test
    void a_form_that_is_too_large_is_refused() {
        assertThat(order("show=" + "a".repeat(2000) + "&code=1").status()).isEqualTo(413);
    }

    @Test
    void the_query_of_a_post_is_not_part_of_the_form() {
        assertThat(caller.send("POST", "/tickets?seats=1", "show_time=1", "Content-Type", FORM)
                        .json()
                        .path("error_description")
                        .asText())
                .isEqualTo("seats is required");
        assertThat(caller.send("POST", "/orders/x?seat=1", "show=1&code=1", "Content-Type", FORM)
                        .faults())
                .containsExactly("seat unknown");
    }

    @Test
    void one_form_is_taken_by_get_and_by_post() {
        var asked = caller.get("/door?show_time=20&seats=1&unknown=1");
        var posted = caller.send("POST", "/door", "show_time=20&seats=1", "Content-Type", FORM);
        assertThat(asked.http().body())
                .isEqualTo(posted.http().body())
                .isEqualTo("{\"show_time\":\"20\",\"seats\":1,\"resource\":[]}");
        assertThat(caller.get("/door?show_time=20&show_time=21&seats=1").status())
                .isEqualTo(400);
    }

    @Test
    void a_query_may_be_long_enough_for_a_signed_request() {
        assertThat(caller.get("/door?show_time=1&seats=1&request=" + "a".repeat(15_000))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_form_is_made_of_scalars_and_lists_of_them() {
        record Inner(String a) {}
        record Deep(Inner inner) {}
        record Mapped(Map<String, String> all, Optional<String> b) {}
        for (var record : new Class<?>[] {Deep.class, Mapped.class}) {
            assertThatThrownBy(() -> Server.builder()
                            .port(0)
                            .mount(api -> api.post("/x")
                                    .takesForm(record)
                                    .answers(204)
                                    .to(_ -> Answer.empty()))
                            .start())
                    .hasMessageContaining("POST /x: ")
                    .hasMessageContaining("a scalar or a list of scalars");
        }
    }
}
