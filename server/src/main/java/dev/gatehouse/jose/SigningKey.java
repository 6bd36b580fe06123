package dev.gatehouse.jose;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import java.security.Key;
import java.text.ParseException;

/// A key that signs with one algorithm. Whoever holds it speaks for the issuer.
public final class SigningKey {
    private final JwtAlgorithm algorithm;
    private final JWK jwk;
    private volatile Key usable;

    SigningKey(JwtAlgorithm algorithm, JWK jwk) {
        this.algorithm = algorithm;
        this.jwk = jwk;
    }

    /// A new key, named by its thumbprint.
    ///
    /// @param algorithm none of the HMAC family: their key is the settings' own, see [#ofSecret]
    public static SigningKey generate(JwtAlgorithm algorithm) {
        return new SigningKey(algorithm, NewJwk.of(algorithm));
    }

    /// The key that signs with a shared secret.
    ///
    /// @param algorithm one of the HMAC family
    /// @throws IllegalArgumentException when the secret is shorter than [JwtAlgorithm#minimumSecretBytes]
    public static SigningKey ofSecret(JwtAlgorithm algorithm, byte[] secret) {
        return new SigningKey(algorithm, NewJwk.ofSecret(algorithm, secret));
    }

    /// The key that [#toJson] once gave.
    ///
    /// @throws IllegalArgumentException when it is not such a text, without showing any of it
    public static SigningKey parse(String json) {
        try {
            var jwk = JwkKeys.read(json);
            if (!jwk.isPrivate() || jwk instanceof OctetSequenceKey) throw new ParseException("", 0);
            return new SigningKey(JwkKeys.algorithmOf(jwk), jwk);
        } catch (ParseException notAKey) {
            throw new IllegalArgumentException("not a private JSON Web Key");
        }
    }

    /// The name that stands in the header of every token: the key's thumbprint (RFC 7638).
    public String kid() {
        return jwk.getKeyID();
    }

    public JwtAlgorithm algorithm() {
        return algorithm;
    }

    /// The private key as JSON. Seal it before it goes anywhere.
    ///
    /// @throws IllegalStateException for a shared secret, which is kept in the settings alone
    public String toJson() {
        if (algorithm.isSymmetric()) throw new IllegalStateException("a shared secret is not stored");
        return jwk.toJSONString();
    }

    /// The key that checks what this one signed.
    public VerificationKey verificationKey() {
        return new VerificationKey(algorithm, algorithm.isSymmetric() ? jwk : jwk.toPublicJWK());
    }

    Key usable() {
        if (usable == null) usable = JwkKeys.forSigning(jwk, algorithm);
        return usable;
    }

    @Override
    public String toString() {
        return "SigningKey[" + algorithm.headerName() + " " + kid() + "]";
    }
}
