package dev.gatehouse.jose;

import com.nimbusds.jose.Algorithm;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import dev.gatehouse.secret.CryptoProvider;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import javax.crypto.spec.SecretKeySpec;

/// Makes keys, each named by its thumbprint, so that the same key has the same name everywhere.
///
/// @spec https://www.rfc-editor.org/rfc/rfc7638 RFC 7638
final class NewJwk {
    /// What every client can check. Longer keys sign a third as fast and make longer tokens, and ours are
    /// replaced long before 2048 bits become doubtful.
    private static final int RSA_BITS = 2048;

    private NewJwk() {}

    static JWK of(JwtAlgorithm algorithm) {
        CryptoProvider.installed();
        try {
            return switch (algorithm.family()) {
                case RSA, RSA_PSS -> rsa(algorithm);
                case P_256 -> ec(algorithm, Curve.P_256);
                case P_384 -> ec(algorithm, Curve.P_384);
                case ED25519 -> ed25519(algorithm);
                case HMAC -> throw new IllegalArgumentException("the key of " + algorithm + " comes from the settings");
            };
        } catch (GeneralSecurityException | JOSEException fault) {
            throw new IllegalStateException("making a key for " + algorithm + " failed", fault);
        }
    }

    /// A thumbprint would publish a digest of the secret itself, so its name is a value that only the secret's
    /// owner can compute.
    static JWK ofSecret(JwtAlgorithm algorithm, byte[] secret) {
        if (!algorithm.isSymmetric())
            throw new IllegalArgumentException(algorithm + " does not sign with a shared secret");
        if (secret.length < algorithm.minimumSecretBytes())
            throw new IllegalArgumentException(algorithm + " needs a secret of at least "
                    + algorithm.minimumSecretBytes() + " bytes, this one has " + secret.length);
        var name = Signatures.sign(
                JwtAlgorithm.HS256,
                new SecretKeySpec(secret, "HmacSHA256"),
                "gatehouse key id".getBytes(StandardCharsets.US_ASCII));
        return new OctetSequenceKey.Builder(secret)
                .algorithm(new Algorithm(algorithm.headerName()))
                .keyID(Base64URL.encode(Arrays.copyOf(name, 12)).toString())
                .build();
    }

    private static JWK rsa(JwtAlgorithm algorithm) throws GeneralSecurityException, JOSEException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(RSA_BITS);
        var pair = generator.generateKeyPair();
        return new RSAKey.Builder((RSAPublicKey) pair.getPublic())
                .privateKey(pair.getPrivate())
                .algorithm(new Algorithm(algorithm.headerName()))
                .keyUse(KeyUse.SIGNATURE)
                .keyIDFromThumbprint()
                .build();
    }

    private static JWK ec(JwtAlgorithm algorithm, Curve curve) throws GeneralSecurityException, JOSEException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(curve.getStdName()));
        var pair = generator.generateKeyPair();
        return new ECKey.Builder(curve, (ECPublicKey) pair.getPublic())
                .privateKey(pair.getPrivate())
                .algorithm(new Algorithm(algorithm.headerName()))
                .keyUse(KeyUse.SIGNATURE)
                .keyIDFromThumbprint()
                .build();
    }

    private static JWK ed25519(JwtAlgorithm algorithm) throws GeneralSecurityException, JOSEException {
        var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        return new OctetKeyPair.Builder(Curve.Ed25519, Base64URL.encode(Ed25519Keys.publicBytes(pair.getPublic())))
                .d(Base64URL.encode(Ed25519Keys.privateBytes(pair.getPrivate())))
                .algorithm(new Algorithm(algorithm.headerName()))
                .keyUse(KeyUse.SIGNATURE)
                .keyIDFromThumbprint()
                .build();
    }
}
