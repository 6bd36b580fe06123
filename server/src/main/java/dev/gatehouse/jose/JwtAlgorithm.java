package dev.gatehouse.jose;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The signature algorithms that we speak. `none` is not among them.
///
/// @spec https://www.rfc-editor.org/rfc/rfc7518#section-3.1 RFC 7518 §3.1
/// @spec https://www.rfc-editor.org/rfc/rfc8037#section-3.1 RFC 8037 §3.1
public enum JwtAlgorithm {
    HS256(Family.HMAC, "HmacSHA256", 32),
    HS384(Family.HMAC, "HmacSHA384", 48),
    HS512(Family.HMAC, "HmacSHA512", 64),
    RS256(Family.RSA, "SHA256withRSA", 32),
    RS384(Family.RSA, "SHA384withRSA", 48),
    RS512(Family.RSA, "SHA512withRSA", 64),
    PS256(Family.RSA_PSS, "RSASSA-PSS", 32),
    ES256(Family.P_256, "SHA256withECDSAinP1363Format", 32),
    ES384(Family.P_384, "SHA384withECDSAinP1363Format", 48),
    EDDSA(Family.ED25519, "Ed25519", 64);

    /// The kind of key that an algorithm needs.
    public enum Family {
        HMAC,
        RSA,
        RSA_PSS,
        P_256,
        P_384,
        ED25519
    }

    private final Family family;
    private final String jcaName;
    private final int hashBytes;

    JwtAlgorithm(Family family, String jcaName, int hashBytes) {
        this.family = family;
        this.jcaName = jcaName;
        this.hashBytes = hashBytes;
    }

    /// The algorithm that a header or a setting calls `name`; empty when there is none.
    public static Optional<JwtAlgorithm> named(String name) {
        return Arrays.stream(values())
                .filter(algorithm -> algorithm.headerName().equals(name))
                .findFirst();
    }

    /// Those whose signatures anybody can check with a public key.
    public static Set<JwtAlgorithm> ofKeyPairs() {
        return Arrays.stream(values())
                .filter(algorithm -> !algorithm.isSymmetric())
                .collect(Collectors.toUnmodifiableSet());
    }

    /// As the `alg` header spells it.
    public String headerName() {
        return this == EDDSA ? "EdDSA" : name();
    }

    public Family family() {
        return family;
    }

    /// Whether signer and verifier share one secret. Such a key is never published.
    public boolean isSymmetric() {
        return family == Family.HMAC;
    }

    /// The shortest secret, in bytes, that this HMAC algorithm may be used with; 0 for the other families.
    ///
    /// @spec https://www.rfc-editor.org/rfc/rfc7518#section-3.2 RFC 7518 §3.2
    public int minimumSecretBytes() {
        return isSymmetric() ? hashBytes : 0;
    }

    String jcaName() {
        return jcaName;
    }

    int hashBytes() {
        return hashBytes;
    }
}
