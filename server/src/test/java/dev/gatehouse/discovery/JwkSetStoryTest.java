package dev.gatehouse.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyType;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.SignedJWT;
import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.settings.Variable;
import dev.gatehouse.testing.Json;
import dev.gatehouse.testing.MovableClock;
import dev.gatehouse.testing.Notes;
import dev.gatehouse.testing.TestHouse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.ParseException;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Any program can check our tokens without asking us.
@EachDatabase
class JwkSetStoryTest {

    private final TestHouse house;

    JwkSetStoryTest(TestDatabase on) {
        house = TestHouse.on(on);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void the_published_key_verifies_an_access_token() throws Exception {
        var alice = house.person("alice");
        var token = SignedJWT.parse(alice.tokens().access());
        var key = published().getKeyByKeyId(token.getHeader().getKeyID());

        assertThat(token.verify(new ECDSAVerifier(key.toECKey()))).isTrue();
        assertThat(token.getHeader().getType().getType()).isEqualTo("at+jwt");
        var claims = token.getJWTClaimsSet();
        assertThat(claims.getIssuer()).isEqualTo("https://id.example.com");
        assertThat(claims.getAudience()).containsExactly("https://id.example.com");
        assertThat(claims.getSubject()).isEqualTo(alice.id());
        assertThat(claims.getClaims()).containsKeys("client_id", "jti", "sid", "auth_time");
        assertThat(claims.getIssueTime()).isEqualTo(Date.from(MovableClock.NOON));
        assertThat(claims.getExpirationTime()).isEqualTo(Date.from(MovableClock.NOON.plusSeconds(900)));
    }

    @Test
    void scripts_of_other_sites_may_read_it() {
        assertThat(house.caller().get("/oauth2/jwks").header("Access-Control-Allow-Origin"))
                .contains("*");
    }

    @Test
    void the_keys_of_id_tokens_stand_there_as_soon_as_a_client_can_ask_for_one() throws Exception {
        assertThat(published().getKeys()).noneMatch(key -> key instanceof RSAKey);
        Notes.register(house, true);
        assertThat(published().getKeys()).anyMatch(key -> key instanceof RSAKey);
    }

    @Test
    void so_it_does_with_rsa() throws Exception {
        house.restart(Map.of(Variable.JWT_ALGORITHM, "RS256"));
        var token = SignedJWT.parse(house.person("alice").tokens().access());
        var key = published().getKeyByKeyId(token.getHeader().getKeyID());

        assertThat(token.verify(new RSASSAVerifier(key.toRSAKey()))).isTrue();
    }

    @Test
    void nothing_in_it_is_private() throws Exception {
        house.restart(Map.of(Variable.JWT_ALGORITHM, "RS256"));
        house.restart(Map.of(Variable.JWT_ALGORITHM, "EdDSA"));

        assertThat(published().getKeys()).hasSize(6).noneMatch(key -> key.isPrivate());
        assertThat(house.caller().get("/oauth2/jwks").http().body()).doesNotContain("\"d\"", "\"p\"", "\"k\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HS256:HmacSHA256", "HS384:HmacSHA384", "HS512:HmacSHA512"})
    void with_a_shared_secret_its_bytes_and_a_mac_are_all_it_takes(String names) throws Exception {
        house.restart(Map.of(Variable.JWT_ALGORITHM, names.split(":")[0]));
        var token = house.person("alice").tokens().access();

        var lastDot = token.lastIndexOf('.');
        assertThat(token.substring(lastDot + 1)).isEqualTo(mac(names.split(":")[1], token.substring(0, lastDot)));
        assertThat(published().getKeys()).noneMatch(key -> key.getKeyType().equals(KeyType.OCT));
    }

    @Test
    void who_shares_the_secret_can_make_tokens_but_no_sessions() throws Exception {
        house.restart(Map.of(Variable.JWT_ALGORITHM, "HS256"));
        var alice = house.person("alice");
        var parts = alice.tokens().access().split("\\.");
        var claims = new LinkedHashMap<String, Object>(JSONObjectUtils.parse(decoded(parts[1])));

        assertThat(house.caller().with(forged(parts[0], claims)).get("/v1/me").status())
                .isEqualTo(200);
        for (var sid : new Object[] {"nonsense", "00000000-0000-0000-0000-000000000000", 7, null}) {
            claims.put("sid", sid);
            assertThat(house.caller()
                            .with(forged(parts[0], claims))
                            .get("/v1/me")
                            .refusal())
                    .isEqualTo("401 not-signed-in");
        }
    }

    @Test
    void a_token_of_another_kind_is_no_access_token_whoever_signed_it() throws Exception {
        house.restart(Map.of(Variable.JWT_ALGORITHM, "HS256"));
        var parts = house.person("alice").tokens().access().split("\\.");
        var header = encoded(decoded(parts[0]).replace("at+jwt", "logout+jwt"));

        assertThat(decoded(header)).contains("logout+jwt");
        assertThat(house.caller()
                        .with(signed(header + "." + parts[1]))
                        .get("/v1/me")
                        .refusal())
                .isEqualTo("401 not-signed-in");
    }

    private JWKSet published() throws ParseException {
        return JWKSet.parse(house.caller().get("/oauth2/jwks").http().body());
    }

    private static String forged(String header, Map<String, Object> claims) throws GeneralSecurityException {
        var members = claims.entrySet().stream()
                .flatMap(claim -> Stream.of(claim.getKey(), claim.getValue()))
                .toArray();
        return signed(header + "." + encoded(Json.object(members)));
    }

    private static String signed(String input) throws GeneralSecurityException {
        return input + "." + mac("HmacSHA256", input);
    }

    private static String mac(String algorithm, String input) throws GeneralSecurityException {
        var mac = Mac.getInstance(algorithm);
        mac.init(new SecretKeySpec(TestHouse.SECRET_KEY.getBytes(StandardCharsets.UTF_8), algorithm));
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(mac.doFinal(input.getBytes(StandardCharsets.UTF_8)));
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }
}
