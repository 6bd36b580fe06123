package dev.gatehouse.jose;

import com.nimbusds.jose.jwk.JWK;
import java.security.Key;
import java.text.ParseException;
import java.util.Map;
import java.util.Optional;

/// A key that checks signatures made with one algorithm, and with no other: what the header of a token says
/// cannot change that.
public final class VerificationKey {
    private final JwtAlgorithm algorithm;
    private final JWK jwk;
    private volatile Key usable;

    VerificationKey(JwtAlgorithm algorithm, JWK jwk) {
        this.algorithm = algorithm;
        this.jwk = jwk;
    }

    /// A public key as a JSON Web Key with `alg` and `kid`.
    ///
    /// @throws IllegalArgumentException when it is none that we can use
    public static VerificationKey parse(String json) {
        try {
            var jwk = JwkKeys.read(json).toPublicJWK();
            if (jwk == null) throw new ParseException("", 0);
            return new VerificationKey(JwkKeys.algorithmOf(jwk), jwk);
        } catch (ParseException notAKey) {
            throw new IllegalArgumentException("not a public JSON Web Key with alg and kid that we can use");
        }
    }

    public String kid() {
        return jwk.getKeyID();
    }

    public JwtAlgorithm algorithm() {
        return algorithm;
    }

    /// The public key as the JWK set shows it; empty for a shared secret, which is never shown.
    public Optional<Map<String, Object>> publicJwk() {
        return algorithm.isSymmetric()
                ? Optional.empty()
                : Optional.of(jwk.toPublicJWK().toJSONObject());
    }

    Key usable() {
        if (usable == null) usable = JwkKeys.forVerifying(jwk, algorithm);
        return usable;
    }

    @Override
    public String toString() {
        return "VerificationKey[" + algorithm.headerName() + " " + kid() + "]";
    }
}
