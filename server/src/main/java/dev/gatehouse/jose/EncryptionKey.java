package dev.gatehouse.jose;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import java.util.Set;

/// A public key by which something is encrypted for its owner.
public final class EncryptionKey {

    private static final Set<Curve> CURVES = Set.of(Curve.P_256, Curve.P_384, Curve.P_521);

    private final JWK jwk;

    EncryptionKey(JWK jwk) {
        this.jwk = jwk;
    }

    JWK jwk() {
        return jwk;
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
