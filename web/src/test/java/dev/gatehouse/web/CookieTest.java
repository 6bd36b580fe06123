package dev.gatehouse.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CookieTest {
    private static final Cookie SESSION =
            Cookie.of("session", Cookie.SameSite.LAX, URI.create("https://id.example.com/house"));
    private static final Cookie PLAIN =
            Cookie.of("ticket", Cookie.SameSite.STRICT, URI.create("http://localhost:8080"));

    private static Server server;
    private static Caller caller;

    record Seen(String session, String ticket) {}

    @BeforeAll
    static void open() {
        server = Server.builder()
                .port(0)
                .mount(api -> {
                    api.get("/seen")
                            .answers(200, Seen.class)
                            .to(call -> Answer.of(new Seen(
                                    SESSION.of(call.request()).orElse("none"),
                                    PLAIN.of(call.request()).orElse("none"))));
                    api.post("/in")
                            .redirects()
                            .to(_ -> Answer.<None>redirect(URI.create("/seen"))
                                    .header(SESSION.holding("a.b-c_1"))
                                    .header(PLAIN.holding("2", Duration.ofMinutes(5))));
                    api.get("/two")
                            .answers(204)
                            .to(_ -> Answer.<None>empty()
                                    .header(SESSION.gone())
                                    .header(PLAIN.holding("2"))
                                    .header(PLAIN.gone()));
                    api.post("/out").answers(204).to(_ -> Answer.<None>empty().header(SESSION.gone()));
                })
                .start();
        caller = new Caller(server);
    }

    @AfterAll
    static void close() {
        caller.close();
        server.close();
    }

    private static String seen(String... cookieHeaders) {
        var headers = new String[cookieHeaders.length * 2];
        for (int i = 0; i < cookieHeaders.length; i++) {
            headers[2 * i] = "Cookie";
            headers[2 * i + 1] = cookieHeaders[i];
        }
        return caller.get("/seen", headers).json().path("session").asText();
    }

    @Test
    void over_https_it_belongs_to_this_host_alone_and_to_no_script() {
        var set = caller.send("POST", "/in", "").http().headers().allValues("Set-Cookie");
        assertThat(set)
                .containsExactly(
                        "__Host-session=a.b-c_1; Path=/; Secure; HttpOnly; SameSite=Lax",
                        "ticket-8080=2; Path=/; Max-Age=300; HttpOnly; SameSite=Strict");
        assertThat(caller.send("POST", "/out", "").header("Set-Cookie"))
                .isEqualTo("__Host-session=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=Lax");
    }

    /// The library would send them as one field there, which no browser understands.
    @Test
    void http_2_carries_each_of_them_apart() {
        try (var modern = new Caller(server, HttpClient.Version.HTTP_2)) {
            var reply = modern.send("GET", "/two", "");
            assertThat(reply.http().version()).isEqualTo(HttpClient.Version.HTTP_2);
            assertThat(reply.http().headers().allValues("Set-Cookie"))
                    .containsExactlyInAnyOrder(
                            "__Host-session=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=Lax",
                            "ticket-8080=2; Path=/; HttpOnly; SameSite=Strict",
                            "ticket-8080=; Path=/; Max-Age=0; HttpOnly; SameSite=Strict");
            assertThat(modern.get("/seen", "Cookie", "ticket-8080=2", "Cookie", "__Host-session=abc")
                            .json()
                            .toString())
                    .isEqualTo("{\"session\":\"abc\",\"ticket\":\"2\"}");
        }
    }

    @Test
    void it_is_read_from_among_the_junk_that_browsers_send_along() {
        assertThat(seen("__Host-session=abc")).isEqualTo("abc");
        assertThat(seen("; ;=;x;theme=\"a;b\"; session=no;  __Host-session = a=b ;"))
                .isEqualTo("a=b");
        assertThat(seen("x=1", "__Host-session=abc")).isEqualTo("abc");
        assertThat(seen("__host-session=abc; a__Host-session=b")).isEqualTo("none");
    }

    @Test
    void two_of_one_name_are_none() {
        assertThat(seen("__Host-session=abc; x=1; __Host-session=abc")).isEqualTo("none");
        assertThat(seen("__Host-session=abc", "__Host-session=planted")).isEqualTo("none");
    }

    @Test
    void what_we_cannot_have_set_is_none() {
        assertThat(seen("__Host-session=")).isEqualTo("none");
        assertThat(seen("__Host-session=\"abc\"")).isEqualTo("none");
        assertThat(seen("__Host-session=a b")).isEqualTo("none");
        assertThat(seen("__Host-session=" + "a".repeat(3801))).isEqualTo("none");
        assertThat(seen("__Host-session=" + "a".repeat(3800))).hasSize(3800);
    }

    @Test
    void a_value_that_would_break_out_is_refused() {
        for (var bad : new String[] {"a;b", "a b", "a\r\nb", "ä", "a,b", "\"", "a".repeat(3801)})
            assertThatThrownBy(() -> SESSION.holding(bad)).as(bad).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Cookie.of("__Host-x", Cookie.SameSite.LAX, URI.create("https://a.b")))
                .hasMessageContaining("must be like 'session'");
    }

    @Test
    void over_plain_http_it_goes_by_our_port_for_browsers_share_cookies_between_ports() {
        assertThat(nameAt("http://127.0.0.1:1")).isEqualTo("session-1");
        assertThat(nameAt("http://[::1]/")).isEqualTo("session-80");
        assertThat(nameAt("http://a.localhost")).isEqualTo("session-80");
        assertThat(nameAt("http://gatehouse:8080")).isEqualTo("session-8080");
    }

    @Test
    void a_name_that_begins_like_this_machine_is_not_this_machine() {
        assertThat(Loopback.is("127.0.0.1.example.com")).isFalse();
        assertThat(Loopback.is("localhost.example.com")).isFalse();
    }

    private static String nameAt(String publicUrl) {
        return Cookie.of("session", Cookie.SameSite.LAX, URI.create(publicUrl)).name();
    }
}
