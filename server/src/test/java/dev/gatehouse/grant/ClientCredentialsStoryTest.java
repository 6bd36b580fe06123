package dev.gatehouse.grant;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.testing.Caller;
import dev.gatehouse.testing.Json;
import dev.gatehouse.testing.Reply;
import dev.gatehouse.testing.Rows;
import dev.gatehouse.testing.TestHouse;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A program gets a token for itself.
@EachDatabase
class ClientCredentialsStoryTest {

    private final TestHouse house;
    private final Caller alice;
    private final String secret;

    ClientCredentialsStoryTest(TestDatabase on) {
        house = TestHouse.on(on);
        alice = house.administrator("alice").signedIn();
        secret = register("reporter", "client_secret_basic", List.of("https://api.example.com/"));
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void a_token_is_for_the_resource_and_says_who_may_do_what() throws Exception {
        var reply = ask(basic("reporter", secret), "grant_type=client_credentials&scope=read");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Cache-Control")).contains("no-store");
        assertThat(reply.text("/token_type")).isEqualTo("Bearer");
        assertThat(reply.json().at("/expires_in").asInt()).isEqualTo(900);
        assertThat(reply.text("/scope")).isEqualTo("read");
        assertThat(reply.json().has("refresh_token")).isFalse();

        var token = SignedJWT.parse(reply.text("/access_token"));
        var keys = JWKSet.parse(house.caller().get("/oauth2/jwks").http().body());
        var key = keys.getKeyByKeyId(token.getHeader().getKeyID()).toECKey();
        assertThat(token.verify(new ECDSAVerifier(key))).isTrue();
        assertThat(token.getHeader().getType().getType()).isEqualTo("at+jwt");
        var claims = token.getJWTClaimsSet();
        assertThat(claims.getSubject()).isEqualTo("reporter");
        assertThat(claims.getStringClaim("client_id")).isEqualTo("reporter");
        assertThat(claims.getStringClaim("scope")).isEqualTo("read");
        assertThat(claims.getAudience()).containsExactly("https://api.example.com/");
        assertThat(claims.getIssuer()).isEqualTo("https://id.example.com");
        assertThat(claims.getClaims()).containsKeys("jti", "iat", "exp").doesNotContainKey("sid");
    }

    @Test
    void who_asks_for_no_scope_gets_all_of_his_own() {
        assertThat(ask(basic("reporter", secret), "grant_type=client_credentials")
                        .text("/scope"))
                .isEqualTo("read write");
    }

    @Test
    void more_than_agreed_is_not_given() {
        assertThat(error(basic("reporter", secret), "grant_type=client_credentials&scope=read+admin"))
                .isEqualTo("400 invalid_scope");
        assertThat(error(basic("reporter", secret), "grant_type=client_credentials&resource=https://other.example/"))
                .isEqualTo("400 invalid_target");
    }

    @Test
    void a_wrong_proof_is_refused_alike_for_clients_that_are_there_and_that_are_not() {
        var wrong = ask(basic("reporter", "wrong"), "grant_type=client_credentials");
        var nobody = ask(basic("nobody", secret), "grant_type=client_credentials");
        assertThat(wrong.http().body()).isEqualTo(nobody.http().body());
        assertThat(error(wrong)).isEqualTo("401 invalid_client");
        assertThat(wrong.header("WWW-Authenticate")).contains("Basic realm=\"gatehouse\"");
        assertThat(error("", "grant_type=client_credentials&client_id=reporter"))
                .isEqualTo("401 invalid_client");
        assertThat(error("", "grant_type=client_credentials&client_id=reporter&client_secret=" + secret))
                .isEqualTo("401 invalid_client");
        assertThat(error("Basic !!!", "grant_type=client_credentials")).isEqualTo("401 invalid_client");
        assertThat(error("Bearer x", "grant_type=client_credentials")).isEqualTo("401 invalid_client");
    }

    @Test
    void two_proofs_at_once_are_refused() {
        assertThat(error(basic("reporter", secret), "grant_type=client_credentials&client_secret=" + secret))
                .isEqualTo("400 invalid_request");
        assertThat(error(basic("reporter", secret), "grant_type=client_credentials&client_id=other"))
                .isEqualTo("401 invalid_client");
    }

    @Test
    void a_wrong_proof_is_recorded_but_a_flood_of_them_is_only_counted() {
        for (var tries = 0; tries < 12; tries++) ask(basic("reporter", "wrong"), "grant_type=client_credentials");
        ask(basic("nobody", "wrong"), "grant_type=client_credentials");
        assertThat(refusals()).hasSize(5).containsOnly("reporter {\"shown\":\"client_secret_basic\"}");
        house.clock().pass(Duration.ofMinutes(15));
        ask(basic("reporter", "wrong"), "grant_type=client_credentials");
        assertThat(refusals()).hasSize(6).contains("reporter {\"shown\":\"client_secret_basic\",\"unrecorded\":\"7\"}");
    }

    private List<String> refusals() {
        var texts = Rows.texts(house.database(), "audit_record", "action", "subject", "details");
        return IntStream.range(0, texts.size() / 3)
                .filter(row -> texts.get(3 * row).equals("client.refused"))
                .mapToObj(row -> texts.get(3 * row + 1) + " " + texts.get(3 * row + 2))
                .toList();
    }

    @Test
    void a_secret_can_stand_among_the_parameters_if_that_was_agreed() {
        var posted = register("poster", "client_secret_post", List.of());
        var reply = ask("", "grant_type=client_credentials&client_id=poster&client_secret=" + posted);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(error(basic("poster", posted), "grant_type=client_credentials"))
                .isEqualTo("401 invalid_client");
    }

    @Test
    void what_the_endpoint_cannot_do_is_said_in_the_words_of_the_rfc() {
        var proof = basic("reporter", secret);
        assertThat(error(proof, "grant_type=password&username=a&password=b")).isEqualTo("400 unsupported_grant_type");
        assertThat(error(proof, "")).isEqualTo("400 invalid_request");
        assertThat(error(proof, "grant_type=")).isEqualTo("400 invalid_request");
        assertThat(error(proof, "grant_type=client_credentials&grant_type=client_credentials"))
                .isEqualTo("400 invalid_request");
        assertThat(error(proof, "grant_type=client_credentials&scope=%ff")).isEqualTo("400 invalid_request");
        assertThat(error("", "grant_type=client_credentials")).isEqualTo("400 invalid_request");
        assertThat(error(proof, "grant_type=client_credentials&something=else")).isEqualTo("200 ");
        var page = alice.patch(
                "/v1/clients/reporter",
                Json.object(
                        "grant_types",
                        List.of("authorization_code"),
                        "redirect_uris",
                        List.of("https://a.example/cb")));
        assertThat(page.status()).isEqualTo(200);
        assertThat(error(proof, "grant_type=client_credentials")).isEqualTo("400 unauthorized_client");
    }

    @Test
    void our_own_api_does_not_take_it_for_a_person() {
        var token =
                ask(basic("reporter", secret), "grant_type=client_credentials").text("/access_token");
        assertThat(house.caller().with(token).get("/v1/me").refusal()).isEqualTo("401 not-signed-in");
        alice.patch("/v1/clients/reporter", "{\"resources\":[]}");
        var ours =
                ask(basic("reporter", secret), "grant_type=client_credentials").text("/access_token");
        assertThat(house.caller().with(ours).get("/v1/me").refusal()).isEqualTo("401 not-signed-in");
    }

    @Test
    void the_metadata_say_what_works() {
        var metadata = house.caller().get("/.well-known/oauth-authorization-server");
        assertThat(metadata.text("/issuer")).isEqualTo("https://id.example.com");
        assertThat(metadata.text("/token_endpoint")).isEqualTo("https://id.example.com/oauth2/token");
        assertThat(metadata.text("/jwks_uri")).isEqualTo("https://id.example.com/oauth2/jwks");
        assertThat(metadata.json().at("/grant_types_supported").toString()).contains("\"client_credentials\"");
        assertThat(metadata.header("Access-Control-Allow-Origin")).contains("*");
    }

    private String register(String id, String method, List<String> resources) {
        var reply = alice.post(
                "/v1/clients",
                Json.object(
                        "client_id",
                        id,
                        "client_name",
                        "The reporter",
                        "token_endpoint_auth_method",
                        method,
                        "grant_types",
                        List.of("client_credentials"),
                        "scope",
                        "read write",
                        "resources",
                        resources));
        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
        return reply.text("/client_secret");
    }

    private static String basic(String name, String secret) {
        var pair = Arrays.stream(new String[] {name, secret})
                .map(part -> URLEncoder.encode(part, UTF_8))
                .collect(Collectors.joining(":"));
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8));
    }

    private String error(String authorization, String form) {
        return error(ask(authorization, form));
    }

    private static String error(Reply reply) {
        return reply.status() + " " + reply.text("/error");
    }

    private Reply ask(String authorization, String form) {
        var request = HttpRequest.newBuilder(house.url("/oauth2/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
        if (!authorization.isEmpty()) request.header("Authorization", authorization);
        try {
            return new Reply(house.http().send(request.build(), BodyHandlers.ofString()));
        } catch (IOException fault) {
            throw new AssertionError(fault);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stop);
        }
    }
}
