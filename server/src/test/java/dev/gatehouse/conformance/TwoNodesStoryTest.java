package dev.gatehouse.conformance;

import static dev.gatehouse.testing.PlainClient.answered;
import static dev.gatehouse.testing.PlainClient.codeOf;
import static dev.gatehouse.testing.PlainClient.through;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import dev.gatehouse.audit.Origin;
import dev.gatehouse.dpop.Proof;
import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.settings.Variable;
import dev.gatehouse.testing.Await;
import dev.gatehouse.testing.Browser;
import dev.gatehouse.testing.Json;
import dev.gatehouse.testing.Person;
import dev.gatehouse.testing.PlainClient;
import dev.gatehouse.testing.Reply;
import dev.gatehouse.testing.TestHouse;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Two nodes over one database, and a balancer that sends every call to whichever it likes.
@EachDatabase
class TwoNodesStoryTest {

    private static final String TOKEN_URL = "https://id.example.com/oauth2/token";

    private final TestHouse here;
    private final TestHouse there;
    private final Person bob;
    private final Browser browser;
    private final PlainClient client;

    TwoNodesStoryTest(TestDatabase on) {
        here = TestHouse.on(
                on,
                Map.of(
                        Variable.CLIENT_REGISTRATION, "open",
                        Variable.PKCE_REQUIRED, "public",
                        Variable.DPOP_NONCE, "required"));
        there = here.neighbour();
        bob = here.person("bob");
        browser = new Browser(here);
        client = PlainClient.registered(here);
    }

    @AfterEach
    void close() {
        there.close();
        here.close();
    }

    @Test
    void a_person_signs_in_at_one_and_the_client_gets_its_tokens_at_the_other_and_refreshes_at_either() {
        var page = client.open(browser, "scope", "openid email offline_access");
        var consent = browser.at(there).signIn(page, bob);
        assertThat(consent.status()).as("a ticket of one is known at the other").isEqualTo(200);

        var tokens = client.at(there).redeem(client.code(browser, bob, "scope", "openid email offline_access"));
        assertThat(tokens.status()).as(tokens.toString()).isEqualTo(200);
        assertThat(userinfo(here, tokens)).isEqualTo(200);
        assertThat(userinfo(there, tokens)).isEqualTo(200);
        var second = client.refresh(tokens.text("/refresh_token"));
        var third = client.at(there).refresh(second.text("/refresh_token"));
        assertThat(third.status()).as(third.toString()).isEqualTo(200);
        assertThat(userinfo(here, third)).isEqualTo(200);
    }

    @Test
    void a_nonce_of_one_is_taken_by_the_other() throws Exception {
        var key = new ECKeyGenerator(Curve.P_256).generate();
        var code = client.code(browser, bob);
        var wanted = redeem(client, code, proof(key));
        assertThat(wanted.text("/error")).isEqualTo("use_dpop_nonce");
        var nonce = wanted.header("DPoP-Nonce").orElseThrow();
        var tokens = redeem(client.at(there), code, proof(key).claim("nonce", nonce));
        assertThat(tokens.status()).as(tokens.toString()).isEqualTo(200);
        assertThat(tokens.text("/token_type")).isEqualTo("DPoP");
    }

    @Test
    void what_is_revoked_at_one_is_worth_nothing_at_the_other() {
        var tokens = client.redeem(client.code(browser, bob, "scope", "openid offline_access"));
        assertThat(userinfo(there, tokens)).isEqualTo(200);
        client.post("/oauth2/revoke", Map.of("token", tokens.text("/refresh_token")));
        assertThat(userinfo(here, tokens)).isEqualTo(401);
        Await.until(() -> userinfo(there, tokens) == 401);
        assertThat(client.at(there).refresh(tokens.text("/refresh_token")).status())
                .isEqualTo(400);
    }

    @Test
    void a_code_that_comes_again_at_the_other_takes_its_tokens_back_at_both() {
        var code = client.code(browser, bob);
        var tokens = client.redeem(code);
        assertThat(client.at(there).redeem(code).status()).isEqualTo(400);
        assertThat(userinfo(there, tokens)).isEqualTo(401);
        Await.until(() -> userinfo(here, tokens) == 401);
    }

    @Test
    void keys_that_change_at_one_sign_and_are_published_at_the_other() throws Exception {
        here.caller().get("/.well-known/openid-configuration");
        var before = published(there);
        here.house().keyRotation().rotate(true, Origin.COMMAND_LINE);
        Await.until(() -> published(there).equals(published(here)));
        assertThat(published(there)).containsAll(before).hasSizeGreaterThan(before.size());
        var tokens = client.at(there).redeem(client.code(browser, bob));
        assertThat(published(here)).contains(kid(tokens.text("/id_token")), kid(tokens.text("/access_token")));
        assertThat(userinfo(here, tokens)).isEqualTo(200);
    }

    @Test
    void a_device_that_is_allowed_at_one_gets_its_tokens_at_the_other() {
        var television = PlainClient.registered(
                here,
                "token_endpoint_auth_method",
                "none",
                "grant_types",
                List.of("urn:ietf:params:oauth:grant-type:device_code"),
                "redirect_uris",
                List.of(),
                "response_types",
                List.of(),
                "client_name",
                "Heron TV");
        var begun = television.at(there).post("/oauth2/device_authorization", Map.of("scope", "openid"));
        var question =
                browser.submit(browser.open("/device"), "/device", Map.of("user_code", begun.text("/user_code")));
        browser.submit(browser.signIn(question, bob), "/device/confirm", Map.of("decision", "allow"));
        var tokens = television
                .at(there)
                .token(Map.of(
                        "grant_type",
                        "urn:ietf:params:oauth:grant-type:device_code",
                        "device_code",
                        begun.text("/device_code")));
        assertThat(tokens.status()).as(tokens.toString()).isEqualTo(200);
        assertThat(userinfo(here, tokens)).isEqualTo(200);
    }

    @Test
    void who_signs_out_at_one_is_signed_out_at_the_other() {
        var tokens = client.redeem(client.code(browser, bob));
        assertThat(userinfo(there, tokens)).isEqualTo(200);
        assertThat(answered(client.at(there).open(browser.at(there), "prompt", "none")))
                .containsKey("code");
        var signedOut = browser.open("/oauth2/logout?id_token_hint=" + tokens.text("/id_token"));
        assertThat(signedOut.status()).isEqualTo(200);
        Await.until(() -> answered(client.at(there).open(browser.at(there), "prompt", "none"))
                .containsValue("login_required"));
        Await.until(() -> userinfo(there, tokens) == 401);
    }

    @Test
    void a_client_that_changes_at_one_is_another_at_the_other() {
        var admin = here.administrator("alice").signedIn();
        var elsewhere = browser.at(there);
        assertThat(client.at(there).open(elsewhere).status()).isEqualTo(200);
        admin.patch("/v1/clients/" + client.id(), Json.object("redirect_uris", List.of("https://other.example.org/")));
        Await.until(() -> client.at(there).open(elsewhere).status() == 400);
        var code = codeOf(through(
                elsewhere, client.answeredAt("https://other.example.org/").open(elsewhere), bob));
        assertThat(client.answeredAt("https://other.example.org/").redeem(code).status())
                .isEqualTo(200);
    }

    private static Reply redeem(PlainClient client, String code, Proof proof) {
        return client.token(
                Map.of("grant_type", "authorization_code", "code", code, "redirect_uri", client.callback()),
                "DPoP",
                proof.signed());
    }

    private Proof proof(ECKey key) {
        return Proof.of(key, "POST", TOKEN_URL, here.clock().instant());
    }

    private static int userinfo(TestHouse node, Reply tokens) {
        return node.caller()
                .with(tokens.text("/access_token"))
                .get("/oauth2/userinfo")
                .status();
    }

    private static List<String> published(TestHouse node) {
        try {
            return JWKSet.parse(node.caller().get("/oauth2/jwks").http().body()).getKeys().stream()
                    .map(JWK::getKeyID)
                    .toList();
        } catch (ParseException fault) {
            throw new AssertionError(fault);
        }
    }

    private static String kid(String jwt) throws ParseException {
        return SignedJWT.parse(jwt).getHeader().getKeyID();
    }
}
