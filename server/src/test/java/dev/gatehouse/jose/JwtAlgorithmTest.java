package dev.gatehouse.jose;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class JwtAlgorithmTest {
    @ParameterizedTest
    @EnumSource
    void each_has_the_name_that_the_registry_gives_it(JwtAlgorithm algorithm) {
        assertThat(JWSAlgorithm.Family.SIGNATURE.contains(JWSAlgorithm.parse(algorithm.headerName()))
                        || JWSAlgorithm.Family.HMAC_SHA.contains(JWSAlgorithm.parse(algorithm.headerName())))
                .isTrue();
        assertThat(JwtAlgorithm.named(algorithm.headerName())).hasValue(algorithm);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "None", "", "es256", "RS1", "EDDSA", "HS1024"})
    void no_other_name_is_known(String name) {
        assertThat(JwtAlgorithm.named(name)).isEmpty();
    }

    @Test
    void a_shared_secret_is_at_least_as_long_as_the_hash() {
        assertThat(JwtAlgorithm.HS256.minimumSecretBytes()).isEqualTo(32);
        assertThat(JwtAlgorithm.HS384.minimumSecretBytes()).isEqualTo(48);
        assertThat(JwtAlgorithm.HS512.minimumSecretBytes()).isEqualTo(64);
        assertThat(JwtAlgorithm.ES256.minimumSecretBytes()).isZero();
    }
}
