package dev.gatehouse.jose;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import dev.gatehouse.jose.JwtVerdict.Valid;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/// Others read what we sign, and we read what others sign: the others are nimbus' stock signers and verifiers,
/// and programs that know nothing but `java.security`.
class InteroperabilityTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Map<String, Object> CLAIMS = Map.of(
            "iss",
            "https://id.example",
            "aud",
            "https://api.example",
            "sub",
            "алиса",
            "exp",
            NOON.getEpochSecond() + 900);

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "EDDSA")
    void nimbus_believes_what_we_sign(JwtAlgorithm algorithm) throws Exception {
        var key = Keys.of(algorithm);
        var token = JWSObject.parse(new JwtSigner(key, "at+jwt").sign(CLAIMS));

        assertThat(token.verify(nimbusVerifier(key))).isTrue();
        assertThat(token.getHeader().getAlgorithm().getName()).isEqualTo(algorithm.headerName());
        assertThat(token.getHeader().getType()).isEqualTo(new JOSEObjectType("at+jwt"));
        assertThat(token.getHeader().getKeyID()).isEqualTo(key.kid());
        assertThat(token.getPayload().toJSONObject()).isEqualTo(CLAIMS);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "EDDSA")
    void we_believe_what_nimbus_signs(JwtAlgorithm algorithm) throws Exception {
        var key = Keys.of(algorithm);
        var header = new JWSHeader.Builder(JWSAlgorithm.parse(algorithm.headerName()))
                .type(new JOSEObjectType("at+jwt"))
                .keyID(key.kid())
                .build();
        var token = new JWSObject(header, new Payload(CLAIMS));
        token.sign(nimbusSigner(key));

        assertThat(verifier(key).verify(token.serialize())).isEqualTo(new Valid(new JwtClaims(CLAIMS)));
    }

    @ParameterizedTest
    @EnumSource
    void we_believe_ourselves(JwtAlgorithm algorithm) {
        var key = Keys.of(algorithm);
        assertThat(verifier(key).verify(new JwtSigner(key, "at+jwt").sign(CLAIMS)))
                .isInstanceOf(Valid.class);
    }

    /// As PyJWT and its like do: the characters of `JWT_SECRET_KEY` as UTF-8 are the key, nothing else is known.
    @Test
    void a_program_that_knows_only_the_secret_checks_our_hs256_tokens() throws Exception {
        var token = new JwtSigner(Keys.of(JwtAlgorithm.HS256), "at+jwt")
                .sign(CLAIMS)
                .split("\\.");
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(
                "a secret that alice and bob share, sixty-four bytes long or more…".getBytes(StandardCharsets.UTF_8),
                "HmacSHA256"));

        var expected = mac.doFinal((token[0] + "." + token[1]).getBytes(StandardCharsets.US_ASCII));
        assertThat(Base64.getUrlDecoder().decode(token[2])).isEqualTo(expected);
    }

    @Test
    void java_security_alone_checks_our_eddsa_tokens() throws Exception {
        var key = Keys.of(JwtAlgorithm.EDDSA);
        var token = new JwtSigner(key, "at+jwt").sign(CLAIMS).split("\\.");
        var x = (String) key.verificationKey().publicJwk().orElseThrow().get("x");

        var signature = Signature.getInstance("Ed25519", "SunEC");
        signature.initVerify(KeyFactory.getInstance("Ed25519", "SunEC")
                .generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, point(x))));
        signature.update((token[0] + "." + token[1]).getBytes(StandardCharsets.US_ASCII));
        assertThat(signature.verify(Base64.getUrlDecoder().decode(token[2]))).isTrue();
    }

    /// 32 bytes, the last first; the top bit is the sign of x, the others are y.
    private static EdECPoint point(String base64url) {
        var bytes = Base64.getUrlDecoder().decode(base64url);
        var backwards = new byte[32];
        for (var at = 0; at < 32; at++) backwards[at] = bytes[31 - at];
        var xIsOdd = backwards[0] < 0;
        backwards[0] &= 0x7f;
        return new EdECPoint(xIsOdd, new BigInteger(1, backwards));
    }

    private static JwtVerifier verifier(SigningKey key) {
        var expected = new JwtExpectations(
                "at+jwt", "https://id.example", "https://api.example", Set.of(key.algorithm()), Duration.ZERO);
        return new JwtVerifier(expected, Keys.only(key), () -> NOON, 0);
    }

    private static JWSVerifier nimbusVerifier(SigningKey key) throws Exception {
        if (key.algorithm().isSymmetric()) return new MACVerifier(Keys.SECRET);
        return switch (JWK.parse(key.toJson())) {
            case RSAKey jwk -> new RSASSAVerifier(jwk);
            case ECKey jwk -> new ECDSAVerifier(jwk);
            case JWK other -> throw new AssertionError(other.getKeyType());
        };
    }

    private static JWSSigner nimbusSigner(SigningKey key) throws Exception {
        if (key.algorithm().isSymmetric()) return new MACSigner(Keys.SECRET);
        return switch (JWK.parse(key.toJson())) {
            case RSAKey jwk -> new RSASSASigner(jwk);
            case ECKey jwk -> new ECDSASigner(jwk);
            case JWK other -> throw new AssertionError(other.getKeyType());
        };
    }
}
