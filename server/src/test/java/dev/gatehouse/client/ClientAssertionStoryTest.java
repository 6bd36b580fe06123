package dev.gatehouse.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.auth.ClientSecretJWT;
import com.nimbusds.oauth2.sdk.auth.JWTAuthenticationClaimsSet;
import com.nimbusds.oauth2.sdk.auth.PrivateKeyJWT;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.Audience;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.JWTID;
import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.settings.Variable;
import dev.gatehouse.testing.Caller;
import dev.gatehouse.testing.Json;
import dev.gatehouse.testing.PublishedKeys;
import dev.gatehouse.testing.Race;
import dev.gatehouse.testing.Reply;
import dev.gatehouse.testing.Rows;
import dev.gatehouse.testing.TestHouse;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Clients sign that they are themselves, by a library that knows nothing of us.
@EachDatabase
class ClientAssertionStoryTest {

    private static final String ISSUER = "https://id.example.com";
    private static final String TOKEN_ENDPOINT = ISSUER + "/oauth2/token";
    private static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static final ECKey KEY = ec("one");
    private static final RSAKey RSA = rsa("two");

    private final TestHouse house;
    private final Caller alice;

    ClientAssertionStoryTest(TestDatabase on) {
        house = TestHouse.on(on, Map.of(Variable.OUTBOUND_PRIVATE_ADDRESSES, "allowed"));
        alice = house.administrator("alice").signedIn();
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void a_client_signs_with_its_key() throws Exception {
        signer();
        assertThat(ask(new PrivateKeyJWT(said(ISSUER), JWSAlgorithm.ES256, KEY.toPrivateKey(), "one", null)
                        .getClientAssertion()
                        .serialize()))
                .isEqualTo("200 ");
        assertThat(ask(new PrivateKeyJWT(said(TOKEN_ENDPOINT), JWSAlgorithm.PS256, RSA.toPrivateKey(), "two", null)
                        .getClientAssertion()
                        .serialize()))
                .isEqualTo("200 ");
    }

    @Test
    void a_client_signs_with_its_secret_and_goes_on_while_it_gets_another() throws Exception {
        var reply = register("signer", "client_secret_jwt", Map.of());
        var secret = reply.text("/client_secret");
        assertThat(ask(bySecret(secret, JWSAlgorithm.HS256))).isEqualTo("200 ");
        assertThat(ask(bySecret(secret, JWSAlgorithm.HS384))).isEqualTo("200 ");
        assertThat(ask(bySecret("x".repeat(60), JWSAlgorithm.HS256))).isEqualTo("401 invalid_client");

        var second = alice.post("/v1/clients/signer/secret", "{}").text("/client_secret");
        assertThat(ask(bySecret(secret, JWSAlgorithm.HS256))).isEqualTo("200 ");
        assertThat(ask(bySecret(second, JWSAlgorithm.HS256))).isEqualTo("200 ");
        alice.post("/v1/clients/signer/secret", "{\"only\":true}");
        assertThat(ask(bySecret(second, JWSAlgorithm.HS256))).isEqualTo("401 invalid_client");
    }

    @Test
    void the_secret_of_such_a_client_is_kept_sealed_and_of_no_other() {
        var secret = register("signer", "client_secret_jwt", Map.of()).text("/client_secret");
        assertThat(sealed())
                .hasSize(1)
                .allSatisfy(text -> assertThat(text).startsWith("v1.").doesNotContain(secret));
        alice.patch("/v1/clients/signer", Json.object("token_endpoint_auth_method", "client_secret_basic"));
        assertThat(sealed()).containsExactly((String) null);
        var again = alice.patch("/v1/clients/signer", Json.object("token_endpoint_auth_method", "client_secret_jwt"));
        assertThat(again.text("/client_secret")).isNotEmpty().isNotEqualTo(secret);
        assertThat(sealed()).hasSize(1).doesNotContainNull();
        register("plain", "client_secret_post", Map.of());
        assertThat(sealed()).containsOnlyOnce((String) null);
    }

    @Test
    void an_assertion_is_good_once_even_of_fifty_at_once() {
        signer();
        var assertion = signed(_ -> {});
        assertThat(Race.of(50, _ -> ask(assertion))).containsOnlyOnce("200 ");
        assertThat(ask(assertion)).isEqualTo("401 invalid_client");
        assertThat(detail(assertion)).contains("'jti' was used before");
        try (var neighbour = house.neighbour()) {
            assertThat(error(send(neighbour, form(assertion), ""))).isEqualTo("401 invalid_client");
        }
    }

    @Test
    void what_is_refused_for_another_reason_does_not_spend_the_id() {
        signer();
        assertThat(ask(signed(claims -> claims.jwtID("the same").audience("https://other.example"))))
                .isEqualTo("401 invalid_client");
        assertThat(ask(signed(claims -> claims.jwtID("the same")))).isEqualTo("200 ");
    }

    @Test
    void the_audience_is_the_issuer_or_the_endpoint() {
        signer();
        assertThat(ask(signed(claims -> claims.audience(List.of("https://other.example", ISSUER)))))
                .isEqualTo("200 ");
        assertThat(ask(signed(claims -> claims.audience(TOKEN_ENDPOINT)))).isEqualTo("200 ");
        assertThat(detail(signed(claims -> claims.audience("https://other.example"))))
                .contains("'aud' does not name the issuer, https://id.example.com");
        assertThat(ask(signed(claims -> claims.audience((String) null)))).isEqualTo("401 invalid_client");
    }

    @Test
    void a_client_of_fapi_names_the_issuer_alone_and_signs_with_no_old_algorithm() {
        signer(Map.of("require_pushed_authorization_requests", true, "dpop_bound_access_tokens", true));
        assertThat(detail(signed(claims -> claims.audience(TOKEN_ENDPOINT)))).contains("as a string");
        assertThat(detail(signed(claims -> claims.audience(List.of(ISSUER, "https://other.example")))))
                .contains("as a string");
        var old = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("two").build();
        assertThat(ask(signed(old, _ -> {}, RSA))).isEqualTo("401 invalid_client");
        // DPoP is another matter: this shows that who asks is known.
        assertThat(ask(signed(_ -> {}))).isNotEqualTo("401 invalid_client");
    }

    @Test
    void what_it_says_of_itself_and_of_time_must_hold() {
        signer();
        assertThat(detail(signed(claims -> claims.issuer("other")))).contains("'iss' and 'sub'");
        assertThat(ask(signed(claims -> claims.subject("other")))).isEqualTo("401 invalid_client");
        assertThat(detail(signed(claims -> claims.expirationTime(null)))).contains("no 'exp'");
        assertThat(detail(signed(claims -> claims.expirationTime(in(Duration.ofSeconds(-31))))))
                .contains("has expired");
        assertThat(ask(signed(claims -> claims.expirationTime(in(Duration.ofSeconds(-29))))))
                .isEqualTo("200 ");
        assertThat(detail(signed(claims -> claims.expirationTime(in(Duration.ofMinutes(61))))))
                .contains("more than an hour ahead");
        for (var begin : List.of("nbf", "iat")) {
            assertThat(ask(signed(claims -> claims.claim(begin, in(Duration.ofSeconds(10))))))
                    .isEqualTo("200 ");
            assertThat(detail(signed(claims -> claims.claim(begin, in(Duration.ofSeconds(61))))))
                    .contains("has not come yet");
            assertThat(detail(signed(claims -> claims.claim(begin, "soon")))).contains("is not a time");
        }
        assertThat(detail(signed(claims -> claims.jwtID(null)))).contains("no 'jti'");
        assertThat(ask(signed(claims -> claims.jwtID("x".repeat(501))))).isEqualTo("401 invalid_client");
    }

    @Test
    void a_token_of_another_kind_or_key_is_no_assertion() throws Exception {
        signer();
        assertThat(ask(signed(header().type(new JOSEObjectType("at+jwt")).build(), _ -> {}, KEY)))
                .isEqualTo("401 invalid_client");
        assertThat(ask(signed(
                        header().type(new JOSEObjectType("client-authentication+jwt"))
                                .build(),
                        _ -> {},
                        KEY)))
                .isEqualTo("200 ");
        var stranger = ec("one");
        assertThat(ask(signed(header().build(), _ -> {}, stranger))).isEqualTo("401 invalid_client");
        // The header cannot bring a key of its own.
        assertThat(ask(signed(header().jwk(stranger.toPublicJWK()).build(), _ -> {}, stranger)))
                .isEqualTo("401 invalid_client");
        assertThat(ask(new PlainJWT(claims(_ -> {})).serialize())).isEqualTo("401 invalid_client");
        // The public key is no secret.
        var mac = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims(_ -> {}));
        mac.sign(new MACSigner(KEY.toPublicJWK().toJSONString()));
        assertThat(ask(mac.serialize())).isEqualTo("401 invalid_client");
        assertThat(ask("nonsense")).isEqualTo("401 invalid_client");
    }

    @Test
    void a_name_that_nobody_has_hears_the_same_as_a_wrong_signature() {
        signer();
        var nobody = signed(claims -> claims.issuer("nobody").subject("nobody"));
        assertThat(detail(nobody)).isEqualTo(detail(signed(header().build(), _ -> {}, ec("one"))));
    }

    @Test
    void a_name_that_could_not_even_be_looked_up_is_nobodys() {
        signer();
        for (var name : List.of("signer\\u0000", "\\ud800", "signer "))
            assertThat(ask(unsigned("{\"alg\":\"ES256\"}", "{\"sub\":\"" + name + "\"}")))
                    .as(name)
                    .isEqualTo("401 invalid_client");
        for (var name : List.of("%00", "signer%00", "\0")) {
            var basic = Base64.getEncoder().encodeToString((name + ":secret").getBytes(UTF_8));
            assertThat(error(send(house, "grant_type=client_credentials", "Basic " + basic)))
                    .as(name)
                    .isEqualTo("401 invalid_client");
        }
    }

    @Test
    void a_time_at_the_end_of_all_times_is_none() {
        signer();
        for (var far : List.of(Instant.MAX.getEpochSecond() - 3, Instant.MIN.getEpochSecond() + 4))
            assertThat(detail(signed(claims -> claims.claim("exp", far)))).contains("not a time");
    }

    @Test
    void only_the_algorithm_that_was_registered_is_taken() {
        signer(Map.of("token_endpoint_auth_signing_alg", "PS256"));
        assertThat(ask(signed(_ -> {}))).isEqualTo("401 invalid_client");
        var agreed = new JWSHeader.Builder(JWSAlgorithm.PS256).keyID("two").build();
        assertThat(ask(signed(agreed, _ -> {}, RSA))).isEqualTo("200 ");
    }

    @Test
    void a_client_that_agreed_on_another_proof_cannot_sign() {
        register("signer", "client_secret_basic", Map.of("jwks", jwks(KEY)));
        assertThat(ask(signed(_ -> {}))).isEqualTo("401 invalid_client");
    }

    @Test
    void one_proof_is_shown_and_the_form_must_say_what_it_is() {
        signer();
        var basic = "Basic " + Base64.getEncoder().encodeToString("signer:x".getBytes(UTF_8));
        assertThat(error(send(house, form(signed(_ -> {})), basic))).isEqualTo("400 invalid_request");
        assertThat(error(send(house, form(signed(_ -> {})) + "&client_secret=x", "")))
                .isEqualTo("400 invalid_request");
        var untyped = "grant_type=client_credentials&client_assertion=" + signed(_ -> {});
        assertThat(error(send(house, untyped, ""))).isEqualTo("400 invalid_request");
        assertThat(error(send(house, untyped + "&client_assertion_type=urn:other", "")))
                .isEqualTo("400 invalid_request");
        assertThat(error(send(house, form(signed(_ -> {})) + "&client_id=other", "")))
                .isEqualTo("401 invalid_client");
        assertThat(error(send(house, form(signed(_ -> {})) + "&client_id=signer", "")))
                .isEqualTo("200 ");
    }

    @Test
    void keys_at_an_address_are_looked_at_when_they_are_needed_and_not_too_often() {
        try (var keys = PublishedKeys.of(jwks(KEY))) {
            register("signer", "private_key_jwt", Map.of("jwks_uri", keys.url()));
            assertThat(keys.looks()).isZero();
            for (var call = 0; call < 3; call++)
                assertThat(ask(signed(_ -> {}))).isEqualTo("200 ");
            assertThat(keys.looks()).isEqualTo(1);

            var next = ec("next");
            var byNext = header().keyID("next").build();
            keys.publish(jwks(KEY, next));
            assertThat(ask(signed(byNext, _ -> {}, next))).isEqualTo("401 invalid_client");
            assertThat(keys.looks()).as("not again so soon").isEqualTo(1);
            house.clock().pass(Duration.ofSeconds(10));
            assertThat(ask(signed(byNext, _ -> {}, next))).isEqualTo("200 ");
            assertThat(keys.looks()).as("an unknown kid").isEqualTo(2);

            keys.publish(jwks(next));
            assertThat(ask(signed(_ -> {}))).isEqualTo("200 ");
            house.clock().pass(Duration.ofMinutes(10));
            assertThat(ask(signed(_ -> {}))).as("withdrawn").isEqualTo("401 invalid_client");
        }
    }

    @Test
    void fifty_at_once_look_once() {
        try (var keys = PublishedKeys.of(jwks(KEY))) {
            register("signer", "private_key_jwt", Map.of("jwks_uri", keys.url()));
            assertThat(Race.of(50, _ -> ask(signed(_ -> {})))).containsOnly("200 ");
            assertThat(keys.looks()).isEqualTo(1);
        }
    }

    @Test
    void an_address_says_how_long_its_keys_are_fresh_within_bounds() {
        try (var keys = PublishedKeys.of(jwks(KEY))) {
            register("signer", "private_key_jwt", Map.of("jwks_uri", keys.url()));
            keys.cacheControl("max-age=1");
            ask(signed(_ -> {}));
            house.clock().pass(Duration.ofSeconds(59));
            ask(signed(_ -> {}));
            assertThat(keys.looks()).isEqualTo(1);
            keys.cacheControl("public, max-age=999999");
            house.clock().pass(Duration.ofSeconds(1));
            ask(signed(_ -> {}));
            house.clock().pass(Duration.ofMinutes(59));
            ask(signed(_ -> {}));
            assertThat(keys.looks()).isEqualTo(2);
            house.clock().pass(Duration.ofMinutes(1));
            ask(signed(_ -> {}));
            assertThat(keys.looks()).isEqualTo(3);
        }
    }

    @Test
    void while_the_address_is_down_the_old_keys_go_on_for_a_day() {
        var keys = PublishedKeys.of(jwks(KEY));
        register("signer", "private_key_jwt", Map.of("jwks_uri", keys.url()));
        assertThat(ask(signed(_ -> {}))).isEqualTo("200 ");
        keys.close();
        house.clock().pass(Duration.ofHours(23));
        assertThat(ask(signed(_ -> {}))).isEqualTo("200 ");
        house.clock().pass(Duration.ofHours(1));
        assertThat(ask(signed(_ -> {}))).isEqualTo("401 invalid_client");
    }

    @Test
    void nonsense_at_the_address_proves_nothing_and_breaks_nothing() {
        try (var keys = PublishedKeys.of("<html>")) {
            register("signer", "private_key_jwt", Map.of("jwks_uri", keys.url()));
            assertThat(ask(signed(_ -> {}))).isEqualTo("401 invalid_client");
        }
    }

    @Test
    void keys_that_must_not_be_are_refused_at_once() throws Exception {
        assertThat(faults("private_key_jwt", Map.of())).containsExactly("/jwks client");
        assertThat(faults("private_key_jwt", Map.of("jwks", Json.read(new JWKSet(KEY).toString(false)))))
                .contains("/jwks client");
        var small = new RSAKeyGenerator(1024, true).generate();
        assertThat(faults("private_key_jwt", Map.of("jwks", jwks(small)))).contains("/jwks client");
        assertThat(faults("private_key_jwt", Map.of("jwks", Map.of("keys", List.of()))))
                .containsExactly("/jwks client");
        assertThat(faults("private_key_jwt", Map.of("jwks", Map.of()))).containsExactly("/jwks client");
        var stub = Map.of("kty", "OKP", "crv", "Ed25519", "x", "AQ");
        assertThat(faults("private_key_jwt", Map.of("jwks", Map.of("keys", List.of(stub)))))
                .containsExactly("/jwks client");
        var modulus = RSA.getModulus().toString();
        var costly = Map.of("kty", "RSA", "n", modulus, "e", modulus);
        assertThat(faults("private_key_jwt", Map.of("jwks", Map.of("keys", List.of(costly)))))
                .contains("/jwks client");
        assertThat(faults("private_key_jwt", Map.of("jwks_uri", "http://app.example.com/jwks")))
                .containsExactly("/jwks_uri client");
        assertThat(faults("private_key_jwt", Map.of("jwks", jwks(KEY), "jwks_uri", "https://app.example.com/jwks")))
                .containsExactly("/jwks client");
        assertThat(faults("private_key_jwt", Map.of("jwks", jwks(KEY), "token_endpoint_auth_signing_alg", "HS256")))
                .containsExactly("/token_endpoint_auth_signing_alg client");
        assertThat(faults("client_secret_basic", Map.of("token_endpoint_auth_signing_alg", "ES256")))
                .containsExactly("/token_endpoint_auth_signing_alg client");
    }

    @Test
    void it_is_the_same_proof_at_every_door_and_the_metadata_say_so() {
        signer();
        for (var door : List.of("/oauth2/introspect", "/oauth2/revoke", "/oauth2/par")) {
            assertThat(error(send(
                            house,
                            door,
                            form(signed(claims -> claims.audience(ISSUER + door))) + "&token=unknown",
                            "")))
                    .as(door)
                    .isNotEqualTo("401 invalid_client");
            assertThat(error(send(
                            house, door, form(signed(header().build(), _ -> {}, ec("one"))) + "&token=unknown", "")))
                    .as(door)
                    .isEqualTo("401 invalid_client");
        }
        var metadata = house.caller().get("/.well-known/openid-configuration").json();
        for (var door : List.of("token", "introspection", "revocation")) {
            var methods =
                    metadata.at("/" + door + "_endpoint_auth_methods_supported").toString();
            var algorithms = metadata.at("/" + door + "_endpoint_auth_signing_alg_values_supported")
                    .toString();
            assertThat(methods).as(door).contains("\"private_key_jwt\"", "\"client_secret_jwt\"");
            assertThat(algorithms)
                    .as(door)
                    .contains("\"ES256\"", "\"EdDSA\"", "\"HS256\"")
                    .doesNotContain("none");
        }
    }

    private void signer() {
        signer(Map.of());
    }

    private void signer(Map<String, Object> more) {
        var members = new LinkedHashMap<>(more);
        members.put("jwks", jwks(KEY, RSA));
        register("signer", "private_key_jwt", members);
    }

    private Reply register(String id, String method, Map<String, ?> more) {
        var reply = post(id, method, more);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
        return reply;
    }

    private List<String> faults(String method, Map<String, ?> more) {
        return post("signer", method, more).faults();
    }

    private Reply post(String id, String method, Map<String, ?> more) {
        var members = new LinkedHashMap<String, Object>(more);
        members.put("client_id", id);
        members.put("client_name", "The signer");
        members.put("token_endpoint_auth_method", method);
        members.put("grant_types", List.of("client_credentials"));
        return alice.post("/v1/clients", Json.write(members));
    }

    private List<String> sealed() {
        return Rows.texts(house.database(), "client_secret", "sealed");
    }

    private JWTAuthenticationClaimsSet said(String audience) {
        return new JWTAuthenticationClaimsSet(
                new ClientID("signer"),
                new Audience(audience).toSingleAudienceList(),
                in(Duration.ofMinutes(1)),
                null,
                null,
                new JWTID());
    }

    private static String unsigned(String header, String claims) {
        return Base64URL.encode(header) + "." + Base64URL.encode(claims) + ".AAAA";
    }

    private String bySecret(String secret, JWSAlgorithm algorithm) throws Exception {
        var jwt = new SignedJWT(new JWSHeader(algorithm), said(ISSUER).toJWTClaimsSet());
        jwt.sign(new MACSigner(new Secret(secret).getValueBytes()));
        return new ClientSecretJWT(jwt).getClientAssertion().serialize();
    }

    private static JWSHeader.Builder header() {
        return new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("one");
    }

    private String signed(Consumer<JWTClaimsSet.Builder> changes) {
        return signed(header().build(), changes, KEY);
    }

    private String signed(JWSHeader header, Consumer<JWTClaimsSet.Builder> changes, JWK key) {
        try {
            var jwt = new SignedJWT(header, claims(changes));
            jwt.sign(key instanceof RSAKey rsa ? new RSASSASigner(rsa) : new ECDSASigner(key.toECKey()));
            return jwt.serialize();
        } catch (JOSEException fault) {
            throw new AssertionError(fault);
        }
    }

    private JWTClaimsSet claims(Consumer<JWTClaimsSet.Builder> changes) {
        var claims = new JWTClaimsSet.Builder()
                .issuer("signer")
                .subject("signer")
                .audience(ISSUER)
                .expirationTime(in(Duration.ofMinutes(1)))
                .jwtID(UUID.randomUUID().toString());
        changes.accept(claims);
        return claims.build();
    }

    private Date in(Duration time) {
        return Date.from(house.clock().instant().plus(time));
    }

    private static Map<String, Object> jwks(JWK... keys) {
        return new JWKSet(List.of(keys)).toJSONObject(true);
    }

    private String ask(String assertion) {
        return error(send(house, form(assertion), ""));
    }

    private String detail(String assertion) {
        return send(house, form(assertion), "").text("/error_description");
    }

    private static String error(Reply reply) {
        return reply.status() + " " + reply.text("/error");
    }

    private static String form(String assertion) {
        return "grant_type=client_credentials&client_assertion_type=" + URLEncoder.encode(TYPE, UTF_8)
                + "&client_assertion=" + assertion;
    }

    private static Reply send(TestHouse node, String form, String authorization) {
        return send(node, "/oauth2/token", form, authorization);
    }

    private static Reply send(TestHouse node, String door, String form, String authorization) {
        var request = HttpRequest.newBuilder(node.url(door))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
        if (!authorization.isEmpty()) request.header("Authorization", authorization);
        try {
            return new Reply(node.http().send(request.build(), BodyHandlers.ofString()));
        } catch (IOException fault) {
            throw new AssertionError(fault);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stop);
        }
    }

    private static ECKey ec(String kid) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(kid).generate();
        } catch (JOSEException fault) {
            throw new AssertionError(fault);
        }
    }

    private static RSAKey rsa(String kid) {
        try {
            return new RSAKeyGenerator(2048).keyID(kid).generate();
        } catch (JOSEException fault) {
            throw new AssertionError(fault);
        }
    }
}
