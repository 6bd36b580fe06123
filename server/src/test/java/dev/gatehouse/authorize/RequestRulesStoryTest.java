package dev.gatehouse.authorize;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.testing.Browser;
import dev.gatehouse.testing.Caller;
import dev.gatehouse.testing.Json;
import dev.gatehouse.testing.TestHouse;
import java.net.URLDecoder;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What is wrong with a request is told to its client, in the words of the specifications.
@EachDatabase
class RequestRulesStoryTest {

    private static final String BEGINNING = "client_id=shop&redirect_uri=https://app.example.org/cb&state=s%26t";
    private static final String CHALLENGE = "&code_challenge=" + "a".repeat(43) + "&code_challenge_method=S256";
    private static final String GOOD = "&response_type=code&scope=openid" + CHALLENGE;

    private final TestHouse house;
    private final Caller admin;
    private final Browser browser;

    RequestRulesStoryTest(TestDatabase on) {
        house = TestHouse.on(on);
        admin = house.administrator("alice").signedIn();
        register("shop", true);
        browser = new Browser(house);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void what_is_wrong_has_its_own_word() {
        assertThat(List.of(
                        error(CHALLENGE + "&scope=openid"),
                        error("&response_type=token&scope=openid" + CHALLENGE),
                        error("&response_type=code%20id_token&scope=openid" + CHALLENGE),
                        error("&response_type=code&scope=openid"),
                        error("&response_type=code&scope=openid&code_challenge=" + "a".repeat(43)),
                        error("&response_type=code&scope=openid&code_challenge=short&code_challenge_method=S256"),
                        error("&response_type=code&scope=openid&code_challenge=" + "a".repeat(43)
                                + "&code_challenge_method=plain"),
                        error(GOOD + "&scope=email"),
                        error("&response_type=code&scope=admin" + CHALLENGE),
                        error(GOOD + "&response_mode=fragment"),
                        error(GOOD + "&prompt=none%20login"),
                        error(GOOD + "&prompt=dance"),
                        error(GOOD + "&max_age=-1"),
                        error(GOOD + "&id_token_hint=nonsense"),
                        error(GOOD + "&claims=%7B%22userinfo%22:7%7D"),
                        error(GOOD + "&claims=nonsense"),
                        error(GOOD + "&resource=https://other.example/"),
                        error(GOOD + "&request=x"),
                        error(GOOD + "&request_uri=https://app.example.org/r"),
                        error(GOOD + "&registration=%7B%7D")))
                .containsExactly(
                        "invalid_request",
                        "unsupported_response_type",
                        "unsupported_response_type",
                        "invalid_request",
                        "invalid_request",
                        "invalid_request",
                        "invalid_request",
                        "invalid_request",
                        "invalid_scope",
                        "invalid_request",
                        "invalid_request",
                        "invalid_request",
                        "invalid_request",
                        "invalid_request",
                        "invalid_request",
                        "invalid_request",
                        "invalid_target",
                        "invalid_request_object",
                        "request_uri_not_supported",
                        "registration_not_supported");
    }

    @Test
    void every_no_says_who_says_it_and_what_it_belongs_to() {
        var answer = location("&response_type=token");
        assertThat(answer).startsWith("https://app.example.org/cb?error=unsupported_response_type&");
        assertThat(answer).contains("&state=s%26t&", "&iss=https%3A%2F%2Fid.example.com");
    }

    @Test
    void a_good_request_shows_the_page_of_sign_in() {
        var page = browser.open("/oauth2/authorize?" + BEGINNING + GOOD);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.http().body()).contains("current-password");
    }

    @Test
    void only_a_client_that_is_exempt_does_without_pkce() {
        register("veteran", false);
        var page = browser.open("/oauth2/authorize?client_id=veteran&redirect_uri=https://app.example.org/cb"
                + "&response_type=code&scope=openid");
        assertThat(page.status()).isEqualTo(200);
    }

    @Test
    void the_metadata_of_both_specifications_agree() {
        var one = house.caller().get("/.well-known/openid-configuration");
        var other = house.caller().get("/.well-known/oauth-authorization-server");
        assertThat(one.json()).isEqualTo(other.json());
        assertThat(one.json().at("/request_uri_parameter_supported").asBoolean(true))
                .isFalse();
        for (var endpoint : List.of("authorization_endpoint", "token_endpoint", "userinfo_endpoint", "jwks_uri")) {
            var path = one.text("/" + endpoint).substring("https://id.example.com".length());
            assertThat(house.caller().get(path).status()).as(path).isNotEqualTo(404);
        }
    }

    private String error(String more) {
        var error = Pattern.compile("[?&]error=([^&]+)").matcher(location(more));
        assertThat(error.find()).as(more).isTrue();
        return URLDecoder.decode(error.group(1), UTF_8);
    }

    private String location(String more) {
        var reply = browser.open("/oauth2/authorize?" + BEGINNING + more);
        assertThat(reply.status()).as(more + reply).isEqualTo(303);
        return reply.header("Location").orElseThrow();
    }

    private void register(String id, boolean pkce) {
        var reply = admin.post(
                "/v1/clients",
                Json.object(
                        "client_id",
                        id,
                        "client_name",
                        "The " + id,
                        "grant_types",
                        List.of("authorization_code"),
                        "redirect_uris",
                        List.of("https://app.example.org/cb"),
                        "require_pkce",
                        pkce,
                        "scope",
                        "openid email"));
        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
    }
}
