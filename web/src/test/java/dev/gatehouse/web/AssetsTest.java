package dev.gatehouse.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AssetsTest {
    private static Server server;
    private static Caller caller;
    private static String page;

    @BeforeAll
    static void open() {
        server = Inn.open();
        caller = new Caller(server);
        page = caller.get("/welcome").http().body();
    }

    @AfterAll
    static void close() {
        caller.close();
        server.close();
    }

    private static String address(String pattern) {
        var found = Pattern.compile(pattern).matcher(page);
        assertThat(found.find()).isTrue();
        return found.group();
    }

    @Test
    void a_file_is_kept_for_good_under_a_name_that_holds_its_digest() {
        var style = caller.get(address("/assets/guests\\.[0-9a-f]{16}\\.css"));
        assertThat(style.status()).isEqualTo(200);
        assertThat(style.header("Content-Type")).isEqualTo("text/css; charset=utf-8");
        assertThat(style.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
        assertThat(style.http().body()).startsWith(".room-1 {");
        var script = caller.get(address("/assets/htmx\\.[0-9a-f]{16}\\.js"));
        assertThat(script.header("Content-Type")).isEqualTo("text/javascript; charset=utf-8");
        assertThat(script.http().body()).contains("htmx");
    }

    @Test
    void it_is_packed_for_who_can_unpack_it() {
        var reply = caller.get(address("/assets/guests\\.[0-9a-f]{16}\\.css"), "Accept-Encoding", "br, gzip");
        assertThat(reply.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(reply.header("Vary")).isEqualTo("Accept-Encoding");
        assertThat(reply.http().body().length()).isLessThan(1000);
    }

    @Test
    void another_versions_name_gets_what_there_is_but_not_for_good() {
        var reply = caller.get("/assets/guests.0123456789abcdef.css");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Cache-Control")).isEqualTo("no-cache");
    }

    @Test
    void there_is_nothing_else() {
        for (var path :
                new String[] {"guests.css", "guests.0.js", "x.0.css", "..%2fguests.0.css", "guests..css.", "a.b.c.d"})
            assertThat(caller.get("/assets/" + path).status()).as(path).isEqualTo(404);
    }

    @Test
    void a_name_that_makes_no_sense_is_refused_when_it_is_given() {
        var assets = new Assets().file("a.css", "/nowhere");
        for (var bad : new String[] {"A.css", "a", "a.b.css", "a/b.css", "a.exe", "a.css"})
            assertThatThrownBy(() -> assets.file(bad, "/x")).as(bad).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> assets.path("b.css")).hasMessage("no asset 'b.css'; there are a.css");
    }
}
