package dev.gatehouse.device;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.device.DeviceAuthorizationRequest;
import com.nimbusds.oauth2.sdk.device.DeviceAuthorizationResponse;
import com.nimbusds.oauth2.sdk.device.DeviceAuthorizationSuccessResponse;
import com.nimbusds.oauth2.sdk.device.DeviceCode;
import com.nimbusds.oauth2.sdk.device.DeviceCodeGrant;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.secret.Digest;
import dev.gatehouse.testing.Browser;
import dev.gatehouse.testing.Caller;
import dev.gatehouse.testing.Json;
import dev.gatehouse.testing.Person;
import dev.gatehouse.testing.Race;
import dev.gatehouse.testing.Reply;
import dev.gatehouse.testing.Rows;
import dev.gatehouse.testing.TestHouse;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A television gets leave from whoever sits before it, by a client that others wrote.
@EachDatabase
class DeviceStoryTest {

    private static final ClientID TELEVISION = new ClientID("television");
    private static final ClientID RADIO = new ClientID("radio");

    private final TestHouse house;
    private final Caller admin;
    private final Person bob;
    private final Browser browser;

    DeviceStoryTest(TestDatabase on) {
        house = TestHouse.on(on);
        admin = house.administrator("alice").signedIn();
        bob = house.person("bob");
        register("television", false, "urn:ietf:params:oauth:grant-type:device_code", "refresh_token");
        register("radio", true, "urn:ietf:params:oauth:grant-type:device_code");
        browser = new Browser(house);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void a_person_types_the_code_in_allows_it_and_the_device_has_its_tokens() throws Exception {
        var begun = begin("openid email offline_access");
        assertThat(begun.getVerificationURI()).isEqualTo(URI.create("https://id.example.com/device"));
        assertThat(begun.getVerificationURIComplete().toString())
                .isEqualTo("https://id.example.com/device?user_code="
                        + begun.getUserCode().getValue());
        assertThat(begun.getLifetime()).isEqualTo(600);
        assertThat(begun.getInterval()).isEqualTo(5);
        assertThat(refused(poll(begun))).isEqualTo("400 authorization_pending");

        var page = type(begun.getUserCode().getValue().toLowerCase());
        assertThat(page.http().body()).contains("current-password").doesNotContain("The television");
        var question = browser.signIn(page, bob);
        assertThat(question.http().body())
                .contains("The television", begun.getUserCode().getValue(), "See your e-mail address", bob.email());
        assertThat(decide(question, "allow").http().body()).contains("Your device is connected");

        var tokens = tokens(poll(begun)).getOIDCTokens();
        assertThat(tokens.getAccessToken().getScope().toStringList())
                .containsExactly("openid", "email", "offline_access");
        assertThat(tokens.getIDToken().getJWTClaimsSet().getSubject()).isEqualTo(bob.id());
        assertThat(tokens.getIDToken().getJWTClaimsSet().getAudience()).containsExactly("television");
        assertThat(userinfo(tokens.getAccessToken().getValue())).isEqualTo(200);
        var refreshed = send(new TokenRequest.Builder(
                        house.url("/oauth2/token"), TELEVISION, new RefreshTokenGrant(tokens.getRefreshToken()))
                .build()
                .toHTTPRequest());
        assertThat(tokens(refreshed).getOIDCTokens().getRefreshToken()).isNotNull();
    }

    @Test
    void a_device_without_the_refresh_grant_gets_no_refresh_token() throws Exception {
        var begun = begin(RADIO, "openid");
        allow(begun);
        assertThat(tokens(poll(RADIO, begun)).getOIDCTokens().getRefreshToken()).isNull();
    }

    @Test
    void everybody_is_asked_also_for_a_client_of_our_own_and_a_second_time() throws Exception {
        allow(begin(RADIO, "openid"));
        var again = begin(RADIO, "openid");
        var question = type(again.getUserCode().getValue());
        assertThat(question.http().body()).contains("The radio", "name=\"decision\"");
        assertThat(refused(poll(RADIO, again))).isEqualTo("400 authorization_pending");
    }

    @Test
    void who_says_no_is_heard_and_cannot_say_yes_afterwards() throws Exception {
        var begun = begin("openid");
        var question = browser.signIn(type(begun.getUserCode().getValue()), bob);
        assertThat(decide(question, "deny").http().body()).contains("Nothing was allowed");
        assertThat(refused(poll(begun))).isEqualTo("400 access_denied");

        assertThat(decide(question, "allow").http().body()).contains("used already");
        assertThat(refused(poll(begun))).isEqualTo("400 access_denied");
    }

    @Test
    void a_device_code_is_redeemed_once_and_the_first_keeps_what_it_got() throws Exception {
        var begun = begin("openid");
        allow(begun);
        var tokens = tokens(poll(begun)).getOIDCTokens();
        assertThat(refused(poll(begun))).isEqualTo("400 invalid_grant");
        assertThat(userinfo(tokens.getAccessToken().getValue())).isEqualTo(200);
    }

    @Test
    void of_fifty_redemptions_at_once_over_two_nodes_one_wins() throws Exception {
        var begun = begin("openid");
        allow(begun);
        try (var neighbour = house.neighbour()) {
            var statuses = Race.of(
                    50,
                    number -> poll(TELEVISION, number % 2 == 0 ? house : neighbour, begun.getDeviceCode())
                            .getStatusCode());
            assertThat(statuses)
                    .containsOnly(200, 400)
                    .filteredOn(status -> status == 200)
                    .hasSize(1);
        }
    }

    @Test
    void of_fifty_who_decide_at_once_one_is_heard() throws Exception {
        var begun = begin("openid");
        var question = browser.signIn(type(begun.getUserCode().getValue()), bob);
        var pages = Race.of(
                50,
                number -> decide(question, number % 2 == 0 ? "allow" : "deny")
                        .http()
                        .body());
        assertThat(pages)
                .filteredOn(page -> page.contains("is connected") || page.contains("Nothing was allowed"))
                .hasSize(1);
        assertThat(Rows.texts(house.database(), "audit_record", "action"))
                .as("who was not heard has given nothing")
                .filteredOn(action -> action.equals("authorization.given") || action.equals("authorization.denied"))
                .hasSize(1);
        assertThat(Rows.texts(house.database(), "device_code", "family_id", "decided_at")
                        .get(1))
                .isNotNull();
    }

    @Test
    void who_asks_too_often_has_to_wait_five_seconds_more_on_every_node() throws Exception {
        var begun = begin("openid");
        try (var neighbour = house.neighbour()) {
            assertThat(refused(poll(begun))).isEqualTo("400 authorization_pending");
            house.clock().pass(Duration.ofSeconds(3));
            assertThat(refused(poll(TELEVISION, neighbour, begun.getDeviceCode())))
                    .isEqualTo("400 slow_down");
            house.clock().pass(Duration.ofSeconds(8));
            assertThat(refused(poll(begun))).isEqualTo("400 slow_down");
            house.clock().pass(Duration.ofSeconds(15));
            assertThat(refused(poll(TELEVISION, neighbour, begun.getDeviceCode())))
                    .isEqualTo("400 authorization_pending");
        }
    }

    @Test
    void who_waits_as_told_is_never_told_to_slow_down() throws Exception {
        var begun = begin("openid");
        for (int i = 0; i < 10; i++) {
            assertThat(refused(poll(begun))).isEqualTo("400 authorization_pending");
            house.clock().pass(Duration.ofMillis(4_100));
        }
    }

    @Test
    void a_code_lives_ten_minutes_for_both_of_them() throws Exception {
        var begun = begin("openid");
        var other = begin("openid");
        var question = browser.signIn(type(other.getUserCode().getValue()), bob);
        house.clock().pass(Duration.ofMinutes(10));
        assertThat(refused(poll(begun))).isEqualTo("400 expired_token");
        assertThat(decide(question, "allow").http().body()).contains("has expired");
        assertThat(type(begun.getUserCode().getValue()).http().body()).contains("has expired");
    }

    @Test
    void a_code_is_worth_nothing_to_another_client() throws Exception {
        var begun = begin("openid");
        allow(begun);
        assertThat(refused(poll(RADIO, begun))).isEqualTo("400 invalid_grant");
        assertThat(poll(begun).getStatusCode()).isEqualTo(200);
    }

    @Test
    void a_device_asks_for_no_more_than_its_client_may() throws Exception {
        assertThat(refused(ask(RADIO, "admin"))).isEqualTo("400 invalid_scope");
        register("shop", false, "authorization_code");
        assertThat(refused(ask(new ClientID("shop"), "openid"))).isEqualTo("400 unauthorized_client");
        assertThat(refused(ask(new ClientID("nobody"), "openid"))).isEqualTo("401 invalid_client");
        var strange = new DeviceAuthorizationRequest.Builder(RADIO)
                .scope(new Scope("openid"))
                .customParameter("resource", "https://other.example.com/")
                .endpointURI(house.url("/oauth2/device_authorization"))
                .build();
        assertThat(refused(send(strange.toHTTPRequest()))).isEqualTo("400 invalid_target");
    }

    @Test
    void guessing_codes_is_slowed_down_and_a_right_one_forgives_nothing() throws Exception {
        browser.signIn(browser.open("/sign-in"), bob);
        for (int i = 0; i < 9; i++) assertThat(type("BBBB-BBBB").status()).isEqualTo(400);
        allow(begin("openid"));
        assertThat(type("BBBB-BBBB").http().body()).contains("No device shows this code");
        var blocked = type("BBBB-BBBB");
        assertThat(blocked.status()).isEqualTo(429);
        assertThat(blocked.header("Retry-After")).contains("1");

        var begun = begin("openid");
        assertThat(type(begun.getUserCode().getValue()).status()).isEqualTo(429);
        house.clock().pass(Duration.ofSeconds(1));
        assertThat(type(begun.getUserCode().getValue()).status()).isEqualTo(200);
    }

    @Test
    void fifty_guesses_at_once_are_no_more_than_one_after_another() throws Exception {
        browser.signIn(browser.open("/sign-in"), bob);
        var page = browser.open("/device");
        var statuses = Race.of(
                50,
                _ -> browser.submit(page, "/device", Map.of("user_code", "BBBB-BBBB"))
                        .status());
        assertThat(statuses)
                .containsOnly(400, 429)
                .filteredOn(status -> status == 400)
                .hasSize(10);
    }

    @Test
    void a_stranger_learns_nothing_of_a_code() throws Exception {
        var right = type(begin("openid").getUserCode().getValue());
        var wrong = type("BBBB-BBBB");
        assertThat(right.status()).isEqualTo(200).isEqualTo(wrong.status());
        assertThat(withoutSecrets(right)).isEqualTo(withoutSecrets(wrong));
    }

    @Test
    void what_a_link_brings_is_filled_in_and_sent_by_nobody_but_the_person() throws Exception {
        var begun = begin("openid");
        var page = browser.open(begun.getVerificationURIComplete().toString());
        assertThat(page.http().body())
                .contains("value=\"" + begun.getUserCode().getValue() + "\"", "exactly this code")
                .doesNotContain("autofocus");
        assertThat(browser.open("/device?user_code=%22%3E%3Cscript%3E").http().body())
                .doesNotContain("<script>");
        assertThat(browser.submit(page, "/device", Map.of("csrf", "forged", "user_code", "BBBB-BBBB"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void a_ticket_for_a_device_answers_no_application_and_the_other_way_round() throws Exception {
        browser.signIn(browser.open("/sign-in"), bob);
        var question = type(begin("openid").getUserCode().getValue());
        var ticket = question.http().uri().getQuery();
        for (var path : List.of("/consent?", "/choose-account?", "/oauth2/authorize/resume?"))
            assertThat(browser.open(path + ticket).status()).as(path).isEqualTo(400);
    }

    @Test
    void who_takes_it_back_takes_the_tokens_back_and_sees_it_in_the_list() throws Exception {
        var begun = begin(RADIO, "openid offline_access");
        allow(begun);
        var tokens = tokens(poll(RADIO, begun)).getOIDCTokens();
        var me = bob.signedIn();
        assertThat(me.get("/v1/me/consents").text("/consents/0/client_id")).isEqualTo("radio");
        assertThat(me.delete("/v1/me/consents/radio").status()).isEqualTo(204);
        assertThat(userinfo(tokens.getAccessToken().getValue())).isEqualTo(401);
    }

    @Test
    void who_is_disabled_before_the_device_comes_gives_it_nothing() throws Exception {
        var begun = begin("openid");
        allow(begun);
        admin.patch("/v1/accounts/" + bob.id(), Json.object("status", "disabled"));
        assertThat(refused(poll(begun))).isEqualTo("400 invalid_grant");
    }

    @Test
    void neither_code_stands_in_a_table_and_forgotten_ones_are_swept() throws Exception {
        var begun = begin("openid");
        var letters = begun.getUserCode().getValue().replace("-", "");
        assertThat(String.join("\n", Rows.texts(house.database(), "device_code", "digest", "user_code_digest")))
                .doesNotContain(begun.getDeviceCode().getValue(), letters)
                .doesNotContain(Digest.of(letters));
        house.clock().pass(Duration.ofMinutes(71));
        var swept = house.database().<Integer>write(tx -> new DeviceCodeStore().removeForgotten(tx, 500));
        assertThat(swept).isEqualTo(1);
    }

    private Reply type(String code) {
        return browser.submit(browser.open("/device"), "/device", Map.of("user_code", code));
    }

    private Reply decide(Reply question, String decision) {
        return browser.submit(question, "/device/confirm", Map.of("decision", decision));
    }

    private void allow(DeviceAuthorizationSuccessResponse begun) {
        var page = type(begun.getUserCode().getValue());
        if (page.http().body().contains("current-password")) page = browser.signIn(page, bob);
        assertThat(decide(page, "allow").http().body()).contains("Your device is connected");
    }

    private DeviceAuthorizationSuccessResponse begin(String scope) throws ParseException {
        return begin(TELEVISION, scope);
    }

    private DeviceAuthorizationSuccessResponse begin(ClientID client, String scope) throws ParseException {
        var response = ask(client, scope);
        var parsed = DeviceAuthorizationResponse.parse(response);
        assertThat(parsed.indicatesSuccess()).as(response.getBody()).isTrue();
        return parsed.toSuccessResponse();
    }

    private HTTPResponse ask(ClientID client, String scope) {
        return send(new DeviceAuthorizationRequest.Builder(client)
                .scope(Scope.parse(scope))
                .endpointURI(house.url("/oauth2/device_authorization"))
                .build()
                .toHTTPRequest());
    }

    private HTTPResponse poll(DeviceAuthorizationSuccessResponse begun) {
        return poll(TELEVISION, begun);
    }

    private HTTPResponse poll(ClientID client, DeviceAuthorizationSuccessResponse begun) {
        return poll(client, house, begun.getDeviceCode());
    }

    private static HTTPResponse poll(ClientID client, TestHouse node, DeviceCode code) {
        return send(new TokenRequest.Builder(node.url("/oauth2/token"), client, new DeviceCodeGrant(code))
                .build()
                .toHTTPRequest());
    }

    private static HTTPResponse send(HTTPRequest request) {
        try {
            return request.send();
        } catch (IOException fault) {
            throw new AssertionError(fault);
        }
    }

    private static OIDCTokenResponse tokens(HTTPResponse response) throws ParseException {
        var parsed = OIDCTokenResponseParser.parse(response);
        assertThat(parsed.indicatesSuccess()).as(response.getBody()).isTrue();
        return (OIDCTokenResponse) parsed.toSuccessResponse();
    }

    private static String refused(HTTPResponse response) {
        return response.getStatusCode() + " "
                + Json.read(response.getBody()).at("/error").asText();
    }

    private int userinfo(String token) {
        return house.caller().with(token).get("/oauth2/userinfo").status();
    }

    private static String withoutSecrets(Reply page) {
        return page.http()
                .body()
                .replaceAll("gate_ticket_[A-Za-z0-9_-]+", "ticket")
                .replaceAll("name=\"csrf\" value=\"[^\"]*\"", "csrf");
    }

    private void register(String id, boolean isFirstParty, String... grants) {
        var reply = admin.post(
                "/v1/clients",
                Json.object(
                        "client_id",
                        id,
                        "client_name",
                        "The " + id,
                        "token_endpoint_auth_method",
                        "none",
                        "grant_types",
                        List.of(grants),
                        "redirect_uris",
                        List.of(grants).contains("authorization_code")
                                ? List.of("https://shop.example.com/")
                                : List.of(),
                        "scope",
                        "openid profile email offline_access",
                        "first_party",
                        isFirstParty));
        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
    }
}
