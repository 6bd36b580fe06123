package dev.gatehouse.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

class SigningKeyTest {
    @ParameterizedTest
    @EnumSource(mode = Mode.MATCH_NONE, names = "HS.*")
    void a_key_is_named_by_its_thumbprint(JwtAlgorithm algorithm) throws Exception {
        var key = Keys.of(algorithm);
        var published = JWK.parse(key.verificationKey().publicJwk().orElseThrow());
        assertThat(key.kid()).isEqualTo(published.computeThumbprint().toString());
        assertThat(published.getAlgorithm().getName()).isEqualTo(algorithm.headerName());
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.MATCH_NONE, names = "HS.*")
    void a_key_read_back_from_its_json_signs_what_the_first_one_checks(JwtAlgorithm algorithm) {
        var key = Keys.of(algorithm);
        var read = SigningKey.parse(key.toJson());
        assertThat(read.kid()).isEqualTo(key.kid());
        assertThat(read.algorithm()).isEqualTo(algorithm);

        var input = "the charter".getBytes();
        var signature = Signatures.sign(algorithm, read.usable(), input);
        assertThat(Signatures.verify(algorithm, key.verificationKey().usable(), input, signature))
                .isTrue();
    }

    @Test
    void the_jwk_set_shows_public_parts_only_and_no_shared_secret() throws Exception {
        var all = Arrays.stream(JwtAlgorithm.values())
                .map(Keys::of)
                .map(SigningKey::verificationKey)
                .flatMap(key -> key.publicJwk().stream())
                .toList();
        var json = new String(StrictJson.bytes(Map.of("keys", all)), StandardCharsets.UTF_8);

        assertThat(JWKSet.parse(json).getKeys()).hasSize(7).noneMatch(JWK::isPrivate);
        assertThat(json).doesNotContain("\"d\"").doesNotContain("\"k\"").doesNotContain("\"p\"");
    }

    @Test
    void an_rsa_key_has_2048_bits() throws Exception {
        var jwk = RSAKey.parse(Keys.of(JwtAlgorithm.RS256).toJson());
        assertThat(jwk.size()).isEqualTo(2048);
    }

    @Test
    void a_secret_too_short_for_its_algorithm_is_refused_without_being_shown() {
        assertThatThrownBy(() -> SigningKey.ofSecret(
                        JwtAlgorithm.HS256,
                        "only thirty-one bytes long, this".substring(1).getBytes()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("HS256 needs a secret of at least 32 bytes, this one has 31");
        assertThat(SigningKey.ofSecret(JwtAlgorithm.HS256, "this is thirty-two bytes long ok".getBytes())
                        .algorithm())
                .isEqualTo(JwtAlgorithm.HS256);
    }

    @Test
    void the_name_of_a_shared_secret_is_the_same_each_time_and_tells_secrets_apart() {
        var other = Keys.SECRET.clone();
        other[0]++;
        assertThat(SigningKey.ofSecret(JwtAlgorithm.HS256, Keys.SECRET).kid())
                .isEqualTo(Keys.of(JwtAlgorithm.HS256).kid())
                .isNotEqualTo(SigningKey.ofSecret(JwtAlgorithm.HS256, other).kid());
    }

    @Test
    void a_shared_secret_is_never_spelled() {
        var key = Keys.of(JwtAlgorithm.HS256);
        assertThatThrownBy(key::toJson).isInstanceOf(IllegalStateException.class);
        assertThat(key.verificationKey().publicJwk()).isEmpty();
    }

    @Test
    void no_key_shows_itself() {
        var key = Keys.of(JwtAlgorithm.ES256);
        assertThat(key.toString()).isEqualTo("SigningKey[ES256 " + key.kid() + "]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "null",
                "{\"kty\":\"oct\",\"k\":\"AAAA\"}",
                "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"secret\"}"
            })
    void what_is_no_private_key_is_refused_without_being_shown(String garbage) {
        assertThatThrownBy(() -> SigningKey.parse(garbage))
                .hasMessage("not a private JSON Web Key")
                .hasNoCause();
    }

    @Test
    void a_public_key_does_not_pass_for_a_private_one() throws Exception {
        var publicJson =
                JWK.parse(Keys.of(JwtAlgorithm.ES256).toJson()).toPublicJWK().toJSONString();
        assertThatThrownBy(() -> SigningKey.parse(publicJson)).hasMessage("not a private JSON Web Key");
        assertThat(VerificationKey.parse(publicJson).algorithm()).isEqualTo(JwtAlgorithm.ES256);
    }

    @Test
    void a_key_whose_alg_does_not_fit_it_is_refused() {
        var mislabelled = Keys.of(JwtAlgorithm.ES256).toJson().replace("\"ES256\"", "\"ES384\"");
        assertThatThrownBy(() -> SigningKey.parse(mislabelled)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> VerificationKey.parse(mislabelled)).isInstanceOf(IllegalArgumentException.class);
    }
}
