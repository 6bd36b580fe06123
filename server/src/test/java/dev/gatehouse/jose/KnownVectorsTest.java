package dev.gatehouse.jose;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWK;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/// The examples that the RFCs print.
class KnownVectorsTest {
    private static final String JOE =
            "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ";

    @Test
    void hs256_as_in_rfc_7515_a_1() {
        var key = new SecretKeySpec(
                decoded("AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow"),
                "HmacSHA256");
        var signature =
                Signatures.sign(JwtAlgorithm.HS256, key, ascii("eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9." + JOE));
        assertThat(encoded(signature)).isEqualTo("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk");
    }

    @Test
    void es256_as_in_rfc_7515_a_3() {
        var key = VerificationKey.parse("""
                {"kty":"EC","crv":"P-256","alg":"ES256","kid":"a3",
                 "x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
                 "y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}""");
        var signature =
                decoded("DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q");

        assertThat(Signatures.verify(JwtAlgorithm.ES256, key.usable(), ascii("eyJhbGciOiJFUzI1NiJ9." + JOE), signature))
                .isTrue();
        signature[7]++;
        assertThat(Signatures.verify(JwtAlgorithm.ES256, key.usable(), ascii("eyJhbGciOiJFUzI1NiJ9." + JOE), signature))
                .isFalse();
    }

    @Test
    void eddsa_as_in_rfc_8037_a_4_and_its_thumbprint_as_in_a_3() throws Exception {
        var key = SigningKey.parse("""
                {"kty":"OKP","crv":"Ed25519","alg":"EdDSA","kid":"kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k",
                 "d":"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A",
                 "x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}""");
        var input = ascii("eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc");

        assertThat(encoded(Signatures.sign(JwtAlgorithm.EDDSA, key.usable(), input)))
                .isEqualTo("hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg");
        assertThat(JWK.parse(key.toJson()).computeThumbprint().toString()).isEqualTo(key.kid());
    }

    private static byte[] decoded(String base64url) {
        return Base64.getUrlDecoder().decode(base64url);
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
