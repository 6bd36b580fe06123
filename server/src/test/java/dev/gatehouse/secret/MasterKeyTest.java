package dev.gatehouse.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class MasterKeyTest {
    private static final MasterKey KEY = MasterKey.of("a secret of alice and bob, long enough");

    /// What was sealed last year must open next year, so the derivation may never change. Computed apart, by
    /// OpenSSL: `openssl kdf -keylen 32 -kdfopt digest:SHA256 -kdfopt key:"…" -kdfopt info:"gatehouse charter"
    /// HKDF`.
    @Test
    void a_derived_key_is_hkdf_of_the_secret_and_its_purpose() {
        assertThat(HexFormat.of().formatHex(KEY.derive("charter")))
                .isEqualTo("505e159fdc121edf8e0e40270ef813ecf860b633868076dc056a14175d19b2eb");
    }

    @Test
    void each_purpose_has_its_own_key() {
        assertThat(KEY.derive("charter")).isNotEqualTo(KEY.derive("treaty")).hasSize(32);
    }

    @Test
    void another_secret_gives_other_keys() {
        assertThat(KEY.derive("charter")).isNotEqualTo(MasterKey.of("another").derive("charter"));
    }

    @Test
    void hmac_signs_with_the_very_bytes_of_the_setting() {
        assertThat(MasterKey.of("пароль").forHmacSigning()).isEqualTo("пароль".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void it_never_shows_itself() {
        assertThat(KEY.toString()).isEqualTo("MasterKey[secret]");
    }

    @Test
    void an_empty_secret_is_no_key() {
        assertThatThrownBy(() -> MasterKey.of("")).hasMessageContaining("not empty");
    }
}
