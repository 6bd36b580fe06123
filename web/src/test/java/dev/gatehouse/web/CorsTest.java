package dev.gatehouse.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Which other sites' scripts may call an operation.
class CorsTest {
    private static final String APP = "https://app.example.com";
    private static Server server;
    private static Caller caller;

    @BeforeAll
    static void open() {
        server = Server.builder()
                .port(0)
                .mount(api -> {
                    api.get("/open")
                            .cors(Cors.anyOrigin().showing("DPoP-Nonce"))
                            .answers(204)
                            .to(_ -> Answer.empty());
                    api.post("/known")
                            .cors(Cors.origins(Set.of(APP)).taking("DPoP"))
                            .answers(204)
                            .to(_ -> Answer.empty());
                    api.get("/known").answers(204).to(_ -> Answer.empty());
                })
                .start();
        caller = new Caller(server);
    }

    @AfterAll
    static void close() {
        caller.close();
        server.close();
    }

    private static Caller.Reply preflight(String path, String origin, String method) {
        return caller.send("OPTIONS", path, "", "Origin", origin, "Access-Control-Request-Method", method);
    }

    @Test
    void everybody_may_read_what_is_open_also_when_it_says_no() {
        var granted = caller.get("/open", "Origin", APP);
        assertThat(granted.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(granted.header("Access-Control-Expose-Headers")).contains("DPoP-Nonce", "WWW-Authenticate");
        assertThat(granted.header("Access-Control-Allow-Credentials")).isEmpty();
        assertThat(caller.get("/open?x=1", "Origin", APP).header("Access-Control-Allow-Origin"))
                .isEqualTo("*");
        assertThat(caller.get("/open").header("Access-Control-Allow-Origin")).isEqualTo("*");
    }

    @Test
    void only_those_on_the_list_may_read_what_is_theirs() {
        assertThat(caller.send("POST", "/known", "", "Origin", APP).header("Access-Control-Allow-Origin"))
                .isEqualTo(APP);
        var stranger = caller.send("POST", "/known", "", "Origin", "https://evil.example");
        assertThat(stranger.header("Access-Control-Allow-Origin")).isEmpty();
        assertThat(stranger.header("Vary")).isEqualTo("Origin");
    }

    @Test
    void a_browser_is_told_beforehand_what_a_script_may_send() {
        var reply = preflight("/known", APP, "POST");
        assertThat(reply.status()).isEqualTo(204);
        assertThat(reply.header("Access-Control-Allow-Origin")).isEqualTo(APP);
        assertThat(reply.header("Access-Control-Allow-Methods")).isEqualTo("POST");
        assertThat(reply.header("Access-Control-Allow-Headers"))
                .isEqualTo("Authorization, Content-Type, X-Request-Id, DPoP");
        assertThat(reply.header("Access-Control-Max-Age")).isEqualTo("7200");
    }

    @Test
    void whoever_may_not_is_told_nothing() {
        for (var reply : new Caller.Reply[] {
            preflight("/known", "https://evil.example", "POST"),
            preflight("/known", APP, "GET"),
            preflight("/known", APP, "DELETE"),
            preflight("/openapi.json", APP, "GET"),
            caller.send("OPTIONS", "/open", "", "Origin", APP)
        }) {
            assertThat(reply.status()).isEqualTo(204);
            assertThat(reply.header("Access-Control-Allow-Origin")).isEmpty();
        }
        assertThat(caller.get("/known", "Origin", APP).header("Access-Control-Allow-Origin"))
                .isEmpty();
    }

    @Test
    void what_people_see_is_not_for_scripts_of_other_sites() {
        assertThatThrownBy(() -> Server.builder()
                        .mount(api -> api.get("/authorize")
                                .cors(Cors.anyOrigin())
                                .redirects()
                                .to(_ -> Answer.empty())))
                .hasMessageContaining("not for scripts of other sites");
    }
}
