package dev.gatehouse.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// No other site can make a browser do something here on its person's behalf.
class OwnFormsTest {
    private static final FormTokens TOKENS = new FormTokens(Inn.KEY);
    private static Server server;
    private static Caller caller;

    @BeforeAll
    static void open() {
        server = Inn.open();
        caller = new Caller(server);
    }

    @AfterAll
    static void close() {
        caller.close();
        server.close();
    }

    private static Caller.Reply book(String form, String... headers) {
        var all = Stream.concat(
                        Stream.of("Content-Type", "application/x-www-form-urlencoded", "Accept", "text/html"),
                        Arrays.stream(headers))
                .toArray(String[]::new);
        return caller.send("POST", "/book", form, all);
    }

    private static String form(String token) {
        return "guest_name=alice&csrf=" + token;
    }

    @Test
    void the_form_that_we_showed_is_taken_from_the_browser_that_we_showed_it_to() {
        var page = caller.get("/welcome");
        var body = page.http().body();
        int at = body.indexOf("name=\"csrf\" value=\"") + 19;
        var token = body.substring(at, body.indexOf('"', at));
        var cookie = page.header("Set-Cookie").split(";")[0];
        assertThat(book(form(token), "Cookie", cookie).status()).isEqualTo(303);
        assertThat(book(form(token), "Cookie", cookie, "Sec-Fetch-Site", "same-origin", "Origin", "null")
                        .status())
                .isEqualTo(303);
        assertThat(book(form(token), "Cookie", cookie, "Origin", "http://localhost:8080")
                        .status())
                .isEqualTo(303);
    }

    @Test
    void a_token_of_another_browser_or_of_nobody_is_refused_with_a_way_back() {
        var token = TOKENS.of("t1");
        var changed = (token.charAt(30) == 'A' ? "B" : "A");
        for (var wrong : new String[] {
            form(TOKENS.of("t2")),
            form(token.substring(0, 30) + changed + token.substring(31)),
            form(token.substring(1)),
            form(""),
            form("%%%25"),
            form("ä"),
            form(token) + "&csrf=" + token,
            "guest_name=alice",
            form(new FormTokens(new byte[32]).of("t1"))
        }) {
            var reply = book(wrong, "Cookie", "ticket-8080=t1");
            assertThat(reply.status()).as(wrong).isEqualTo(403);
            assertThat(reply.http().body()).contains("This form is no longer valid", "Go back");
        }
        assertThat(book(form(token)).status()).isEqualTo(403);
        assertThat(book(form(token), "Cookie", "ticket-8080=t1; ticket-8080=t1").status())
                .isEqualTo(403);
        assertThat(book(form(TOKENS.of("")), "Cookie", "ticket-8080=").status()).isEqualTo(403);
    }

    @Test
    void a_form_from_another_site_is_refused_whatever_it_holds() {
        var form = form(TOKENS.of("t1"));
        for (var site : new String[] {"cross-site", "same-site", "nonsense"})
            assertThat(book(form, "Cookie", "ticket-8080=t1", "Sec-Fetch-Site", site)
                            .status())
                    .as(site)
                    .isEqualTo(403);
        for (var origin : new String[] {"https://evil.example", "http://localhost:8081", "https://localhost:8080"})
            assertThat(book(form, "Cookie", "ticket-8080=t1", "Origin", origin).status())
                    .as(origin)
                    .isEqualTo(403);
    }

    @Test
    void the_port_that_goes_without_saying_is_no_part_of_our_origin() {
        try (var https = Inn.open("https://ID.example.com:443/house");
                var asking = new Caller(https)) {
            var form = form(TOKENS.of("t1"));
            var type = "application/x-www-form-urlencoded";
            for (var origin : new String[] {"https://id.example.com", "https://id.example.com:8443"})
                assertThat(asking.send(
                                        "POST",
                                        "/book",
                                        form,
                                        "Content-Type",
                                        type,
                                        "Cookie",
                                        "__Host-ticket=t1",
                                        "Origin",
                                        origin)
                                .status())
                        .isEqualTo(origin.endsWith("8443") ? 403 : 303);
        }
    }

    @Test
    void nobody_is_told_what_else_is_wrong_before_the_form_is_known_to_be_ours() {
        assertThat(book("colour=red").http().body()).contains("no longer valid");
        assertThat(book("csrf=" + TOKENS.of("t1"), "Cookie", "ticket-8080=t1").status())
                .isEqualTo(400);
    }

    @Test
    void a_form_that_breaks_its_rules_is_shown_again_with_what_was_written() {
        var reply = book("guest_name=alice+of+the+far+north&csrf=" + TOKENS.of("t1"), "Cookie", "ticket-8080=t1");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.http().body()).contains("Welcome, alice of the far north", "name=\"csrf\"");
        assertThat(reply.header("Content-Security-Policy")).contains("form-action 'self'");
    }

    @Test
    void a_refusal_of_the_handler_is_a_page_too() {
        var reply = book("guest_name=full&csrf=" + TOKENS.of("t1"), "Cookie", "ticket-8080=t1");
        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.header("Content-Type")).startsWith("text/html");
    }

    @Test
    void every_page_has_another_token() {
        assertThat(TOKENS.of("t1")).isNotEqualTo(TOKENS.of("t1")).hasSize(64);
        assertThatThrownBy(() -> new FormTokens(new byte[31])).hasMessageContaining("32 bytes");
    }

    @Test
    void only_a_posted_form_can_be_kept_to_our_own_pages() {
        assertThatThrownBy(() -> Server.builder()
                        .mount(api ->
                                api.post("/x").fromOwnPages(TOKENS).answers(204).to(_ -> Answer.empty())))
                .hasMessageContaining("no posted form");
    }
}
