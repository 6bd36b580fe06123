package dev.gatehouse.jose;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyOperation;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import java.security.cert.X509Certificate;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The public keys of somebody else, as he publishes them.
///
/// Keys of kinds that we do not know are passed over, for he may have them for others.
///
/// @spec https://www.rfc-editor.org/rfc/rfc7517#section-5 RFC 7517 §5
public final class JwkSet {

    public static final JwkSet EMPTY = new JwkSet(List.of());

    private static final int MOST_KEYS = 50;
    private static final int SHORTEST_RSA_BITS = 2048;
    private static final int LONGEST_RSA_BITS = 8192;
    private static final int LONGEST_RSA_EXPONENT_BITS = 64;

    private final List<PublicJwk> keys;

    /// @param verifying the key for each algorithm that it may be used with
    private record PublicJwk(JWK jwk, List<VerificationKey> verifying) {
        static PublicJwk of(JWK jwk) {
            return new PublicJwk(
                    jwk,
                    Arrays.stream(JwtAlgorithm.values())
                            .filter(algorithm -> isForSigning(jwk) && JwkKeys.fits(algorithm.family(), jwk))
                            .filter(algorithm -> jwk.getAlgorithm() == null
                                    || jwk.getAlgorithm().getName().equals(algorithm.headerName()))
                            .map(algorithm -> new VerificationKey(algorithm, jwk))
                            .toList());
        }

        private static boolean isForSigning(JWK jwk) {
            return (jwk.getKeyUse() == null || jwk.getKeyUse().equals(KeyUse.SIGNATURE))
                    && (jwk.getKeyOperations() == null || jwk.getKeyOperations().contains(KeyOperation.VERIFY));
        }
    }

    private JwkSet(List<PublicJwk> keys) {
        this.keys = List.copyOf(keys);
    }

    /// For what somebody wants to register: everything in it must be fit to be published.
    ///
    /// @throws IllegalArgumentException with the reason, to go on with after its name: `holds a private key`
    public static JwkSet strict(String json) {
        return new JwkSet(read(json, true));
    }

    /// For what stands at somebody's address: what cannot be used in it is left out.
    ///
    /// @throws IllegalArgumentException when it is no set at all, with the reason
    public static JwkSet lenient(String json) {
        return new JwkSet(read(json, false));
    }

    /// The keys that may have made a signature.
    ///
    /// @param kid as the header names one; a key that has no name may be meant, too
    public List<VerificationKey> verifying(JwtAlgorithm algorithm, Optional<String> kid) {
        return keys.stream()
                .filter(key -> kid.isEmpty()
                        || key.jwk().getKeyID() == null
                        || key.jwk().getKeyID().equals(kid.get()))
                .flatMap(key -> key.verifying().stream())
                .filter(key -> key.algorithm() == algorithm)
                .toList();
    }

    /// The key for what shall be read by its owner only.
    ///
    /// @param algorithm as `alg` names it
    public Optional<EncryptionKey> encrypting(String algorithm) {
        return keys.stream()
                .map(PublicJwk::jwk)
                .filter(jwk -> EncryptionKey.fits(algorithm, jwk))
                .findFirst()
                .map(EncryptionKey::new);
    }

    /// Whether one of the keys is that of a certificate: with that certificate in its `x5c`, or with none.
    public boolean holds(X509Certificate certificate) {
        return keys.stream().anyMatch(key -> CertificateKeys.isOf(key.jwk(), certificate));
    }

    public boolean isEmpty() {
        return keys.isEmpty();
    }

    private static List<PublicJwk> read(String json, boolean isStrict) {
        var set = StrictJson.object(json.getBytes(UTF_8))
                .orElseThrow(() -> new IllegalArgumentException("is not one JSON object with each name once"));
        if (!(set.get("keys") instanceof List<?> list))
            throw new IllegalArgumentException("has no list `keys`, as a JWK set has");
        if (list.size() > MOST_KEYS) throw new IllegalArgumentException("has more than " + MOST_KEYS + " keys");
        var keys = new ArrayList<PublicJwk>();
        for (var member : list) {
            var jwk = jwk(member);
            var fault = jwk.flatMap(JwkSet::fault);
            if (isStrict && fault.isPresent()) throw new IllegalArgumentException(fault.get());
            if (fault.isEmpty()) jwk.map(PublicJwk::of).ifPresent(keys::add);
        }
        return keys;
    }

    private static Optional<JWK> jwk(Object member) {
        if (!(member instanceof Map<?, ?> map)) return Optional.empty();
        var names = new LinkedHashMap<String, Object>();
        map.forEach((name, value) -> names.put(Objects.toString(name), value));
        try {
            return Optional.of(JWK.parse(names));
        } catch (ParseException | RuntimeException notAKey) {
            // nimbus answers some malformed keys with whatever exception they ran into.
            return Optional.empty();
        }
    }

    private static Optional<String> fault(JWK jwk) {
        if (jwk.isPrivate()) return Optional.of("holds a private or secret key: publish the public part only");
        if (jwk instanceof RSAKey && jwk.size() < SHORTEST_RSA_BITS)
            return Optional.of("holds an RSA key of less than " + SHORTEST_RSA_BITS + " bits");
        if (jwk instanceof RSAKey && jwk.size() > LONGEST_RSA_BITS)
            return Optional.of("holds an RSA key of more than " + LONGEST_RSA_BITS + " bits");
        // Each signature would cost as much as one of ours, or more.
        if (jwk instanceof RSAKey rsa
                && rsa.getPublicExponent().decodeToBigInteger().bitLength() > LONGEST_RSA_EXPONENT_BITS)
            return Optional.of("holds an RSA key with an exponent of more than " + LONGEST_RSA_EXPONENT_BITS + " bits");
        return Optional.empty();
    }
}
