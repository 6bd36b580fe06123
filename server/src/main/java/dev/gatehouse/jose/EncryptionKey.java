package dev.gatehouse.jose;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEEncrypter;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import com.nimbusds.jose.crypto.RSAEncrypter;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import java.util.List;
import java.util.Set;

/// A public key by which something is encrypted for its owner.
public final class EncryptionKey {

    /// For whom it is encrypted: `alg` of RFC 7518 §4.1.
    public static final List<String> ALGORITHMS = List.of("RSA-OAEP-256", "ECDH-ES", "ECDH-ES+A256KW");

    /// How: `enc` of RFC 7518 §5.1.
    public static final List<String> METHODS = List.of("A128CBC-HS256", "A256GCM");

    private static final Set<Curve> CURVES = Set.of(Curve.P_256, Curve.P_384, Curve.P_521);

    private final JWK jwk;

    EncryptionKey(JWK jwk) {
        this.jwk = jwk;
    }

    /// Encrypts a text in compact form.
    ///
    /// @param algorithm one of [#ALGORITHMS], which the key fits
    /// @param method one of [#METHODS]
    /// @param isJwt whether the text is a JWT itself, and so `cty` says (RFC 7519 §5.2)
    /// @spec https://www.rfc-editor.org/rfc/rfc7516#section-7.1 RFC 7516 §7.1
    public String encrypt(String algorithm, String method, String text, boolean isJwt) {
        var header = new JWEHeader.Builder(JWEAlgorithm.parse(algorithm), EncryptionMethod.parse(method))
                .keyID(jwk.getKeyID())
                .contentType(isJwt ? "JWT" : null)
                .build();
        var sealed = new JWEObject(header, new Payload(text));
        try {
            sealed.encrypt(encrypter());
        } catch (JOSEException fault) {
            throw new IllegalStateException("encrypting with " + algorithm + " and " + method + " failed", fault);
        }
        return sealed.serialize();
    }

    private JWEEncrypter encrypter() throws JOSEException {
        return switch (jwk) {
            case RSAKey key -> new RSAEncrypter(key);
            case ECKey key -> new ECDHEncrypter(key);
            default -> throw new IllegalStateException("nothing is encrypted with a key of " + jwk.getKeyType());
        };
    }

    /// @param algorithm as `alg` of RFC 7518 §4.1 names it
    static boolean fits(String algorithm, JWK jwk) {
        if (jwk.getKeyUse() != null && !jwk.getKeyUse().equals(KeyUse.ENCRYPTION)) return false;
        if (jwk.getAlgorithm() != null && !jwk.getAlgorithm().getName().equals(algorithm)) return false;
        return switch (jwk) {
            case RSAKey _ -> algorithm.startsWith("RSA-");
            case ECKey key -> algorithm.startsWith("ECDH-ES") && CURVES.contains(key.getCurve());
            default -> false;
        };
    }
}
