package dev.gatehouse.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.testing.Application;
import dev.gatehouse.testing.Browser;
import dev.gatehouse.testing.Caller;
import dev.gatehouse.testing.TestHouse;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Everything that this server signs says what it is for, and is good for nothing else, though one key signs it all.
@EachDatabase
class TokenConfusionStoryTest {

    private static final String INTROSPECTION = "application/token-introspection+jwt";

    private final TestHouse house;
    private final Application shop;
    private final Browser browser;
    private final OIDCTokens tokens;

    TokenConfusionStoryTest(TestDatabase on) {
        house = TestHouse.on(on);
        var alice = house.administrator("alice").signedIn();
        shop = new Application(house, alice, "shop", Map.of("userinfo_signed_response_alg", "RS256"));
        browser = new Browser(house);
        tokens = shop.signIn(browser, house.person("bob"), "openid email");
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void only_an_access_token_opens_a_door() {
        others().forEach((kind, token) -> {
            var caller = house.caller().with(token);
            assertThat(caller.get("/oauth2/userinfo").status()).as(kind).isEqualTo(401);
            assertThat(caller.get("/v1/me").status()).as(kind).isEqualTo(401);
            assertThat(asked(token, "application/json")).as(kind).isEqualTo("{\"active\":false}");
        });
        assertThat(bearer().get("/oauth2/userinfo").status()).isEqualTo(200);
    }

    @Test
    void only_an_id_token_says_who_is_meant() {
        var others = others();
        others.remove("ID token");
        others.put("access token", accessToken());
        others.forEach((kind, token) -> {
            assertThat(shop.silently(browser, Map.of("id_token_hint", token)))
                    .as(kind)
                    .contains("error=invalid_request");
            assertThat(browser.open("/oauth2/logout?id_token_hint=" + token).status())
                    .as(kind)
                    .isEqualTo(400);
        });
        assertThat(shop.silently(browser, Map.of("id_token_hint", tokens.getIDTokenString())))
                .contains("code=");
    }

    /// All that bears our signature and is no access token.
    private Map<String, String> others() {
        var others = new LinkedHashMap<String, String>();
        others.put("ID token", tokens.getIDTokenString());
        others.put("userinfo", bearer().get("/oauth2/userinfo").http().body());
        others.put("introspection", asked(accessToken(), INTROSPECTION));
        others.put(
                "answer", shop.silently(browser, Map.of("response_mode", "jwt")).replaceAll(".*response=", ""));
        assertThat(others.values())
                .allSatisfy(token -> assertThat(token.split("\\.")).as(token).hasSize(3));
        return others;
    }

    private String accessToken() {
        return tokens.getAccessToken().getValue();
    }

    private Caller bearer() {
        return house.caller().with(accessToken());
    }

    private String asked(String token, String accepted) {
        var request = HttpRequest.newBuilder(house.url("/oauth2/introspect"))
                .header("Authorization", shop.proof().toHTTPAuthorizationHeader())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", accepted)
                .POST(BodyPublishers.ofString("token=" + URLEncoder.encode(token, StandardCharsets.UTF_8)))
                .build();
        try {
            return house.http().send(request, BodyHandlers.ofString()).body();
        } catch (IOException | InterruptedException fault) {
            throw new AssertionError(fault);
        }
    }
}
