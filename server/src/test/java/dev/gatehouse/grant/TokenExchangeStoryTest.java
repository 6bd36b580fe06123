package dev.gatehouse.grant;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.Audience;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.oauth2.sdk.token.Token;
import com.nimbusds.oauth2.sdk.token.TokenTypeURI;
import com.nimbusds.oauth2.sdk.token.TypelessAccessToken;
import com.nimbusds.oauth2.sdk.tokenexchange.TokenExchangeGrant;
import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.testing.Application;
import dev.gatehouse.testing.Caller;
import dev.gatehouse.testing.Json;
import dev.gatehouse.testing.Person;
import dev.gatehouse.testing.Rows;
import dev.gatehouse.testing.TestHouse;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Bob orders at the shop; the API of orders needs one of stocks, on his behalf. By a client that others wrote.
@EachDatabase
class TokenExchangeStoryTest {

    private static final String ORDERS = "https://orders.example.com/";
    private static final String STOCK = "https://stock.example.com/";
    private static final String CLIENT_OF_NO_ONE = "https://elsewhere.example.com/";

    private final TestHouse house;
    private final Caller admin;
    private final Person bob;
    private final Application shop;
    private final Application orders;

    TokenExchangeStoryTest(TestDatabase on) {
        house = TestHouse.on(on);
        admin = house.administrator("alice").signedIn();
        bob = house.person("bob");
        shop = new Application(house, admin, "shop", Map.of("resources", List.of(ORDERS)));
        orders = api("orders", List.of("delegation"), ORDERS, STOCK);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void an_api_gets_a_token_for_the_next_one_that_says_for_whom_and_by_whom() throws Exception {
        var answer = granted(exchange(orders, bobsToken(), STOCK));
        assertThat(answer.at("/issued_token_type").asText()).isEqualTo(TokenTypeURI.ACCESS_TOKEN.toString());
        assertThat(answer.at("/token_type").asText()).isEqualTo("Bearer");
        assertThat(answer.has("refresh_token")).isFalse();

        var claims = claims(answer);
        assertThat(claims.getSubject()).isEqualTo(bob.id());
        assertThat(claims.getAudience()).containsExactly(STOCK);
        assertThat(claims.getStringClaim("client_id")).isEqualTo("orders");
        assertThat(claims.getStringClaim("scope")).isEqualTo("read");
        assertThat(claims.getJSONObjectClaim("act")).containsExactly(Map.entry("sub", "orders"));
        assertThat(record("token.exchanged"))
                .contains("\"actor\":\"orders\"", "\"client\":\"orders\"", "\"of\":\"shop\"");
    }

    @Test
    void with_an_actor_token_that_one_acts() throws Exception {
        var request = request(orders, bobsToken(), Optional.of(orders.ownToken()), List.of(STOCK));
        assertThat(claims(granted(send(request.build()))).getJSONObjectClaim("act"))
                .containsExactly(Map.entry("sub", "orders"));
        var strangers = request(orders, bobsToken(), Optional.of(shop.ownToken()), List.of(STOCK));
        assertThat(refused(send(strangers.build()))).isEqualTo("400 invalid_request");
    }

    @Test
    void impersonation_leaves_no_trace_in_the_token_but_that_of_those_who_acted_before() throws Exception {
        var stock = api("stock", List.of("impersonation"), STOCK, CLIENT_OF_NO_ONE);
        var silent = api("silent", List.of("impersonation"), ORDERS, STOCK);
        assertThat(claims(granted(exchange(silent, bobsToken(), STOCK))).getClaim("act"))
                .isNull();

        var delegated = text(granted(exchange(orders, bobsToken(), STOCK)));
        var passedOn = claims(granted(exchange(stock, delegated, CLIENT_OF_NO_ONE)));
        assertThat(passedOn.getJSONObjectClaim("act")).containsExactly(Map.entry("sub", "orders"));
        var delegatedBySilent = request(silent, bobsToken(), Optional.of(silent.ownToken()), List.of(STOCK));
        assertThat(refused(send(delegatedBySilent.build()))).isEqualTo("400 unauthorized_client");
    }

    @Test
    void who_acts_for_an_actor_stands_outside_of_him() throws Exception {
        var stock = api("stock", List.of("delegation"), STOCK, CLIENT_OF_NO_ONE);
        var first = text(granted(exchange(orders, bobsToken(), STOCK)));
        assertThat(claims(granted(exchange(stock, first, CLIENT_OF_NO_ONE))).getJSONObjectClaim("act"))
                .isEqualTo(Map.of("sub", "stock", "act", Map.of("sub", "orders")));
    }

    @Test
    void a_token_that_was_not_meant_for_the_client_is_not_exchanged() throws Exception {
        var stranger = api("stranger", List.of("delegation"), CLIENT_OF_NO_ONE);
        assertThat(refused(exchange(stranger, bobsToken(), CLIENT_OF_NO_ONE))).isEqualTo("400 invalid_request");
        assertThat(refused(exchange(orders, bob.tokens().access(), STOCK))).isEqualTo("400 invalid_request");
        assertThat(refused(exchange(orders, shop.ownToken(), STOCK))).isEqualTo("400 invalid_request");
        assertThat(refused(exchange(orders, "nothing", STOCK))).isEqualTo("400 invalid_request");
    }

    @Test
    void a_target_is_one_of_the_clients_own_and_named_when_there_are_several() throws Exception {
        assertThat(refused(exchange(orders, bobsToken(), CLIENT_OF_NO_ONE))).isEqualTo("400 invalid_target");
        assertThat(refused(exchange(orders, bobsToken()))).isEqualTo("400 invalid_target");
        var asResource = request(orders, bobsToken(), Optional.empty(), List.of())
                .resource(URI.create(STOCK))
                .build();
        assertThat(claims(granted(send(asResource))).getAudience()).containsExactly(STOCK);
    }

    @Test
    void a_scope_is_never_wider_than_the_tokens_and_the_clients() throws Exception {
        assertThat(refused(send(request(orders, bobsToken(), Optional.empty(), List.of(STOCK))
                        .scope(new Scope("write"))
                        .build())))
                .isEqualTo("400 invalid_scope");
        assertThat(refused(send(request(orders, bobsToken(), Optional.empty(), List.of(STOCK))
                        .scope(new Scope("openid"))
                        .build())))
                .isEqualTo("400 invalid_scope");
        assertThat(claims(granted(send(request(orders, bobsToken(), Optional.empty(), List.of(STOCK))
                                .scope(new Scope("read"))
                                .build())))
                        .getStringClaim("scope"))
                .isEqualTo("read");
    }

    @Test
    void it_never_lives_longer_than_what_it_was_made_of() throws Exception {
        var subject = bobsToken();
        house.clock().pass(Duration.ofMinutes(10));
        var answer = granted(exchange(orders, subject, STOCK));
        assertThat(answer.at("/expires_in").asLong()).isEqualTo(300);
        assertThat(claims(answer).getExpirationTime())
                .isEqualTo(SignedJWT.parse(subject).getJWTClaimsSet().getExpirationTime());
        house.clock().pass(Duration.ofMinutes(5));
        assertThat(refused(exchange(orders, subject, STOCK))).isEqualTo("400 invalid_request");
    }

    @Test
    void what_ends_the_persons_leave_ends_it_all_the_way_down() throws Exception {
        var stock = api("stock", List.of("delegation"), STOCK, CLIENT_OF_NO_ONE);
        var first = text(granted(exchange(orders, bobsToken("openid read offline_access"), STOCK)));
        var second = text(granted(exchange(stock, first, CLIENT_OF_NO_ONE)));
        assertThat(isActive(stock, second)).isTrue();
        Rows.change(
                house.database(),
                "update token_family set revoked_at = started_at where client_id = 'shop' and revoked_at is null");
        house.clock().pass(Duration.ofSeconds(6));
        assertThat(isActive(stock, second)).isFalse();
        assertThat(refused(exchange(stock, first, CLIENT_OF_NO_ONE))).isEqualTo("400 invalid_request");
    }

    @Test
    void a_disabled_person_and_an_ended_session_end_it_at_once() throws Exception {
        var made = text(granted(exchange(orders, bobsToken(), STOCK)));
        assertThat(isActive(orders, made)).isTrue();
        admin.patch("/v1/accounts/" + bob.id(), Json.object("status", "disabled"));
        assertThat(isActive(orders, made)).isFalse();
    }

    @Test
    void it_cannot_be_exchanged_for_ever() throws Exception {
        var token = bobsToken();
        for (int i = 0; i < 8; i++) token = text(granted(exchange(orders, token, STOCK)));
        assertThat(refused(exchange(orders, token, STOCK))).isEqualTo("400 invalid_request");
    }

    @Test
    void a_client_that_gets_opaque_tokens_exchanges_and_gets_opaque_ones() throws Exception {
        var opaque = new Application(
                house, admin, "opaque", Map.of("resources", List.of(ORDERS), "access_token_format", "opaque"));
        var subject = opaque.signIn(bob, "openid read").getAccessToken().getValue();
        assertThat(subject).startsWith("gate_access_");
        var api = new Application(house, admin, "opaqueapi", members(List.of("delegation"), ORDERS, STOCK, "opaque"));
        var made = text(granted(exchange(api, subject, STOCK)));
        assertThat(made).startsWith("gate_access_");
        assertThat(isActive(api, made)).isTrue();
    }

    @Test
    void what_is_no_access_token_is_refused_by_its_type() throws Exception {
        var idToken = shop.signIn(bob, "openid read").getIDTokenString();
        for (var type : List.of(TokenTypeURI.ID_TOKEN, TokenTypeURI.JWT, TokenTypeURI.REFRESH_TOKEN))
            assertThat(refused(send(new TokenRequest.Builder(
                                    house.url("/oauth2/token"),
                                    orders.proof(),
                                    new TokenExchangeGrant(new TypelessAccessToken(idToken), type))
                            .build())))
                    .isEqualTo("400 invalid_request");
        assertThat(refused(exchange(orders, idToken, STOCK))).isEqualTo("400 invalid_request");
        var wanted = new TokenExchangeGrant(
                new BearerAccessToken(bobsToken()),
                TokenTypeURI.ACCESS_TOKEN,
                null,
                null,
                TokenTypeURI.REFRESH_TOKEN,
                Audience.create(STOCK));
        assertThat(refused(send(new TokenRequest.Builder(house.url("/oauth2/token"), orders.proof(), wanted).build())))
                .isEqualTo("400 invalid_request");
    }

    @Test
    void a_client_without_leave_exchanges_nothing() throws Exception {
        assertThat(refused(exchange(shop, bobsToken(), ORDERS))).isEqualTo("400 unauthorized_client");
    }

    @Test
    void who_may_exchange_is_a_confidential_client_with_a_way_and_a_resource() {
        var grants = List.of("urn:ietf:params:oauth:grant-type:token-exchange");
        assertThat(admin.post(
                                "/v1/clients",
                                Json.object(
                                        "client_id", "loose",
                                        "client_name", "Loose",
                                        "token_endpoint_auth_method", "none",
                                        "grant_types", grants,
                                        "scope", "read"))
                        .faults())
                .contains("/token_exchange client", "/grant_types client", "/resources client");
        assertThat(admin.post(
                                "/v1/clients",
                                Json.object(
                                        "client_id",
                                        "loose",
                                        "client_name",
                                        "Loose",
                                        "grant_types",
                                        List.of("client_credentials"),
                                        "token_exchange",
                                        List.of("magic")))
                        .faults())
                .containsOnly("/token_exchange client");
    }

    private String bobsToken() {
        return bobsToken("openid read");
    }

    private String bobsToken(String scope) {
        return shop.signIn(bob, scope).getAccessToken().getValue();
    }

    private Application api(String id, List<String> ways, String... resources) {
        var members = members(ways, resources[0], resources.length > 1 ? resources[1] : resources[0], "jwt");
        return new Application(house, admin, id, members);
    }

    private static Map<String, Object> members(List<String> ways, String own, String next, String format) {
        var members = new LinkedHashMap<String, Object>();
        members.put("resources", List.of(own, next).stream().distinct().toList());
        members.put("grant_types", List.of("client_credentials", "urn:ietf:params:oauth:grant-type:token-exchange"));
        members.put("redirect_uris", List.of());
        members.put("scope", "openid read");
        members.put("token_exchange", ways);
        members.put("access_token_format", format);
        return members;
    }

    private HTTPResponse exchange(Application client, String subject, String... audience) {
        return send(
                request(client, subject, Optional.empty(), List.of(audience)).build());
    }

    private TokenRequest.Builder request(
            Application client, String subject, Optional<String> actor, List<String> audience) {
        Token actorToken = actor.map(TypelessAccessToken::new).orElse(null);
        var grant = new TokenExchangeGrant(
                new TypelessAccessToken(subject),
                TokenTypeURI.ACCESS_TOKEN,
                actorToken,
                actorToken == null ? null : TokenTypeURI.ACCESS_TOKEN,
                null,
                audience.isEmpty()
                        ? null
                        : new ArrayList<>(audience.stream().map(Audience::new).toList()));
        return new TokenRequest.Builder(house.url("/oauth2/token"), client.proof(), grant);
    }

    private boolean isActive(Application asker, String token) {
        try {
            var request = new com.nimbusds.oauth2.sdk.TokenIntrospectionRequest(
                    house.url("/oauth2/introspect"), asker.proof(), new TypelessAccessToken(token));
            return Json.read(request.toHTTPRequest().send().getBody())
                    .at("/active")
                    .asBoolean();
        } catch (IOException fault) {
            throw new AssertionError(fault);
        }
    }

    private String record(String action) {
        return String.join("\n", Rows.texts(house.database(), "audit_record", "action", "details"));
    }

    private static HTTPResponse send(TokenRequest request) {
        try {
            return request.toHTTPRequest().send();
        } catch (IOException fault) {
            throw new AssertionError(fault);
        }
    }

    private static JsonNode granted(HTTPResponse response) {
        assertThat(response.getStatusCode()).as(response.getBody()).isEqualTo(200);
        return Json.read(response.getBody());
    }

    private static String text(JsonNode answer) {
        return answer.at("/access_token").asText();
    }

    private static JWTClaimsSet claims(JsonNode answer) throws java.text.ParseException {
        return SignedJWT.parse(text(answer)).getJWTClaimsSet();
    }

    private static String refused(HTTPResponse response) {
        return response.getStatusCode() + " "
                + Json.read(response.getBody()).at("/error").asText();
    }
}
