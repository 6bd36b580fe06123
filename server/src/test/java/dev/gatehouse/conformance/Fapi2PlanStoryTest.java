package dev.gatehouse.conformance;

import static dev.gatehouse.testing.PlainClient.CALLBACK;
import static dev.gatehouse.testing.PlainClient.VERIFIER;
import static dev.gatehouse.testing.PlainClient.answered;
import static dev.gatehouse.testing.PlainClient.codeOf;
import static dev.gatehouse.testing.PlainClient.through;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import dev.gatehouse.dpop.Proof;
import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.testing.Browser;
import dev.gatehouse.testing.Caller;
import dev.gatehouse.testing.Json;
import dev.gatehouse.testing.Person;
import dev.gatehouse.testing.PlainClient;
import dev.gatehouse.testing.Reply;
import dev.gatehouse.testing.Signer;
import dev.gatehouse.testing.TestHouse;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The plan `fapi2-security-profile-final-test-plan` with `private_key_jwt` and DPoP, plain OAuth and OpenID Connect.
@EachDatabase
class Fapi2PlanStoryTest {

    private static final String ISSUER = "https://id.example.com";
    private static final String PAR = "/oauth2/par";
    private static final String TOKEN = "/oauth2/token";
    private static final String USERINFO = "/oauth2/userinfo";

    private final TestHouse house;
    private final Caller admin;
    private final Person bob;
    private final Browser browser;
    private final PlainClient bank;
    private final ECKey key = ec(null);
    private final Map<String, ECKey> keys = new HashMap<>();

    Fapi2PlanStoryTest(TestDatabase on) {
        house = TestHouse.on(on);
        admin = house.administrator("alice").signedIn();
        bob = house.person("bob");
        browser = new Browser(house);
        bank = register("bank");
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void a_pushed_request_leads_to_tokens_that_are_bound_to_a_key() throws Exception {
        var pushed = push(bank);
        assertThat(pushed.status()).as(pushed.toString()).isEqualTo(201);
        assertThat(pushed.json().get("expires_in").asLong()).isPositive().isLessThan(600);
        var answer = through(browser, open(bank, pushed), bob);
        assertThat(answered(answer)).matches(PlainClient::isOurs);
        var tokens = redeem(bank, codeOf(answer));
        assertThat(tokens.text("/token_type")).isEqualTo("DPoP");
        var idToken = SignedJWT.parse(tokens.text("/id_token")).getJWTClaimsSet();
        assertThat(idToken.getStringClaim("nonce")).isEqualTo("a nonce");
        assertThat(userinfo(tokens, "DPoP").text("/sub")).isEqualTo(bob.id());
        assertThat(userinfo(tokens, "dpop").status()).isEqualTo(200);
        assertThat(userinfo(tokens, "DPOP").status()).isEqualTo(200);
    }

    @Test
    void plain_oauth_gets_no_id_token() {
        var tokens = redeem(bank, code(bank, "scope", "email", "nonce", null));
        assertThat(tokens.status()).as(tokens.toString()).isEqualTo(200);
        assertThat(tokens.json().has("id_token")).isFalse();
        assertThat(tokens.text("/scope")).isEqualTo("email");
    }

    @Test
    void state_and_nonce_may_be_missing_or_long() throws Exception {
        var answer = through(browser, open(bank, push(bank, "state", null, "nonce", null)), bob);
        assertThat(answered(answer)).containsOnlyKeys("code", "iss");
        assertThat(redeem(bank, codeOf(answer)).status()).isEqualTo(200);
        var tokens = redeem(bank, code(bank, "nonce", "n".repeat(384), "state", "s".repeat(1_000)));
        assertThat(SignedJWT.parse(tokens.text("/id_token")).getJWTClaimsSet().getStringClaim("nonce"))
                .hasSize(384);
    }

    @Test
    void who_says_no_is_heard() {
        var consent = browser.signIn(open(bank, push(bank)), bob);
        assertThat(answered(browser.deny(consent)))
                .matches(PlainClient::isOurs)
                .containsEntry("error", "access_denied");
    }

    @Test
    void what_must_not_be_pushed_is_refused_at_once() {
        assertThat(error(push(bank, "code_challenge", null, "code_challenge_method", null)))
                .isEqualTo("400 invalid_request");
        assertThat(error(push(bank, "code_challenge", VERIFIER, "code_challenge_method", "plain")))
                .isEqualTo("400 invalid_request");
        assertThat(error(push(bank, "response_type", "code id_token"))).isEqualTo("400 unsupported_response_type");
        assertThat(error(push(bank, "response_type", "token"))).isEqualTo("400 unsupported_response_type");
        assertThat(error(push(bank, "redirect_uri", null))).isEqualTo("400 invalid_request");
        assertThat(error(push(bank, "redirect_uri", CALLBACK + "/other"))).isEqualTo("400 invalid_request");
        assertThat(error(push(bank, "request_uri", push(bank).text("/request_uri"))))
                .isEqualTo("400 invalid_request");
        assertThat(error(push(bank, "dpop_jkt", PlainClient.digest("another key"))))
                .isEqualTo("400 invalid_dpop_proof");
        var twice = PlainClient.form(asked(bank)) + "&state=twice&"
                + PlainClient.form(bank.proof().get());
        assertThat(error(bank.send("POST", PAR, twice))).isEqualTo("400 invalid_request");
        assertThat(bank.send("PUT", PAR, PlainClient.form(asked(bank))).status())
                .isEqualTo(405);
    }

    @Test
    void what_was_not_pushed_is_no_request() {
        var address = "/oauth2/authorize?" + PlainClient.form(asked(bank));
        assertThat(answered(browser.open(address))).containsEntry("error", "invalid_request");
    }

    @Test
    void a_reference_is_its_clients_good_for_a_while_and_for_one_answer() {
        var pushed = push(bank);
        assertThat(open(bank, pushed).http().body()).contains("current-password");
        assertThat(through(browser, open(bank, pushed), bob).status())
                .as("opened again before it is answered")
                .isEqualTo(303);
        assertThat(open(bank, pushed).status()).isEqualTo(400);
        assertThat(open(register("other"), push(bank)).status()).isEqualTo(400);
        var late = push(bank);
        house.clock().pass(Duration.ofSeconds(600));
        assertThat(open(bank, late).status()).isEqualTo(400);
    }

    @Test
    void a_code_is_worth_nothing_without_its_verifier_its_client_and_a_key() {
        assertThat(error(redeem(bank, code(bank), "code_verifier", null))).isEqualTo("400 invalid_grant");
        assertThat(error(redeem(bank, code(bank), "code_verifier", VERIFIER.replace('a', 'b'))))
                .isEqualTo("400 invalid_grant");
        assertThat(error(redeem(register("other"), code(bank)))).isEqualTo("400 invalid_grant");
        var code = code(bank);
        assertThat(error(bank.redeem(code, "code_verifier", VERIFIER)))
                .as("without a proof")
                .isEqualTo("400 invalid_request");
        assertThat(redeem(bank, code).status()).as("nothing was spent").isEqualTo(200);
    }

    @Test
    void a_code_that_comes_again_or_too_late_is_refused() {
        var code = code(bank);
        var tokens = redeem(bank, code);
        house.clock().pass(Duration.ofSeconds(1));
        assertThat(error(redeem(bank, code))).isEqualTo("400 invalid_grant");
        assertThat(userinfo(tokens, "DPoP").status()).isEqualTo(401);
        var late = code(bank);
        house.clock().pass(Duration.ofSeconds(60));
        assertThat(error(redeem(bank, late))).isEqualTo("400 invalid_grant");
    }

    @Test
    void a_code_is_bound_to_the_key_that_was_pushed_with_it_or_named() {
        var pushed = bank.post(PAR, asked(bank), "DPoP", proof(key, "POST", PAR).signed());
        var code = codeOf(through(browser, open(bank, pushed), bob));
        assertThat(error(redeemWith(ec(null), bank, code))).isEqualTo("400 invalid_grant");
        assertThat(redeem(bank, code(bank, "dpop_jkt", thumbprint(key))).status())
                .isEqualTo(200);
        assertThat(error(redeemWith(ec(null), bank, code(bank, "dpop_jkt", thumbprint(key)))))
                .isEqualTo("400 invalid_grant");
    }

    @Test
    void a_refresh_token_stays_the_same_with_whatever_key_and_as_often_as_it_is_needed() {
        var first = redeem(bank, code(bank, "scope", "openid offline_access", "prompt", "consent"));
        var token = first.text("/refresh_token");
        house.clock().pass(Duration.ofSeconds(1));
        var second = refresh(bank, token, ec(null));
        assertThat(second.status()).as(second.toString()).isEqualTo(200);
        assertThat(second.text("/refresh_token")).isEqualTo(token);
        assertThat(second.text("/access_token")).isNotEqualTo(first.text("/access_token"));
        house.clock().pass(Duration.ofSeconds(31));
        assertThat(refresh(bank, token, ec(null)).status()).isEqualTo(200);

        assertThat(error(bank.refresh(token))).as("without a proof").isEqualTo("400 invalid_request");
        assertThat(error(refresh(register("other"), token, key))).isEqualTo("400 invalid_grant");
        assertThat(refresh(bank, token, key).status()).isEqualTo(200);
    }

    @Test
    void a_refresh_token_lives_two_weeks_from_its_last_use_and_ends_when_it_is_revoked() {
        var token = redeem(bank, code(bank, "scope", "openid offline_access")).text("/refresh_token");
        house.clock().pass(Duration.ofDays(13));
        assertThat(refresh(bank, token, key).status()).isEqualTo(200);
        house.clock().pass(Duration.ofDays(13));
        assertThat(refresh(bank, token, key).status()).isEqualTo(200);
        house.clock().pass(Duration.ofDays(14));
        assertThat(error(refresh(bank, token, key))).isEqualTo("400 invalid_grant");

        var other = redeem(bank, code(bank, "scope", "openid offline_access")).text("/refresh_token");
        assertThat(bank.post("/oauth2/revoke", Map.of("token", other)).status()).isEqualTo(200);
        assertThat(error(refresh(bank, other, key))).isEqualTo("400 invalid_grant");
    }

    @Test
    void a_proof_may_be_ten_seconds_off_and_say_more_than_it_must() {
        for (var seconds : List.of(-10, 10)) {
            var shifted = Proof.of(
                    key, "POST", ISSUER + TOKEN, house.clock().instant().plusSeconds(seconds));
            assertThat(redeemBy(shifted.signed(), code(bank)).status()).isEqualTo(200);
        }
        var now = house.clock().instant();
        var more = proof(key, "POST", TOKEN)
                .header(it -> it.customParam("kid_hint", "x"))
                .claims(it -> it.notBeforeTime(Date.from(now))
                        .expirationTime(Date.from(now.plusSeconds(300)))
                        .claim("something", "else"));
        assertThat(redeemBy(more.signed(), code(bank)).status()).isEqualTo(200);
    }

    @Test
    void a_client_names_the_issuer_and_itself_or_is_none() {
        var now = house.clock().instant();
        assertThat(pushBy(bank, now.plusSeconds(8)).status()).isEqualTo(201);
        assertThat(error(pushBy(bank, now.plusSeconds(61)))).isEqualTo("401 invalid_client");
        for (var wrong : List.<Object>of(ISSUER + PAR, ISSUER + TOKEN, List.of(ISSUER + PAR, ISSUER)))
            assertThat(error(bank.proving(() -> signer("bank").parameters(it -> it.claim("aud", wrong)))
                            .post(PAR, asked(bank))))
                    .as(wrong.toString())
                    .isEqualTo("401 invalid_client");
        assertThat(error(bank.proving(() -> signer("bank").parameters(it -> it.subject(null)))
                        .post(PAR, asked(bank))))
                .isEqualTo("401 invalid_client");
        assertThat(error(bank.proving(Map::of).post(PAR, asked(bank)))).isEqualTo("401 invalid_client");
    }

    @Test
    void the_metadata_name_what_the_profile_wants() {
        var metadata =
                house.caller().get("/.well-known/oauth-authorization-server").json();
        assertThat(metadata.at("/issuer").asText()).isEqualTo(ISSUER);
        for (var list : List.of(
                "id_token_signing_alg_values_supported",
                "userinfo_signing_alg_values_supported",
                "token_endpoint_auth_signing_alg_values_supported",
                "dpop_signing_alg_values_supported"))
            assertThat(metadata.get(list).toString()).as(list).contains("PS256", "ES256", "EdDSA");
        assertThat(metadata.get("token_endpoint_auth_methods_supported").toString())
                .contains("private_key_jwt");
        assertThat(metadata.get("code_challenge_methods_supported").toString()).isEqualTo("[\"S256\"]");
        assertThat(metadata.get("authorization_response_iss_parameter_supported")
                        .asBoolean())
                .isTrue();
    }

    private Map<String, String> asked(PlainClient client, String... changes) {
        var asked = client.request("code_challenge", PlainClient.challenge(VERIFIER), "code_challenge_method", "S256");
        for (int i = 0; i < changes.length; i += 2)
            if (changes[i + 1] == null) asked.remove(changes[i]);
            else asked.put(changes[i], changes[i + 1]);
        return asked;
    }

    /// With a proof, so that what is named beside it can be another key.
    private Reply push(PlainClient client, String... changes) {
        var asked = asked(client, changes);
        return asked.containsKey("dpop_jkt")
                ? client.post(PAR, asked, "DPoP", proof(key, "POST", PAR).signed())
                : client.post(PAR, asked);
    }

    private Reply pushBy(PlainClient client, Instant begin) {
        return client.proving(() -> signer(client.id())
                        .parameters(it -> it.issueTime(Date.from(begin)).notBeforeTime(Date.from(begin))))
                .post(PAR, asked(client));
    }

    private Reply open(PlainClient client, Reply pushed) {
        return browser.open(
                "/oauth2/authorize?client_id=" + client.id() + "&request_uri=" + pushed.text("/request_uri"));
    }

    private String code(PlainClient client, String... changes) {
        return codeOf(through(browser, open(client, push(client, changes)), bob));
    }

    private Reply redeem(PlainClient client, String code, String... changes) {
        var form = client.request();
        form.clear();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", CALLBACK);
        form.put("code_verifier", VERIFIER);
        for (int i = 0; i < changes.length; i += 2)
            if (changes[i + 1] == null) form.remove(changes[i]);
            else form.put(changes[i], changes[i + 1]);
        return client.token(form, "DPoP", proof(key, "POST", TOKEN).signed());
    }

    private Reply redeemWith(ECKey another, PlainClient client, String code) {
        return redeemBy(proof(another, "POST", TOKEN).signed(), code);
    }

    private Reply redeemBy(String proof, String code) {
        return bank.token(
                Map.of(
                        "grant_type",
                        "authorization_code",
                        "code",
                        code,
                        "redirect_uri",
                        CALLBACK,
                        "code_verifier",
                        VERIFIER),
                "DPoP",
                proof);
    }

    private Reply refresh(PlainClient client, String token, ECKey with) {
        return client.token(
                Map.of("grant_type", "refresh_token", "refresh_token", token),
                "DPoP",
                proof(with, "POST", TOKEN).signed());
    }

    private Reply userinfo(Reply tokens, String scheme) {
        var token = tokens.text("/access_token");
        var proof = proof(key, "GET", USERINFO)
                .claim("ath", PlainClient.digest(token))
                .signed();
        return new PlainClient(house, "", "", Optional.of(scheme + " " + token), Map::of)
                .send("GET", USERINFO, "", "DPoP", proof);
    }

    private Proof proof(ECKey by, String method, String path) {
        return Proof.of(by, method, ISSUER + path, house.clock().instant());
    }

    private static String thumbprint(ECKey key) {
        try {
            return key.computeThumbprint().toString();
        } catch (JOSEException fault) {
            throw new AssertionError(fault);
        }
    }

    private static String error(Reply reply) {
        return reply.status() + " " + reply.text("/error");
    }

    private static ECKey ec(String kid) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(kid).generate();
        } catch (JOSEException fault) {
            throw new AssertionError(fault);
        }
    }

    private Signer signer(String id) {
        return new Signer(id, keys.get(id), JWSAlgorithm.ES256, house.clock());
    }

    private PlainClient register(String id) {
        keys.put(id, ec(id + "-1"));
        var reply = admin.post(
                "/v1/clients",
                Json.object(
                        "client_id",
                        id,
                        "client_name",
                        "The " + id,
                        "token_endpoint_auth_method",
                        "private_key_jwt",
                        "jwks",
                        new JWKSet(keys.get(id).toPublicJWK()).toJSONObject(),
                        "require_pushed_authorization_requests",
                        true,
                        "dpop_bound_access_tokens",
                        true,
                        "grant_types",
                        List.of("authorization_code", "refresh_token"),
                        "redirect_uris",
                        List.of(CALLBACK),
                        "scope",
                        "openid email offline_access"));
        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
        return PlainClient.of(house, reply).proving(() -> signer(id).parameters());
    }
}
