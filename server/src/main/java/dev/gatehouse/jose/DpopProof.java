package dev.gatehouse.jose;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import java.security.Key;
import java.text.ParseException;
import java.util.Map;
import java.util.Optional;

/// A DPoP proof taken apart. Nothing of it is believed yet: room `dpop` asks it, one rule after the other.
///
/// The only token whose key stands in its own header: what it proves is that its sender holds that key, and no more.
///
/// @spec https://www.rfc-editor.org/rfc/rfc9449#section-4.2 RFC 9449 §4.2
public final class DpopProof {

    /// Some times what a proof needs, also with a certificate's long key.
    private static final int LONGEST = 4 * 1024;

    private static final String ED25519 = "Ed25519";

    private static final int LONGEST_RSA_BITS = 4096;

    /// Every key in use has 65537; a long exponent only costs us time.
    private static final int LONGEST_RSA_EXPONENT_BITS = 32;

    private final CompactJws jws;
    private final JwtClaims claims;
    private final Optional<JwtAlgorithm> algorithm;
    private final Optional<JWK> key;

    private DpopProof(CompactJws jws, JwtClaims claims) {
        this.jws = jws;
        this.claims = claims;
        this.algorithm = jws.headerText("alg").flatMap(DpopProof::algorithm);
        this.key = algorithm.flatMap(known -> key(jws, known));
    }

    /// @return empty unless it is a signed JWT in compact form, of a size that makes sense
    public static Optional<DpopProof> parse(String text) {
        if (text.length() > LONGEST) return Optional.empty();
        return CompactJws.parse(text)
                .flatMap(jws -> jws.claims().map(claims -> new DpopProof(jws, new JwtClaims(claims))));
    }

    public Optional<String> type() {
        return jws.headerText("typ");
    }

    /// The algorithm that it names, if it is one that we know.
    public Optional<JwtAlgorithm> algorithm() {
        return algorithm;
    }

    public boolean hasCriticalHeader() {
        return jws.header().containsKey("crit");
    }

    /// Whether the key in its header is a public one, fits the algorithm, and is neither too weak nor needlessly long.
    public boolean hasFittingKey() {
        return key.isPresent();
    }

    public JwtClaims claims() {
        return claims;
    }

    /// Whether whoever made it holds the key.
    public boolean isSigned() {
        return Signatures.verify(algorithm.orElseThrow(), usable(), jws.signingInput(), jws.signature());
    }

    /// The name of the key.
    ///
    /// @spec https://www.rfc-editor.org/rfc/rfc7638 RFC 7638
    public String thumbprint() {
        try {
            return key.orElseThrow().computeThumbprint().toString();
        } catch (JOSEException fault) {
            throw new IllegalStateException("every JDK has SHA-256", fault);
        }
    }

    private Key usable() {
        return JwkKeys.forVerifying(key.orElseThrow(), algorithm.orElseThrow());
    }

    /// EdDSA has two names: the curve's own is the newer one.
    ///
    /// @spec https://www.rfc-editor.org/rfc/rfc9864#section-2.2 RFC 9864 §2.2
    private static Optional<JwtAlgorithm> algorithm(String name) {
        return name.equals(ED25519) ? Optional.of(JwtAlgorithm.EDDSA) : JwtAlgorithm.named(name);
    }

    private static Optional<JWK> key(CompactJws jws, JwtAlgorithm algorithm) {
        if (!(jws.header().get("jwk") instanceof Map<?, ?> members)) return Optional.empty();
        try {
            var jwk = JwkKeys.read(new String(StrictJson.bytes(named(members)), UTF_8));
            var isGood = jwk instanceof AsymmetricJWK && !jwk.isPrivate() && JwkKeys.fits(algorithm.family(), jwk);
            return isGood && isAffordable(jwk) ? Optional.of(jwk) : Optional.empty();
        } catch (ParseException | IllegalArgumentException notAKey) {
            return Optional.empty();
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> named(Map<?, ?> members) {
        return (Map<String, Object>) members;
    }

    private static boolean isAffordable(JWK jwk) {
        return !(jwk instanceof RSAKey rsa)
                || rsa.size() <= LONGEST_RSA_BITS
                        && rsa.getPublicExponent().decodeToBigInteger().bitLength() <= LONGEST_RSA_EXPONENT_BITS;
    }
}
