package dev.gatehouse.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Pages for people: escaped, in their language, and shut off from everything else.
class PageTest {
    private static final String STRICT =
            "default-src 'none'; style-src 'self'; img-src 'self' data:; script-src 'self';"
                    + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
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

    @Test
    void a_page_is_html_and_says_what_browsers_may_do_with_it() {
        var reply = caller.get("/welcome?name=Alice");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
        assertThat(reply.header("Content-Security-Policy")).isEqualTo(STRICT);
        assertThat(reply.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(reply.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
        assertThat(reply.header("Set-Cookie")).startsWith("ticket-8080=t1;");
        assertThat(reply.http().body())
                .startsWith("<!doctype html>")
                .contains("<html lang=\"en\">", "Welcome, Alice", "2 rooms left", "action=\"/book\"");
    }

    @Test
    void what_somebody_else_wrote_stays_text_wherever_it_stands() {
        var body = caller.get("/welcome?name=%22%3E%3Cscript%3Ealert(1)%3C/script%3E%26&home=javascript:alert(1)")
                .http()
                .body();
        assertThat(body)
                .doesNotContain("<script>alert", "javascript:alert")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;&amp;", "title=\"&#34;>");
    }

    @Test
    void a_page_may_name_what_it_reaches_besides() {
        var reply = caller.get("/leaving");
        assertThat(reply.header("Content-Security-Policy"))
                .isEqualTo("default-src 'none'; style-src 'self'; img-src 'self' data:;"
                        + " script-src 'self' 'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='; connect-src 'self';"
                        + " form-action 'self' https://client.example:8443 com.example.app:;"
                        + " frame-src https://other.example; base-uri 'none'; frame-ancestors 'none'");
        assertThat(reply.header("Cross-Origin-Opener-Policy")).isEmpty();
        assertThatThrownBy(() -> Page.of(Inn.TROUBLE, null).framing(URI.create("/x")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_language_is_what_the_request_asks_for_then_the_cookie_then_the_browser() {
        assertThat(title("/welcome?ui_locales=de+ru-RU+en")).isEqualTo("ru");
        assertThat(title("/welcome", "Cookie", "language-8080=ru", "Accept-Language", "en"))
                .isEqualTo("ru");
        assertThat(title("/welcome?ui_locales=en", "Cookie", "language-8080=ru"))
                .isEqualTo("en");
        assertThat(title("/welcome", "Accept-Language", "de, ru;q=0.7, en;q=0.3"))
                .isEqualTo("ru");
        assertThat(title("/welcome", "Cookie", "language-8080=xx", "Accept-Language", "de"))
                .isEqualTo("en");
        assertThat(caller.get("/welcome?ui_locales=ru").http().body()).contains("Осталось 2 комнаты");
    }

    private static String title(String path, String... headers) {
        var body = caller.get(path, headers).http().body();
        int at = body.indexOf("lang=\"") + 6;
        return body.substring(at, at + 2);
    }

    @Test
    void a_template_that_fails_leaves_no_half_of_a_page() {
        var reply =
                caller.get("/broken", "Accept", "text/html,application/xhtml+xml,*/*;q=0.8", "Accept-Language", "ru");
        assertThat(reply.status()).isEqualTo(500);
        assertThat(reply.http().body())
                .contains("У нас что-то пошло не так", reply.header("X-Request-Id"))
                .doesNotContain("half of it", "hunter2");
    }

    @Test
    void people_are_told_no_by_a_page_and_programs_by_a_problem() {
        for (var path : new String[] {"/welcome?nme=1", "/nowhere"}) {
            var page = caller.get(path, "Accept", "text/html");
            assertThat(page.header("Content-Type")).as(path).isEqualTo("text/html; charset=utf-8");
            assertThat(page.header("Content-Security-Policy")).isEqualTo(STRICT);
            assertThat(page.http().body()).contains(page.header("X-Request-Id"));
            for (var accept : new String[] {"*/*", "application/json", "text/html;q=0", "text/html; Q=0.0"})
                assertThat(caller.get(path, "Accept", accept).header("Content-Type"))
                        .as(accept)
                        .isEqualTo("application/problem+json");
        }
        assertThat(caller.get("/nowhere", "Accept", "text/html").status()).isEqualTo(404);
        assertThat(caller.send("PUT", "/welcome", "", "Accept", "text/html")
                        .http()
                        .body())
                .contains("This address is not for that");
        assertThat(caller.send("PUT", "/welcome", "", "Accept", "text/html").header("Allow"))
                .isEqualTo("GET, HEAD, OPTIONS");
        assertThat(caller.get("/v1/rooms?x=1", "Accept", "text/html").header("Content-Type"))
                .isEqualTo("application/problem+json");
        assertThat(caller.send(
                                "POST",
                                "/book",
                                "a=" + "b".repeat(3000),
                                "Accept",
                                "text/html",
                                "Content-Type",
                                "application/x-www-form-urlencoded")
                        .http()
                        .body())
                .contains("That is too much");
    }

    @Test
    void links_and_files_stand_below_the_path_of_the_public_url() {
        try (var below = Inn.open("https://example.com/house");
                var asking = new Caller(below)) {
            assertThat(asking.get("/welcome").http().body())
                    .contains("action=\"/house/book\"", "href=\"/house/assets/guests.");
        }
    }

    @Test
    void the_documents_tell_of_pages_that_are_not_hidden() {
        var paths = caller.get("/openapi.json").json().path("paths");
        assertThat(paths.has("/welcome")).isFalse();
        assertThat(paths.at("/~1leaving/get/responses/200/content").has("text/html"))
                .isTrue();
        assertThat(paths.at("/~1leaving/get/responses/422/content").has("text/html"))
                .isTrue();
    }
}
