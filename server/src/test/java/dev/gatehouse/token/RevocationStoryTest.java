package dev.gatehouse.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.TokenRevocationRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.oauth2.sdk.token.Token;
import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.testing.Application;
import dev.gatehouse.testing.Await;
import dev.gatehouse.testing.Caller;
import dev.gatehouse.testing.Json;
import dev.gatehouse.testing.Person;
import dev.gatehouse.testing.Race;
import dev.gatehouse.testing.Rows;
import dev.gatehouse.testing.TestHouse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// An application gives tokens back, by a client that others wrote.
@EachDatabase
class RevocationStoryTest {

    private final TestHouse house;
    private final Caller admin;
    private final Person bob;
    private final Application shop;
    private final Application other;

    RevocationStoryTest(TestDatabase on) {
        house = TestHouse.on(on);
        admin = house.administrator("alice").signedIn();
        bob = house.person("bob");
        shop = new Application(house, admin, "shop", Map.of());
        other = new Application(house, admin, "other", Map.of());
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void with_a_refresh_token_goes_all_that_came_of_the_same_leave() {
        var tokens = shop.signIn(bob, "openid offline_access");
        var elsewhere = shop.signIn(bob, "openid offline_access");
        assertThat(userinfo(tokens.getAccessToken())).isEqualTo(200);
        assertThat(revoke(shop, tokens.getRefreshToken()).getStatusCode()).isEqualTo(200);

        assertThat(userinfo(tokens.getAccessToken())).isEqualTo(401);
        assertThat(shop.refresh(tokens.getRefreshToken()).getStatusCode()).isEqualTo(400);
        assertThat(userinfo(elsewhere.getAccessToken())).isEqualTo(200);
        assertThat(Rows.texts(house.database(), "audit_record", "action")).contains("tokens.revoked");
    }

    @Test
    void an_access_token_goes_alone() {
        var tokens = shop.signIn(bob, "openid offline_access");
        assertThat(userinfo(tokens.getAccessToken())).isEqualTo(200);
        assertThat(revoke(shop, tokens.getAccessToken()).getStatusCode()).isEqualTo(200);

        assertThat(userinfo(tokens.getAccessToken())).isEqualTo(401);
        var next = Application.tokens(shop.refresh(tokens.getRefreshToken()));
        assertThat(userinfo(next.getAccessToken())).isEqualTo(200);
        assertThat(Rows.texts(house.database(), "audit_record", "action")).containsOnlyOnce("token.revoked");
    }

    @Test
    void a_program_gives_its_own_token_back() {
        var token = shop.ownToken();
        assertThat(isActive(house, token)).isTrue();
        assertThat(revoke(shop, new BearerAccessToken(token)).getStatusCode()).isEqualTo(200);
        assertThat(isActive(house, token)).isFalse();
    }

    @Test
    void what_is_no_token_needs_no_revocation() {
        var tokens = shop.signIn(bob, "openid offline_access");
        assertThat(revoke(shop, tokens.getRefreshToken()).getStatusCode()).isEqualTo(200);
        for (var nothing : List.<Token>of(
                tokens.getRefreshToken(),
                new BearerAccessToken("nonsense"),
                new BearerAccessToken(tokens.getIDTokenString())))
            assertThat(revoke(shop, nothing).getStatusCode()).isEqualTo(200);
    }

    @Test
    void nobody_revokes_what_was_given_to_another() {
        var tokens = shop.signIn(bob, "openid offline_access");
        for (var token : List.<Token>of(tokens.getAccessToken(), tokens.getRefreshToken())) {
            var refused = revoke(other, token);
            assertThat(refused.getStatusCode()).isEqualTo(400);
            assertThat(refused.getBody()).contains("invalid_grant");
        }
        assertThat(userinfo(tokens.getAccessToken())).isEqualTo(200);
        assertThat(shop.refresh(tokens.getRefreshToken()).getStatusCode()).isEqualTo(200);
        assertThat(revoke(shop, new BearerAccessToken(bob.tokens().access())).getStatusCode())
                .isEqualTo(400);
    }

    @Test
    void who_does_not_prove_to_be_the_client_revokes_nothing() {
        var token = shop.ownToken();
        var refused = house.caller().form("/oauth2/revoke", "client_id", "shop", "token", token);
        assertThat(refused.status() + " " + refused.text("/error")).isEqualTo("401 invalid_client");
        assertThat(isActive(house, token)).isTrue();
        assertThat(house.caller().form("/oauth2/revoke", "token", token).text("/error"))
                .isEqualTo("invalid_request");
    }

    @Test
    void a_page_in_a_browser_revokes_by_its_name_and_may_call_from_its_own_site() {
        admin.post(
                "/v1/clients",
                Json.object(
                        "client_id", "page",
                        "client_name", "A page",
                        "token_endpoint_auth_method", "none",
                        "grant_types", List.of("authorization_code"),
                        "redirect_uris", List.of("https://page.example.org/")));
        var done = house.caller().form("/oauth2/revoke", "client_id", "page", "token", "gate_refresh_gone");
        assertThat(done.status()).isEqualTo(200);
        assertThat(done.header("Access-Control-Allow-Origin")).contains("*");
    }

    @Test
    void of_fifty_at_once_one_is_recorded_and_all_are_told_that_it_is_done() {
        var token = new BearerAccessToken(shop.ownToken());
        assertThat(Race.of(50, _ -> revoke(shop, token).getStatusCode())).containsOnly(200);
        assertThat(Rows.texts(house.database(), "audit_record", "action"))
                .filteredOn("token.revoked"::equals)
                .hasSize(1);
    }

    @Test
    void what_one_node_revokes_is_revoked_on_the_other() {
        try (var neighbour = house.neighbour()) {
            var token = shop.ownToken();
            assertThat(isActive(neighbour, token)).isTrue();
            revoke(shop, new BearerAccessToken(token));
            assertThat(isActive(house, token)).isFalse();
            Await.until(() -> !isActive(neighbour, token));
        }
    }

    private boolean isActive(TestHouse node, String token) {
        var header = shop.proof().toHTTPAuthorizationHeader();
        return node.caller()
                .authorized(header)
                .form("/oauth2/introspect", "token", token)
                .json()
                .at("/active")
                .asBoolean();
    }

    private int userinfo(Token token) {
        return house.caller().with(token.getValue()).get("/oauth2/userinfo").status();
    }

    private HTTPResponse revoke(Application client, Token token) {
        try {
            return new TokenRevocationRequest(house.url("/oauth2/revoke"), client.proof(), token)
                    .toHTTPRequest()
                    .send();
        } catch (IOException fault) {
            throw new AssertionError(fault);
        }
    }
}
