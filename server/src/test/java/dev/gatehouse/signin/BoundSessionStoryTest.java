package dev.gatehouse.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.gatehouse.dpop.Proof;
import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.secret.Digest;
import dev.gatehouse.settings.Variable;
import dev.gatehouse.testing.Json;
import dev.gatehouse.testing.Person;
import dev.gatehouse.testing.Reply;
import dev.gatehouse.testing.TestHouse;
import dev.gatehouse.testing.Tokens;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A person signs in with a program that holds a key: its tokens are good with that key only.
@EachDatabase
class BoundSessionStoryTest {

    private static final String US = "https://id.example.com";

    private final TestHouse house;
    private final Person bob;
    private final ECKey key = new ECKeyGenerator(Curve.P_256).generate();
    private final ECKey thiefs = new ECKeyGenerator(Curve.P_256).generate();

    BoundSessionStoryTest(TestDatabase on) throws Exception {
        house = TestHouse.on(on);
        bob = house.person("bob");
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void whoever_signs_in_with_a_proof_gets_tokens_bound_to_its_key() {
        var signedIn = signIn();
        assertThat(signedIn.text("/token_type")).isEqualTo("DPoP");
        assertThat(me(signedIn.tokens(), key).text("/id")).isEqualTo(bob.id());
    }

    @Test
    void a_stolen_access_token_opens_nothing() {
        var tokens = signIn().tokens();
        assertThat(house.caller().with(tokens.access()).get("/v1/me").refusal()).isEqualTo("401 not-signed-in");
        assertThat(me(tokens, thiefs).refusal()).isEqualTo("401 not-signed-in");
    }

    @Test
    void a_stolen_refresh_token_gives_nothing_and_ends_nothing() {
        var tokens = signIn().tokens();
        assertThat(refresh(tokens, Optional.of(thiefs)).refusal()).isEqualTo("401 bad-refresh-token");
        assertThat(refresh(tokens, Optional.empty()).refusal()).isEqualTo("401 bad-refresh-token");

        var second = refresh(tokens, Optional.of(key)).tokens();
        house.clock().pass(Duration.ofMinutes(1));
        assertThat(refresh(tokens, Optional.of(thiefs)).refusal()).isEqualTo("401 bad-refresh-token");
        assertThat(me(second, key).status()).isEqualTo(200);
        assertThat(refresh(tokens, Optional.of(key)).refusal()).isEqualTo("401 bad-refresh-token");
        assertThat(me(second, key).status()).isEqualTo(401);
    }

    @Test
    void a_disabled_account_is_felt_at_once_however_good_the_proof() {
        var tokens = signIn().tokens();
        assertThat(me(tokens, key).status()).isEqualTo(200);
        var admin = house.administrator("alice").signedIn();
        assertThat(admin.patch("/v1/accounts/" + bob.id(), Json.object("status", "disabled"))
                        .status())
                .isEqualTo(200);
        assertThat(me(tokens, key).refusal()).isEqualTo("401 not-signed-in");
    }

    @Test
    void where_nonces_are_required_the_refusal_brings_one() {
        house.restart(Map.of(Variable.DPOP_NONCE, "required"));
        var refused = signIn();
        assertThat(refused.refusal()).isEqualTo("400 use-dpop-nonce");
        var nonce = refused.header("DPoP-Nonce").orElseThrow();
        var tokens = post(
                        "/v1/sign-in",
                        credentials(),
                        Optional.of(proof(key, "POST", "/v1/sign-in").claim("nonce", nonce)))
                .tokens();
        var reply = me(tokens, key);
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.header("WWW-Authenticate").orElseThrow()).contains("error=\"use_dpop_nonce\"");
        assertThat(reply.header("DPoP-Nonce")).contains(nonce);
    }

    private Reply signIn() {
        return post("/v1/sign-in", credentials(), Optional.of(proof(key, "POST", "/v1/sign-in")));
    }

    private String credentials() {
        return Json.object("email", bob.email(), "password", bob.password());
    }

    private Reply refresh(Tokens tokens, Optional<ECKey> proving) {
        return post(
                "/v1/refresh",
                Json.object("refresh_token", tokens.refresh()),
                proving.map(with -> proof(with, "POST", "/v1/refresh")));
    }

    private Reply me(Tokens tokens, ECKey proving) {
        var proof = proof(proving, "GET", "/v1/me").claim("ath", Digest.of(tokens.access()));
        return send(HttpRequest.newBuilder(house.url("/v1/me"))
                .header("Authorization", "DPoP " + tokens.access())
                .header("DPoP", proof.signed())
                .GET());
    }

    private Proof proof(ECKey with, String method, String path) {
        return Proof.of(with, method, US + path, house.clock().instant());
    }

    private Reply post(String path, String json, Optional<Proof> proof) {
        var request = HttpRequest.newBuilder(house.url(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json));
        proof.ifPresent(shown -> request.header("DPoP", shown.signed()));
        return send(request);
    }

    private Reply send(HttpRequest.Builder request) {
        try {
            return new Reply(house.http().send(request.build(), BodyHandlers.ofString()));
        } catch (IOException fault) {
            throw new AssertionError(fault);
        } catch (InterruptedException stop) {
            throw new AssertionError(stop);
        }
    }
}
