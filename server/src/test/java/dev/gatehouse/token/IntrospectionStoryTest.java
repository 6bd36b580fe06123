package dev.gatehouse.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenIntrospectionRequest;
import com.nimbusds.oauth2.sdk.TokenIntrospectionResponse;
import com.nimbusds.oauth2.sdk.TokenIntrospectionSuccessResponse;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.token.AccessTokenType;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.oauth2.sdk.token.Token;
import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.testing.Application;
import dev.gatehouse.testing.Await;
import dev.gatehouse.testing.Caller;
import dev.gatehouse.testing.Json;
import dev.gatehouse.testing.Person;
import dev.gatehouse.testing.TestHouse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// An API asks about the tokens that it is shown, by a client that others wrote.
@EachDatabase
class IntrospectionStoryTest {

    private static final String API = "https://api.example.com/";

    private final TestHouse house;
    private final Caller admin;
    private final Person bob;
    private final Application shop;
    private final Application api;
    private final Application stranger;

    IntrospectionStoryTest(TestDatabase on) {
        house = TestHouse.on(on);
        admin = house.administrator("alice").signedIn();
        bob = house.person("bob");
        shop = new Application(house, admin, "shop", Map.of("resources", List.of(API)));
        api = new Application(house, admin, "api", Map.of("resources", List.of(API)));
        stranger = new Application(house, admin, "stranger", Map.of());
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void an_api_learns_what_the_token_that_it_was_shown_allows_and_to_whom() throws Exception {
        var tokens = shop.signIn(bob, "openid email");
        var answer = success(ask(api, tokens.getAccessToken()));
        assertThat(answer.isActive()).isTrue();
        assertThat(answer.getScope().toStringList()).containsExactly("openid", "email");
        assertThat(answer.getClientID()).isEqualTo(shop.id());
        assertThat(answer.getSubject().getValue()).isEqualTo(bob.id());
        assertThat(answer.getUsername()).isEqualTo(bob.email());
        assertThat(answer.getTokenType()).isEqualTo(AccessTokenType.BEARER);
        assertThat(answer.getIssuer().getValue()).isEqualTo("https://id.example.com");
        assertThat(answer.getAudience().stream().map(Object::toString)).contains(API);
        assertThat(answer.getExpirationTime()).isAfter(answer.getIssueTime());
        assertThat(answer.getJWTID().getValue()).isNotEmpty();
    }

    @Test
    void nobody_learns_an_address_that_the_token_does_not_allow() throws Exception {
        assertThat(success(ask(api, shop.signIn(bob, "openid").getAccessToken()))
                        .getUsername())
                .isNull();
    }

    @Test
    void whoever_is_not_concerned_hears_nothing() throws Exception {
        var tokens = shop.signIn(bob, "openid email");
        for (var token : List.<Token>of(tokens.getAccessToken(), tokens.getRefreshToken()))
            assertThat(ask(stranger, token).getBody()).isEqualToIgnoringNewLines("{\"active\":false}");
        assertThat(ask(api, tokens.getRefreshToken()).getBody()).isEqualToIgnoringNewLines("{\"active\":false}");
        assertThat(ask(api, new BearerAccessToken("nonsense")).getBody())
                .isEqualToIgnoringNewLines("{\"active\":false}");
        assertThat(ask(shop, new BearerAccessToken(tokens.getIDTokenString())).getBody())
                .isEqualToIgnoringNewLines("{\"active\":false}");
        assertThat(ask(shop, new BearerAccessToken(bob.tokens().access())).getBody())
                .isEqualToIgnoringNewLines("{\"active\":false}");
        assertThat(ask(shop, new RefreshToken(bob.tokens().refresh())).getBody())
                .isEqualToIgnoringNewLines("{\"active\":false}");
    }

    @Test
    void a_client_asks_about_its_own_refresh_token_until_that_is_spent() throws Exception {
        var tokens = shop.signIn(bob, "openid offline_access");
        var answer = success(ask(shop, tokens.getRefreshToken()));
        assertThat(answer.isActive()).isTrue();
        assertThat(answer.getTokenType()).isNull();
        assertThat(answer.getScope().toStringList()).containsExactly("openid", "offline_access");
        Application.tokens(shop.refresh(tokens.getRefreshToken()));
        assertThat(isActive(shop, tokens.getRefreshToken())).isFalse();
    }

    @Test
    void a_program_asks_about_its_own_token_until_it_expires() throws Exception {
        var own = new BearerAccessToken(stranger.ownToken());
        assertThat(success(ask(stranger, own)).getSubject().getValue()).isEqualTo("stranger");
        house.clock().pass(Duration.ofMinutes(15));
        assertThat(isActive(stranger, own)).isFalse();
    }

    @Test
    void what_ends_the_leave_ends_the_token_at_once() throws Exception {
        var signedOut = shop.signIn(bob, "openid").getAccessToken();
        var disabled = shop.signIn(bob, "openid offline_access").getAccessToken();
        assertThat(isActive(api, signedOut)).isTrue();
        assertThat(isActive(api, disabled)).isTrue();

        var me = bob.signedIn();
        for (var session : me.get("/v1/me/sessions").json().at("/sessions"))
            if (!session.at("/current").asBoolean())
                me.delete("/v1/me/sessions/" + session.at("/id").asText());
        assertThat(isActive(api, signedOut)).isFalse();
        assertThat(isActive(api, disabled)).isTrue();

        admin.patch("/v1/accounts/" + bob.id(), Json.object("status", "disabled"));
        assertThat(isActive(api, disabled)).isFalse();
    }

    @Test
    void a_removed_client_takes_its_tokens_along() throws Exception {
        var token = shop.signIn(bob, "openid offline_access").getAccessToken();
        var own = new BearerAccessToken(shop.ownToken());
        assertThat(isActive(api, token)).isTrue();
        assertThat(isActive(api, own)).isTrue();
        assertThat(admin.delete("/v1/clients/shop").status()).isEqualTo(204);
        assertThat(isActive(api, token)).isFalse();
        assertThat(isActive(api, own)).isFalse();
    }

    @Test
    void what_one_node_ends_has_ended_on_the_other() throws Exception {
        try (var neighbour = house.neighbour()) {
            var token = shop.signIn(bob, "openid offline_access").getAccessToken();
            assertThat(isActive(neighbour, api, token)).isTrue();
            admin.patch("/v1/accounts/" + bob.id(), Json.object("status", "disabled"));
            Await.until(() -> !isActive(neighbour, api, token));
        }
    }

    @Test
    void who_does_not_prove_to_be_a_client_hears_nothing() {
        var token = shop.ownToken();
        var named = house.caller().form("/oauth2/introspect", "client_id", "shop", "token", token);
        assertThat(named.status() + " " + named.text("/error")).isEqualTo("401 invalid_client");
        assertThat(named.header("WWW-Authenticate")).isPresent();
        admin.post(
                "/v1/clients",
                Json.object(
                        "client_id",
                        "page",
                        "client_name",
                        "A page",
                        "token_endpoint_auth_method",
                        "none",
                        "grant_types",
                        List.of("authorization_code"),
                        "redirect_uris",
                        List.of("https://page.example.org/"),
                        "resources",
                        List.of(API)));
        var open = house.caller().form("/oauth2/introspect", "client_id", "page", "token", token);
        assertThat(open.status() + " " + open.text("/error")).isEqualTo("401 invalid_client");
    }

    @Test
    void without_a_token_the_question_is_none() throws Exception {
        var response = new TokenIntrospectionRequest(
                        house.url("/oauth2/introspect"), api.proof(), new BearerAccessToken("x"))
                .toHTTPRequest();
        response.setBody("token=");
        var refused = response.send();
        assertThat(refused.getStatusCode()).isEqualTo(400);
        assertThat(refused.getBody()).contains("invalid_request");
    }

    @Test
    void the_answer_can_be_signed_for_whoever_asks() throws Exception {
        var token = shop.signIn(bob, "openid").getAccessToken();
        var answer = signed(api, token);
        assertThat(answer.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.RS256);
        assertThat(answer.getHeader().getType().getType()).isEqualTo("token-introspection+jwt");
        var key = keys().getKeyByKeyId(answer.getHeader().getKeyID()).toRSAKey();
        assertThat(answer.verify(new RSASSAVerifier(key))).isTrue();
        var claims = answer.getJWTClaimsSet();
        assertThat(claims.getIssuer()).isEqualTo("https://id.example.com");
        assertThat(claims.getAudience()).containsExactly("api");
        assertThat(claims.getClaims()).containsKey("iat").doesNotContainKeys("sub", "exp");
        assertThat(claims.getJSONObjectClaim("token_introspection"))
                .containsEntry("active", true)
                .containsEntry("sub", bob.id());

        admin.patch("/v1/clients/api", Json.object("introspection_signed_response_alg", "ES384"));
        var other = signed(api, token);
        assertThat(other.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.ES384);
        assertThat(other.verify(new ECDSAVerifier(
                        keys().getKeyByKeyId(other.getHeader().getKeyID()).toECKey())))
                .isTrue();
        assertThat(signed(stranger, token).getJWTClaimsSet().getJSONObjectClaim("token_introspection"))
                .isEqualTo(Map.of("active", false));
    }

    private JWKSet keys() throws Exception {
        return JWKSet.parse(house.caller().get("/oauth2/jwks").http().body());
    }

    private SignedJWT signed(Application asker, Token token) throws Exception {
        var request =
                new TokenIntrospectionRequest(house.url("/oauth2/introspect"), asker.proof(), token).toHTTPRequest();
        request.setAccept("application/token-introspection+jwt");
        var response = request.send();
        assertThat(response.getEntityContentType().toString()).isEqualTo("application/token-introspection+jwt");
        return SignedJWT.parse(response.getBody());
    }

    private HTTPResponse ask(Application asker, Token token) {
        return ask(house, asker, token);
    }

    private static HTTPResponse ask(TestHouse node, Application asker, Token token) {
        try {
            return new TokenIntrospectionRequest(node.url("/oauth2/introspect"), asker.proof(), token)
                    .toHTTPRequest()
                    .send();
        } catch (IOException fault) {
            throw new AssertionError(fault);
        }
    }

    private boolean isActive(Application asker, Token token) {
        return isActive(house, asker, token);
    }

    private static boolean isActive(TestHouse node, Application asker, Token token) {
        try {
            return success(ask(node, asker, token)).isActive();
        } catch (ParseException fault) {
            throw new AssertionError(fault);
        }
    }

    private static TokenIntrospectionSuccessResponse success(HTTPResponse response) throws ParseException {
        var parsed = TokenIntrospectionResponse.parse(response);
        assertThat(parsed.indicatesSuccess()).as(response.getBody()).isTrue();
        return parsed.toSuccessResponse();
    }
}
