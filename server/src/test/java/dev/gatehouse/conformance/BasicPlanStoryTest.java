package dev.gatehouse.conformance;

import static dev.gatehouse.testing.PlainClient.answered;
import static dev.gatehouse.testing.PlainClient.codeOf;
import static dev.gatehouse.testing.PlainClient.through;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.settings.Variable;
import dev.gatehouse.testing.Browser;
import dev.gatehouse.testing.Json;
import dev.gatehouse.testing.Person;
import dev.gatehouse.testing.PlainClient;
import dev.gatehouse.testing.Reply;
import dev.gatehouse.testing.TestHouse;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The plan `oidcc-basic-certification-test-plan`: a client that registers itself, has a secret and no PKCE.
@EachDatabase
class BasicPlanStoryTest {

    private final TestHouse house;
    private final Person bob;
    private final PlainClient client;
    private final Browser browser;

    BasicPlanStoryTest(TestDatabase on) {
        house = TestHouse.on(on, Map.of(Variable.CLIENT_REGISTRATION, "open", Variable.PKCE_REQUIRED, "public"));
        bob = house.person("bob");
        bob.signedIn().patch("/v1/me", Json.object("name", "Bob"));
        client = PlainClient.registered(house);
        browser = new Browser(house);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void a_code_becomes_an_id_token_that_says_all_it_must() throws Exception {
        var answer = through(browser, client.open(browser), bob);
        assertThat(answered(answer)).matches(PlainClient::isOurs).containsOnlyKeys("code", "state", "iss");
        var tokens = client.redeem(codeOf(answer));
        assertThat(tokens.header("Cache-Control")).contains("no-store");
        assertThat(tokens.header("Content-Type").orElseThrow()).startsWith("application/json");
        assertThat(tokens.text("/token_type")).isEqualTo("Bearer");
        assertThat(tokens.json().get("expires_in").isIntegralNumber()).isTrue();

        var idToken = SignedJWT.parse(tokens.text("/id_token"));
        assertThat(idToken.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.RS256);
        var keys = JWKSet.parse(house.caller().get("/oauth2/jwks").http().body());
        var key = keys.getKeyByKeyId(idToken.getHeader().getKeyID());
        assertThat(key.isPrivate()).isFalse();
        assertThat(key.getKeyUse().getValue()).isEqualTo("sig");
        assertThat(key.getAlgorithm()).isEqualTo(JWSAlgorithm.RS256);
        assertThat(idToken.verify(new RSASSAVerifier(key.toRSAKey()))).isTrue();
        var claims = idToken.getJWTClaimsSet();
        assertThat(claims.getIssuer()).isEqualTo("https://id.example.com");
        assertThat(claims.getAudience()).containsExactly(client.id());
        assertThat(claims.getSubject()).isEqualTo(bob.id());
        assertThat(claims.getStringClaim("nonce")).isEqualTo("a nonce");
        assertThat(claims.getExpirationTime()).isAfter(claims.getIssueTime());
    }

    @Test
    void without_a_response_type_the_client_is_told() {
        var answer = answered(client.open(browser, "response_type", null));
        assertThat(answer).matches(PlainClient::isOurs).containsEntry("error", "invalid_request");
        assertThat(answered(client.open(browser, "response_type", "id_token token")))
                .containsEntry("error", "unsupported_response_type");
    }

    @Test
    void userinfo_takes_the_token_in_the_header_and_in_the_body() {
        var token = accessToken();
        assertThat(house.caller().with(token).get("/oauth2/userinfo").text("/sub"))
                .isEqualTo(bob.id());
        assertThat(house.caller().with(token).form("/oauth2/userinfo").text("/sub"))
                .as("a POST without a body")
                .isEqualTo(bob.id());
        assertThat(house.caller()
                        .with(token)
                        .form("/oauth2/userinfo", "foo", "bar")
                        .text("/sub"))
                .isEqualTo(bob.id());
        assertThat(house.caller()
                        .form("/oauth2/userinfo", "access_token", token)
                        .text("/sub"))
                .isEqualTo(bob.id());
    }

    @Test
    void a_request_without_a_nonce_is_as_good() throws Exception {
        assertThat(claims(client.redeem(client.code(browser, bob, "nonce", null)))
                        .getClaims())
                .doesNotContainKey("nonce");
    }

    @Test
    void scopes_in_any_order_bring_their_claims_and_those_that_are_not_had_bring_nothing() {
        assertThat(userinfo("openid").json().properties()).hasSize(1);
        assertThat(userinfo("openid profile").text("/name")).isEqualTo("Bob");
        assertThat(userinfo("email openid").text("/email")).isEqualTo(bob.email());
        assertThat(userinfo("openid address phone").json().properties()).hasSize(1);
        assertThat(userinfo("openid profile email address phone").json().properties())
                .extracting(Map.Entry::getKey)
                .contains("sub", "name", "updated_at", "email", "email_verified")
                .doesNotContain("address", "phone_number");
    }

    @Test
    void what_is_a_wish_or_not_understood_is_passed_over() {
        client.code(browser, bob);
        for (var wish : List.of(
                Map.entry("display", "page"),
                Map.entry("display", "popup"),
                Map.entry("ui_locales", "se"),
                Map.entry("claims_locales", "se"),
                Map.entry("login_hint", "bob@example.com"),
                Map.entry("acr_values", "1 2"),
                Map.entry("extra", "foobar")))
            assertThat(answered(client.open(browser, wish.getKey(), wish.getValue())))
                    .as(wish.toString())
                    .containsKey("code");
    }

    @Test
    void prompt_login_asks_a_person_again_who_stays_the_same() throws Exception {
        var first = claims(client.redeem(client.code(browser, bob)));
        house.clock().pass(Duration.ofSeconds(2));
        var page = client.open(browser, "prompt", "login");
        assertThat(page.http().body()).contains("current-password");
        var second = claims(client.redeem(codeOf(through(browser, page, bob))));
        assertThat(second.getSubject()).isEqualTo(first.getSubject());
        assertThat(second.getLongClaim("auth_time")).isEqualTo(first.getLongClaim("auth_time") + 2);
    }

    @Test
    void prompt_none_answers_with_a_code_or_says_why_not() throws Exception {
        assertThat(answered(client.open(browser, "prompt", "none")))
                .matches(PlainClient::isOurs)
                .containsEntry("error", "login_required");
        var first = claims(client.redeem(client.code(browser, bob)));
        house.clock().pass(Duration.ofSeconds(2));
        var second = claims(client.redeem(codeOf(client.open(browser, "prompt", "none"))));
        assertThat(second.getSubject()).isEqualTo(first.getSubject());
        assertThat(second.getLongClaim("auth_time")).isEqualTo(first.getLongClaim("auth_time"));
    }

    @Test
    void a_sign_in_is_too_old_after_max_age_and_not_before() throws Exception {
        var first = claims(client.redeem(client.code(browser, bob, "max_age", "15000")));
        house.clock().pass(Duration.ofSeconds(2));
        var same = claims(client.redeem(codeOf(client.open(browser, "max_age", "10000"))));
        assertThat(same.getLongClaim("auth_time")).isEqualTo(first.getLongClaim("auth_time"));
        var page = client.open(browser, "max_age", "1");
        assertThat(page.http().body()).contains("current-password");
        var later = claims(client.redeem(codeOf(through(browser, page, bob))));
        assertThat(later.getLongClaim("auth_time")).isGreaterThan(first.getLongClaim("auth_time"));
    }

    @Test
    void an_id_token_is_a_hint_at_who_is_meant() throws Exception {
        var tokens = client.redeem(client.code(browser, bob));
        var again = client.redeem(
                codeOf(client.open(browser, "prompt", "none", "id_token_hint", tokens.text("/id_token"))));
        assertThat(claims(again).getSubject()).isEqualTo(bob.id());
        assertThat(claims(again).getLongClaim("auth_time"))
                .isEqualTo(claims(tokens).getLongClaim("auth_time"));
    }

    @Test
    void a_code_that_comes_again_after_half_a_minute_takes_its_tokens_back() {
        var code = client.code(browser, bob);
        var token = client.redeem(code).text("/access_token");
        house.clock().pass(Duration.ofSeconds(31));
        assertThat(error(client.redeem(code))).isEqualTo("400 invalid_grant");
        assertThat(house.caller().with(token).get("/oauth2/userinfo").status()).isEqualTo(401);
    }

    @Test
    void an_address_that_is_not_registered_gets_no_answer() {
        for (var address : new String[] {"https://rp.example.org/other", PlainClient.CALLBACK + "/x", null}) {
            var page = client.open(browser, "redirect_uri", address);
            assertThat(page.status()).isEqualTo(400);
            assertThat(page.header("Location")).isEmpty();
        }
    }

    @Test
    void a_request_may_be_posted() {
        var sent = browser.postOnly("/oauth2/authorize", client.request());
        assertThat(sent.status()).isEqualTo(303);
        var page = browser.open(sent.header("Location").orElseThrow());
        assertThat(answered(through(browser, page, bob))).containsKey("code");
    }

    @Test
    void a_secret_may_stand_in_the_form() {
        var other = PlainClient.registered(house, "token_endpoint_auth_method", "client_secret_post");
        assertThat(other.redeem(other.code(browser, bob)).status()).isEqualTo(200);
    }

    @Test
    void an_unsigned_request_object_and_one_elsewhere_are_refused_by_the_book() throws Exception {
        var inside = new JWTClaimsSet.Builder().issuer(client.id()).audience("https://id.example.com");
        client.request().forEach(inside::claim);
        var unsigned = new PlainJWT(inside.build()).serialize();
        assertThat(answered(client.open(browser, "request", unsigned)))
                .matches(PlainClient::isOurs)
                .containsEntry("error", "invalid_request_object");
        assertThat(answered(client.open(browser, "request_uri", "https://rp.example.org/request.jwt")))
                .matches(PlainClient::isOurs)
                .containsEntry("error", "request_uri_not_supported");
        var metadata = house.caller().get("/.well-known/openid-configuration").json();
        assertThat(metadata.get("request_object_signing_alg_values_supported").toString())
                .doesNotContain("none");
        assertThat(metadata.get("request_uri_parameter_supported").asBoolean()).isFalse();
    }

    @Test
    void a_claim_that_is_essential_to_userinfo_is_told_there_and_not_in_the_id_token() throws Exception {
        var wanted = "{\"userinfo\":{\"name\":{\"essential\":true}}}";
        var tokens = client.redeem(client.code(browser, bob, "claims", wanted));
        assertThat(userinfo(tokens).text("/name")).isEqualTo("Bob");
        assertThat(claims(tokens).getClaims()).doesNotContainKey("name");
    }

    @Test
    void a_refresh_token_is_its_clients_and_the_id_token_that_it_brings_is_of_the_same_sign_in() throws Exception {
        var first = client.redeem(client.code(browser, bob, "scope", "openid offline_access", "prompt", "consent"));
        var stranger = PlainClient.registered(house);
        assertThat(error(stranger.refresh(first.text("/refresh_token")))).isEqualTo("400 invalid_grant");

        house.clock().pass(Duration.ofSeconds(1));
        var second = client.refresh(first.text("/refresh_token"), "scope", "openid offline_access");
        assertThat(second.status()).as(second.toString()).isEqualTo(200);
        assertThat(second.text("/access_token")).isNotEqualTo(first.text("/access_token"));
        var before = claims(first);
        var after = claims(second);
        assertThat(after.getIssuer()).isEqualTo(before.getIssuer());
        assertThat(after.getSubject()).isEqualTo(before.getSubject());
        assertThat(after.getAudience()).isEqualTo(before.getAudience());
        assertThat(after.getLongClaim("auth_time")).isEqualTo(before.getLongClaim("auth_time"));
        assertThat(after.getIssueTime()).isAfter(before.getIssueTime());
    }

    @Test
    void pkce_is_taken_of_who_needs_none_and_then_it_counts() {
        var challenge = PlainClient.challenge(PlainClient.VERIFIER);
        String[] asked = {"code_challenge", challenge, "code_challenge_method", "S256"};
        assertThat(client.redeem(client.code(browser, bob, asked), "code_verifier", PlainClient.VERIFIER)
                        .status())
                .isEqualTo(200);
        assertThat(error(client.redeem(client.code(browser, bob, asked)))).isEqualTo("400 invalid_grant");
    }

    private String accessToken() {
        return client.redeem(client.code(browser, bob)).text("/access_token");
    }

    private Reply userinfo(String scope) {
        return userinfo(client.redeem(client.code(browser, bob, "scope", scope)));
    }

    private Reply userinfo(Reply tokens) {
        return house.caller().with(tokens.text("/access_token")).get("/oauth2/userinfo");
    }

    private static JWTClaimsSet claims(Reply tokens) throws ParseException {
        assertThat(tokens.status()).as(tokens.toString()).isEqualTo(200);
        return SignedJWT.parse(tokens.text("/id_token")).getJWTClaimsSet();
    }

    private static String error(Reply reply) {
        return reply.status() + " " + reply.text("/error");
    }
}
