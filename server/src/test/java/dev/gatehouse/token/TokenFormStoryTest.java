package dev.gatehouse.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSADecrypter;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.JWEDecryptionKeySelector;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.claims.AccessTokenHash;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.testing.Application;
import dev.gatehouse.testing.Browser;
import dev.gatehouse.testing.Caller;
import dev.gatehouse.testing.Json;
import dev.gatehouse.testing.Person;
import dev.gatehouse.testing.Reply;
import dev.gatehouse.testing.Rows;
import dev.gatehouse.testing.TestHouse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Applications get their tokens in the form that was agreed on.
@EachDatabase
class TokenFormStoryTest {

    private static final Issuer ISSUER = new Issuer("https://id.example.com");

    private final TestHouse house;
    private final Caller admin;
    private final Person bob;

    TokenFormStoryTest(TestDatabase on) {
        house = TestHouse.on(on);
        admin = house.administrator("alice").signedIn();
        bob = house.person("bob");
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void an_opaque_token_says_nothing_and_is_good_for_the_same() {
        var shop = application("shop", Map.of("access_token_format", "opaque"));
        var tokens = shop.signIn(bob, "openid email offline_access");
        var token = tokens.getAccessToken().getValue();
        assertThat(token).matches("gate_access_[A-Za-z0-9_-]{49}");
        assertThat(userinfo(token).text("/email")).isEqualTo(bob.email());
        assertThat(introspect(shop, token).text("/sub")).isEqualTo(bob.id());
        assertThat(introspect(shop, shop.ownToken()).text("/sub")).isEqualTo("shop");
        assertThat(house.caller().with(token).get("/v1/me").status()).isEqualTo(401);
        assertThat(Rows.texts(house.database(), "opaque_access_token", "digest", "claims"))
                .noneMatch(text -> text.contains(token));

        var next = Application.tokens(shop.refresh(tokens.getRefreshToken()));
        var fresh = next.getAccessToken().getValue();
        house.caller().authorized(shop.proof().toHTTPAuthorizationHeader()).form("/oauth2/revoke", "token", token);
        assertThat(userinfo(token).status()).isEqualTo(401);
        assertThat(userinfo(fresh).status()).isEqualTo(200);
        house.clock().pass(Duration.ofMinutes(15));
        assertThat(userinfo(fresh).status()).isEqualTo(401);
    }

    @Test
    void a_person_has_one_name_in_a_sector_and_another_in_every_other() throws Exception {
        var pairwise = Map.<String, Object>of("subject_type", "pairwise");
        var shop = application("shop", pairwise);
        var twin = application(
                "twin", Map.of("subject_type", "pairwise", "redirect_uris", List.of("https://shop.example.org/twin")));
        var other = application("other", pairwise);
        var tokens = shop.signIn(bob, "openid offline_access");
        var sub = subject(tokens);
        assertThat(sub).isNotEqualTo(bob.id()).hasSize(43);
        assertThat(SignedJWT.parse(tokens.getAccessToken().getValue())
                        .getJWTClaimsSet()
                        .getSubject())
                .isEqualTo(sub);
        assertThat(userinfo(tokens.getAccessToken().getValue()).text("/sub")).isEqualTo(sub);
        assertThat(introspect(shop, tokens.getAccessToken().getValue()).text("/sub"))
                .isEqualTo(sub);
        assertThat(introspect(shop, tokens.getRefreshToken().getValue()).text("/sub"))
                .isEqualTo(sub);
        assertThat(subject(Application.tokens(shop.refresh(tokens.getRefreshToken()))))
                .isEqualTo(sub);
        assertThat(subject(other.signIn(bob, "openid"))).isNotEqualTo(sub).isNotEqualTo(bob.id());
        assertThat(subject(twin.signIn(bob, "openid", "https://shop.example.org/twin")))
                .isEqualTo(sub);
        house.restart(Map.of());
        assertThat(subject(shop.signIn(bob, "openid"))).isEqualTo(sub);
    }

    @Test
    void a_pairwise_name_is_understood_where_clients_send_it_back() throws Exception {
        var shop = application("shop", Map.of("subject_type", "pairwise"));
        var browser = new Browser(house);
        var tokens = shop.signIn(browser, bob, "openid");
        assertThat(shop.silently(browser, Map.of("id_token_hint", tokens.getIDTokenString())))
                .contains("code=");
        assertThat(shop.silently(
                        browser, Map.of("claims", "{\"id_token\":{\"sub\":{\"value\":\"" + subject(tokens) + "\"}}}")))
                .contains("code=");
        assertThat(shop.silently(
                        browser, Map.of("claims", "{\"id_token\":{\"sub\":{\"value\":\"" + bob.id() + "\"}}}")))
                .contains("error=login_required");
    }

    @Test
    void an_id_token_is_signed_as_the_client_asks_by_a_key_that_is_published() throws Exception {
        for (var algorithm : List.of("RS256", "PS256", "ES256", "ES384")) {
            var shop =
                    application("shop-" + algorithm.toLowerCase(), Map.of("id_token_signed_response_alg", algorithm));
            var keys = keys();
            var tokens = shop.signIn(bob, "openid");
            var validator = new IDTokenValidator(ISSUER, shop.id(), JWSAlgorithm.parse(algorithm), keys);
            assertThat(validated(validator, shop, tokens)).isEqualTo(bob.id());
        }
        var shop = application("shop-eddsa", Map.of("id_token_signed_response_alg", "EdDSA"));
        var header = (JWSHeader) shop.signIn(bob, "openid").getIDToken().getHeader();
        assertThat(header.getAlgorithm()).isEqualTo(JWSAlgorithm.EdDSA);
        assertThat(keys().getKeyByKeyId(header.getKeyID())).isNotNull();
    }

    @Test
    void an_id_token_is_tied_to_the_code_and_the_access_token_it_came_with() throws Exception {
        var shop = application("shop", Map.of("id_token_signed_response_alg", "ES384"));
        var tokens = shop.signIn(bob, "openid offline_access");
        var idToken = new IDTokenClaimsSet(tokens.getIDToken().getJWTClaimsSet());
        assertThat(idToken.getAccessTokenHash())
                .isEqualTo(AccessTokenHash.compute(tokens.getAccessToken(), JWSAlgorithm.ES384, null));
        assertThat(idToken.getCodeHash()).isNotNull();
        var refreshed = Application.tokens(shop.refresh(tokens.getRefreshToken()));
        assertThat(refreshed.getIDToken().getJWTClaimsSet().getClaims())
                .containsKey("at_hash")
                .doesNotContainKey("c_hash");
    }

    @Test
    void an_encrypted_id_token_is_read_by_its_client_alone() throws Exception {
        var rsa = new RSAKeyGenerator(2048).keyUse(KeyUse.ENCRYPTION).keyID("r").generate();
        var ec = new ECKeyGenerator(Curve.P_256)
                .keyUse(KeyUse.ENCRYPTION)
                .keyID("e")
                .generate();
        var cases = Map.of("RSA-OAEP-256", rsa, "ECDH-ES", ec, "ECDH-ES+A256KW", ec);
        for (var each : cases.entrySet())
            for (var method : List.of("A128CBC-HS256", "A256GCM")) {
                var id = "shop-" + each.getKey().toLowerCase().replace('+', '-') + "-" + method.toLowerCase();
                var shop = application(id, encrypted("id_token", each.getKey(), method, each.getValue()));
                var tokens = shop.signIn(bob, "openid");
                assertThat(JWTParser.parse(tokens.getIDTokenString()).getClass().getSimpleName())
                        .isEqualTo("EncryptedJWT");
                var validator = new IDTokenValidator(
                        ISSUER,
                        shop.id(),
                        new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, new ImmutableJWKSet<>(keys())),
                        new JWEDecryptionKeySelector<>(
                                JWEAlgorithm.parse(each.getKey()),
                                EncryptionMethod.parse(method),
                                new ImmutableJWKSet<>(new JWKSet((JWK) each.getValue()))));
                assertThat(validated(validator, shop, tokens)).isEqualTo(bob.id());
            }
    }

    @Test
    void userinfo_can_be_signed_and_encrypted() throws Exception {
        var rsa = new RSAKeyGenerator(2048).keyUse(KeyUse.ENCRYPTION).keyID("r").generate();
        var signed = application("signed", Map.of("userinfo_signed_response_alg", "RS256"));
        var reply = userinfo(signed.signIn(bob, "openid email").getAccessToken().getValue());
        assertThat(reply.header("Content-Type")).contains("application/jwt");
        assertThat(claims(reply.http().body()))
                .containsEntry("sub", bob.id())
                .containsEntry("email", bob.email())
                .containsEntry("iss", "https://id.example.com")
                .containsEntry("aud", List.of("signed"))
                .doesNotContainKey("exp");

        var members = new LinkedHashMap<>(encrypted("userinfo", "RSA-OAEP-256", "A256GCM", rsa));
        var only = application("only-encrypted", members);
        var plain = JWEObject.parse(
                userinfo(only.signIn(bob, "openid").getAccessToken().getValue())
                        .http()
                        .body());
        plain.decrypt(new RSADecrypter(rsa));
        assertThat(plain.getPayload().toJSONObject()).containsEntry("sub", bob.id());

        members.put("userinfo_signed_response_alg", "RS256");
        var both = application("both", members);
        var nested = JWEObject.parse(
                userinfo(both.signIn(bob, "openid").getAccessToken().getValue())
                        .http()
                        .body());
        nested.decrypt(new RSADecrypter(rsa));
        assertThat(nested.getHeader().getContentType()).isEqualTo("JWT");
        assertThat(claims(nested.getPayload().toString())).containsEntry("sub", bob.id());
    }

    @Test
    void who_lost_the_key_gets_nothing_rather_than_what_others_could_read() throws Exception {
        var ec = new ECKeyGenerator(Curve.P_256).keyID("e").generate();
        var members = new LinkedHashMap<>(encrypted("userinfo", "ECDH-ES", "A256GCM", ec));
        members.remove("jwks");
        members.put("jwks_uri", "https://127.0.0.1:1/keys");
        var shop = application("shop", members);
        var refused = userinfo(shop.signIn(bob, "openid").getAccessToken().getValue());
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.http().body()).doesNotContain(bob.id()).contains("temporarily_unavailable");
    }

    @Test
    void what_cannot_be_had_is_refused_when_the_client_is_registered() {
        assertThat(faults(Map.of("access_token_format", "paper"))).containsExactly("/access_token_format");
        for (var algorithm : List.of("none", "HS256", "RS1"))
            assertThat(faults(Map.of("id_token_signed_response_alg", algorithm)))
                    .containsExactly("/id_token_signed_response_alg");
        assertThat(faults(Map.of("userinfo_encrypted_response_enc", "A256GCM")))
                .containsExactly("/userinfo_encrypted_response_enc");
        assertThat(faults(Map.of("id_token_encrypted_response_alg", "RSA-OAEP-256")))
                .containsExactly("/id_token_encrypted_response_alg");
        assertThat(faults(Map.of("id_token_encrypted_response_alg", "RSA1_5")))
                .contains("/id_token_encrypted_response_alg");
        assertThat(faults(Map.of("subject_type", "secret"))).containsExactly("/subject_type");
        assertThat(faults(Map.of(
                        "subject_type",
                        "pairwise",
                        "redirect_uris",
                        List.of("https://one.example.org/", "https://two.example.org/"))))
                .containsExactly("/subject_type");
        assertThat(faults(Map.of("sector_identifier_uri", "http://one.example.org/")))
                .containsExactly("/sector_identifier_uri");
        assertThat(faults(Map.of("sector_identifier_uri", "https://127.0.0.1/sector")))
                .containsExactly("/sector_identifier_uri");
    }

    private Application application(String id, Map<String, Object> more) {
        return new Application(house, admin, id, more);
    }

    private Set<String> faults(Map<String, Object> members) {
        var all = new LinkedHashMap<String, Object>(Map.of(
                "client_id",
                "refused",
                "client_name",
                "Refused",
                "grant_types",
                List.of("authorization_code"),
                "redirect_uris",
                List.of("https://shop.example.org/")));
        all.putAll(members);
        var pairs = all.entrySet().stream()
                .flatMap(each -> Stream.of(each.getKey(), each.getValue()))
                .toArray();
        var reply = admin.post("/v1/clients", Json.object(pairs));
        assertThat(reply.status()).as(reply.toString()).isEqualTo(422);
        return reply.faults().stream().map(fault -> fault.split(" ")[0]).collect(Collectors.toSet());
    }

    private static Map<String, Object> encrypted(String what, String algorithm, String method, JWK key) {
        return Map.of(
                what + "_encrypted_response_alg",
                algorithm,
                what + "_encrypted_response_enc",
                method,
                "jwks",
                new JWKSet(key.toPublicJWK()).toJSONObject());
    }

    private String validated(IDTokenValidator validator, Application shop, OIDCTokens tokens) throws Exception {
        // The house lives at another time than the validator.
        validator.setMaxClockSkew(Integer.MAX_VALUE);
        return validator
                .validate(tokens.getIDToken(), shop.nonce())
                .getSubject()
                .getValue();
    }

    private Map<String, Object> claims(String jwt) throws Exception {
        var signed = SignedJWT.parse(jwt);
        var key = keys().getKeyByKeyId(signed.getHeader().getKeyID()).toRSAKey();
        assertThat(signed.verify(new RSASSAVerifier(key))).isTrue();
        return signed.getJWTClaimsSet().getClaims();
    }

    private JWKSet keys() throws Exception {
        return JWKSet.parse(house.caller().get("/oauth2/jwks").http().body());
    }

    private static String subject(OIDCTokens tokens) throws Exception {
        return tokens.getIDToken().getJWTClaimsSet().getSubject();
    }

    private Reply userinfo(String token) {
        return house.caller().with(token).get("/oauth2/userinfo");
    }

    private Reply introspect(Application asker, String token) {
        return house.caller()
                .authorized(asker.proof().toHTTPAuthorizationHeader())
                .form("/oauth2/introspect", "token", token);
    }
}
