package dev.gatehouse.conformance;

import static dev.gatehouse.testing.PlainClient.CALLBACK;
import static dev.gatehouse.testing.PlainClient.answered;
import static dev.gatehouse.testing.PlainClient.codeOf;
import static dev.gatehouse.testing.PlainClient.through;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import dev.gatehouse.audit.Origin;
import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.settings.Variable;
import dev.gatehouse.testing.Browser;
import dev.gatehouse.testing.Json;
import dev.gatehouse.testing.Person;
import dev.gatehouse.testing.PlainClient;
import dev.gatehouse.testing.PublishedKeys;
import dev.gatehouse.testing.Reply;
import dev.gatehouse.testing.Signer;
import dev.gatehouse.testing.TestHouse;
import java.text.ParseException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The plan `oidcc-dynamic-certification-test-plan`: clients that register themselves and sign with keys, RS256.
@EachDatabase
class DynamicPlanStoryTest {

    private static final String TOKEN_ENDPOINT = "https://id.example.com/oauth2/token";
    private static final RSAKey KEY = rsa(null);

    private final TestHouse house;
    private final Person bob;
    private final Browser browser;

    DynamicPlanStoryTest(TestDatabase on) {
        house = TestHouse.on(
                on,
                Map.of(
                        Variable.CLIENT_REGISTRATION, "open",
                        Variable.PKCE_REQUIRED, "public",
                        Variable.OUTBOUND_PRIVATE_ADDRESSES, "allowed"));
        bob = house.person("bob");
        browser = new Browser(house);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void a_client_registers_itself_with_its_key_and_signs_in_a_person() throws Exception {
        var made = register(Map.of());
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        assertThat(made.header("Content-Type").orElseThrow()).startsWith("application/json");
        assertThat(made.text("/token_endpoint_auth_method")).isEqualTo("private_key_jwt");
        assertThat(made.json().has("client_secret")).isFalse();
        assertThat(made.text("/response_types/0")).isEqualTo("code");
        assertThat(made.text("/grant_types/0")).isEqualTo("authorization_code");
        assertThat(made.text("/contacts/0")).isEqualTo("somebody@rp.example.org");
        assertThat(made.text("/jwks/keys/0/n")).isEqualTo(KEY.getModulus().toString());

        var client = signing(made, KEY);
        var tokens = client.redeem(client.code(browser, bob));
        assertThat(SignedJWT.parse(tokens.text("/id_token")).getHeader().getAlgorithm())
                .isEqualTo(JWSAlgorithm.RS256);
        var self = house.caller().with(made.text("/registration_access_token"));
        assertThat(self.delete("/oauth2/register/" + client.id()).status()).isEqualTo(204);
    }

    @Test
    void an_assertion_may_name_the_issuer_or_the_token_endpoint() {
        var made = register(Map.of());
        var client = signing(made, KEY);
        var atEndpoint = client.proving(() -> signer(made, KEY).parameters(it -> it.audience(TOKEN_ENDPOINT)));
        assertThat(client.redeem(client.code(browser, bob)).status()).isEqualTo(200);
        assertThat(atEndpoint.redeem(client.code(browser, bob)).status()).isEqualTo(200);
    }

    @Test
    void a_client_that_wants_tokens_from_the_browser_hears_so_when_it_registers() {
        for (var types : List.of(List.of("id_token"), List.of("code", "id_token token"), List.of("code id_token")))
            assertThat(error(register(Map.of("response_types", types))))
                    .as(types.toString())
                    .isEqualTo("400 invalid_client_metadata");
        assertThat(error(register(Map.of("grant_types", List.of("implicit")))))
                .isEqualTo("400 invalid_client_metadata");
        assertThat(error(register(Map.of("id_token_signed_response_alg", "none"))))
                .isEqualTo("400 invalid_client_metadata");
    }

    @Test
    void id_token_and_userinfo_are_signed_with_rs256_if_asked() throws Exception {
        var client = signing(
                register(Map.of("userinfo_signed_response_alg", "RS256", "id_token_signed_response_alg", "RS256")),
                KEY);
        var tokens = client.redeem(client.code(browser, bob));
        var answer = house.caller().with(tokens.text("/access_token")).get("/oauth2/userinfo");
        assertThat(answer.header("Content-Type").orElseThrow()).startsWith("application/jwt");
        var userinfo = SignedJWT.parse(answer.http().body());
        assertThat(userinfo.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.RS256);
        var key = published().getKeyByKeyId(userinfo.getHeader().getKeyID());
        assertThat(userinfo.verify(new RSASSAVerifier(key.toRSAKey()))).isTrue();
        assertThat(userinfo.getJWTClaimsSet().getSubject()).isEqualTo(bob.id());
        assertThat(userinfo.getJWTClaimsSet().getIssuer()).isEqualTo("https://id.example.com");
        assertThat(userinfo.getJWTClaimsSet().getAudience()).containsExactly(client.id());
        assertThat(userinfo.getJWTClaimsSet().getClaims()).doesNotContainKey("nonce");
    }

    @Test
    void a_redirect_uri_may_have_a_query_which_counts_to_the_letter() {
        var withQuery = CALLBACK + "?foo=bar";
        var made = register(Map.of("redirect_uris", List.of(withQuery)));
        var client = signing(made, KEY).answeredAt(withQuery);
        var answer = through(browser, client.open(browser), bob);
        assertThat(answered(answer)).containsEntry("foo", "bar").containsKeys("code", "state");
        assertThat(client.redeem(codeOf(answer)).status()).isEqualTo(200);
        for (var wrong : List.of(CALLBACK, CALLBACK + "?foo=baz", withQuery + "&x=y"))
            assertThat(client.open(browser, "redirect_uri", wrong).status())
                    .as(wrong)
                    .isEqualTo(400);

        var plain = signing(register(Map.of()), KEY);
        assertThat(plain.open(browser, "redirect_uri", withQuery).status()).isEqualTo(400);
    }

    @Test
    void a_redirect_uri_with_a_fragment_is_not_registered() {
        assertThat(error(register(Map.of("redirect_uris", List.of(CALLBACK + "#foobar")))))
                .isEqualTo("400 invalid_redirect_uri");
    }

    @Test
    void the_page_of_sign_in_leads_to_what_the_client_says_of_itself() {
        var client = signing(
                register(Map.of(
                        "policy_uri", "https://rp.example.org/policy.html",
                        "tos_uri", "https://rp.example.org/tos.html",
                        "client_uri", "https://rp.example.org/",
                        "logo_uri", "https://rp.example.org/logo.png")),
                KEY);
        var page = client.open(browser).http().body();
        assertThat(page)
                .contains("current-password")
                .contains("href=\"https://rp.example.org/policy.html\"", "href=\"https://rp.example.org/tos.html\"")
                .as("pictures of others are never loaded")
                .doesNotContain("logo.png");
        assertThat(client.open(browser, "prompt", "create").http().body())
                .contains("new-password", "href=\"https://rp.example.org/policy.html\"");
    }

    @Test
    void a_client_changes_its_key_at_its_address_and_goes_on_with_its_refresh_token() {
        var first = rsa("first");
        try (var address = PublishedKeys.of(new JWKSet(first.toPublicJWK()).toJSONObject())) {
            var made = registerAt(address.url());
            assertThat(made.status()).as(made.toString()).isEqualTo(201);
            var client = signing(made, first);
            var tokens = client.redeem(client.code(browser, bob, "scope", "openid offline_access"));
            assertThat(tokens.status()).as(tokens.toString()).isEqualTo(200);

            var second = rsa("second");
            address.publish(new JWKSet(second.toPublicJWK()).toJSONObject());
            house.clock().pass(Duration.ofSeconds(60));
            var refreshed = signing(made, second).refresh(tokens.text("/refresh_token"));
            assertThat(refreshed.status()).as(refreshed.toString()).isEqualTo(200);
            assertThat(refreshed.text("/id_token")).isNotEmpty();
        }
    }

    @Test
    void a_sector_that_cannot_be_read_is_none() {
        var refused = register(
                Map.of("subject_type", "pairwise", "sector_identifier_uri", "https://127.0.0.1:1/redirect_uris.json"));
        assertThat(error(refused)).isEqualTo("400 invalid_client_metadata");
        assertThat(refused.text("/error_description")).contains("sector_identifier_uri");
    }

    @Test
    void after_a_rotation_the_jwk_set_has_a_new_key_and_still_the_old_one() throws Exception {
        var client = signing(register(Map.of()), KEY);
        house.caller().get("/.well-known/openid-configuration");
        var before = published();
        house.house().keyRotation().rotate(true, Origin.COMMAND_LINE);
        var after = published();
        assertThat(ids(after)).containsAll(ids(before)).doesNotHaveDuplicates();
        assertThat(ids(after)).hasSizeGreaterThan(ids(before).size());
        assertThat(after.getKeys()).allSatisfy(key -> {
            assertThat(key.isPrivate()).isFalse();
            assertThat(key.getKeyUse()).isEqualTo(KeyUse.SIGNATURE);
            assertThat(key.getAlgorithm()).isNotNull();
        });
        var idToken = SignedJWT.parse(client.redeem(client.code(browser, bob)).text("/id_token"));
        var key = after.getKeyByKeyId(idToken.getHeader().getKeyID());
        assertThat(idToken.verify(new RSASSAVerifier(key.toRSAKey()))).isTrue();
    }

    private Reply register(Map<String, Object> more) {
        var said = new LinkedHashMap<String, Object>();
        said.put("client_name", "A certifying client");
        said.put("jwks", new JWKSet(KEY.toPublicJWK()).toJSONObject());
        said.put("token_endpoint_auth_method", "private_key_jwt");
        said.put("redirect_uris", List.of(CALLBACK));
        said.put("response_types", List.of("code"));
        said.put("grant_types", List.of("authorization_code"));
        said.put("contacts", List.of("somebody@rp.example.org"));
        said.putAll(more);
        return house.caller().post("/oauth2/register", Json.write(said));
    }

    private Reply registerAt(String jwksUri) {
        return house.caller()
                .post(
                        "/oauth2/register",
                        Json.object(
                                "jwks_uri",
                                jwksUri,
                                "token_endpoint_auth_method",
                                "private_key_jwt",
                                "redirect_uris",
                                List.of(CALLBACK),
                                "grant_types",
                                List.of("authorization_code", "refresh_token")));
    }

    private PlainClient signing(Reply made, RSAKey key) {
        return PlainClient.of(house, made).proving(() -> signer(made, key).parameters());
    }

    private Signer signer(Reply made, RSAKey key) {
        return new Signer(made.text("/client_id"), key, JWSAlgorithm.RS256, house.clock());
    }

    private JWKSet published() throws ParseException {
        return JWKSet.parse(house.caller().get("/oauth2/jwks").http().body());
    }

    private static List<String> ids(JWKSet set) {
        return set.getKeys().stream().map(JWK::getKeyID).toList();
    }

    private static String error(Reply reply) {
        return reply.status() + " " + reply.text("/error");
    }

    private static RSAKey rsa(String kid) {
        try {
            return new RSAKeyGenerator(2048)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyID(kid)
                    .generate();
        } catch (JOSEException fault) {
            throw new AssertionError(fault);
        }
    }
}
