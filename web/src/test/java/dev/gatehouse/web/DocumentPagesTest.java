package dev.gatehouse.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The pages for people, and that they ask nobody else.
class DocumentPagesTest {
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
    void every_file_of_a_page_comes_from_here() {
        for (var page : new String[] {"/docs", "/redoc"}) {
            var reply = caller.get(page);
            assertThat(reply.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
            var links = Pattern.compile("(?:src|href)=\"([^\"]+)\"")
                    .matcher(reply.http().body())
                    .results()
                    .map(link -> link.group(1))
                    .toList();
            assertThat(links).hasSizeGreaterThanOrEqualTo(4).noneMatch(link -> link.contains("//"));
            for (var link : links) {
                var file = caller.get("/" + link);
                assertThat(file.status()).as(link).isEqualTo(200);
                assertThat(file.header("Content-Type")).as(link).matches("text/javascript.*|text/css.*|image/png");
            }
        }
    }

    @Test
    void the_policy_lets_a_page_ask_nobody_else() {
        for (var page : new String[] {"/docs", "/redoc"}) {
            var policy = caller.get(page).header("Content-Security-Policy");
            assertThat(policy)
                    .contains(
                            "default-src 'none'", "script-src 'self';", "connect-src 'self'", "frame-ancestors 'none'")
                    .doesNotContain("http", "*", "unsafe-eval", "script-src 'self' 'unsafe-inline'");
        }
        assertThat(caller.get("/redoc/redoc.standalone.js").http().body()).doesNotContain("cdn.redoc.ly");
    }

    @Test
    void a_large_file_is_packed_and_kept() throws IOException, InterruptedException {
        var uri = URI.create("http://localhost:" + server.port() + "/docs/swagger-ui-bundle.js");
        try (var client = HttpClient.newHttpClient()) {
            var packed = client.send(
                    HttpRequest.newBuilder(uri)
                            .header("Accept-Encoding", "br, gzip")
                            .build(),
                    BodyHandlers.ofByteArray());
            assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
            assertThat(packed.headers().firstValue("Vary")).contains("Accept-Encoding");
            var plain = client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofByteArray());
            assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
            assertThat(new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes())
                    .isEqualTo(plain.body());
            assertThat(packed.body().length).isLessThan(plain.body().length / 2);
            var refused = client.send(
                    HttpRequest.newBuilder(uri)
                            .header("Accept-Encoding", "gzip;q=0")
                            .build(),
                    BodyHandlers.ofByteArray());
            assertThat(refused.headers().firstValue("Content-Encoding")).isEmpty();
        }
        var first = caller.get("/docs/swagger-ui-bundle.js");
        assertThat(first.header("Cache-Control")).isEqualTo("public, max-age=86400");
        var second = caller.get("/docs/swagger-ui-bundle.js", "If-None-Match", first.header("ETag"));
        assertThat(second.status()).isEqualTo(304);
        assertThat(second.http().body()).isEmpty();
    }

    @Test
    void the_type_of_a_problem_leads_to_its_explanation() {
        var page = caller.get("/problems/email-taken");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.http().body())
                .contains("This e-mail address already has an account", "409", "POST /v1/guests")
                .doesNotContain("{title}", "{operations}");
        assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(caller.get("/problems/none-such").status()).isEqualTo(404);
        assertThat(caller.get("/problems/%3Cscript%3E").status()).isEqualTo(404);
    }
}
