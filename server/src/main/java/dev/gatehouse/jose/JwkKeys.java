package dev.gatehouse.jose;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import dev.gatehouse.jose.JwtAlgorithm.Family;
import dev.gatehouse.secret.CryptoProvider;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.text.ParseException;
import javax.crypto.spec.SecretKeySpec;

/// From a JSON Web Key to a key that the provider can use, and to the one algorithm that it may be used with.
final class JwkKeys {
    private static final int SHORTEST_RSA_BITS = 2048;

    private JwkKeys() {}

    /// @throws ParseException for all that is no key, with nothing of the text in it
    static JWK read(String json) throws ParseException {
        try {
            return JWK.parse(json);
        } catch (ParseException | RuntimeException notAKey) {
            // nimbus answers some malformed keys with whatever exception they ran into.
            throw new ParseException("not a JSON Web Key", 0);
        }
    }

    /// The algorithm that the key names, if it fits the key and the key has a name.
    static JwtAlgorithm algorithmOf(JWK jwk) throws ParseException {
        if (jwk.getKeyID() == null || jwk.getAlgorithm() == null) throw new ParseException("no kid or alg", 0);
        return JwtAlgorithm.named(jwk.getAlgorithm().getName())
                .filter(algorithm -> fits(algorithm.family(), jwk))
                .orElseThrow(() -> new ParseException("the key does not fit its alg", 0));
    }

    static boolean fits(Family family, JWK jwk) {
        return switch (family) {
            case RSA, RSA_PSS -> jwk instanceof RSAKey && jwk.size() >= SHORTEST_RSA_BITS;
            case P_256 -> jwk instanceof ECKey key && key.getCurve().equals(Curve.P_256);
            case P_384 -> jwk instanceof ECKey key && key.getCurve().equals(Curve.P_384);
            case ED25519 -> jwk instanceof OctetKeyPair key && Ed25519Keys.isOne(key);
            case HMAC -> false;
        };
    }

    static Key forSigning(JWK jwk, JwtAlgorithm algorithm) {
        CryptoProvider.installed();
        try {
            return switch (jwk) {
                case OctetSequenceKey secret -> new SecretKeySpec(secret.toByteArray(), algorithm.jcaName());
                case OctetKeyPair pair -> Ed25519Keys.privateKey(pair);
                case AsymmetricJWK pair -> pair.toPrivateKey();
                default -> throw new IllegalStateException("no such key type: " + jwk.getKeyType());
            };
        } catch (GeneralSecurityException | JOSEException fault) {
            throw new IllegalStateException("the signing key " + jwk.getKeyID() + " cannot be used", fault);
        }
    }

    static Key forVerifying(JWK jwk, JwtAlgorithm algorithm) {
        CryptoProvider.installed();
        try {
            return switch (jwk) {
                case OctetSequenceKey secret -> new SecretKeySpec(secret.toByteArray(), algorithm.jcaName());
                case OctetKeyPair pair -> Ed25519Keys.publicKey(pair);
                case AsymmetricJWK pair -> pair.toPublicKey();
                default -> throw new IllegalStateException("no such key type: " + jwk.getKeyType());
            };
        } catch (GeneralSecurityException | JOSEException fault) {
            throw new IllegalStateException("the key " + jwk.getKeyID() + " cannot be used", fault);
        }
    }
}
