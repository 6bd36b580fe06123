package dev.gatehouse.jose;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// One key for each algorithm, made once for all tests.
final class Keys {
    static final byte[] SECRET =
            "a secret that alice and bob share, sixty-four bytes long or more…".getBytes(StandardCharsets.UTF_8);

    private static final Map<JwtAlgorithm, SigningKey> KEYS = new ConcurrentHashMap<>();

    private Keys() {}

    static SigningKey of(JwtAlgorithm algorithm) {
        return KEYS.computeIfAbsent(
                algorithm,
                _ -> algorithm.isSymmetric() ? SigningKey.ofSecret(algorithm, SECRET) : SigningKey.generate(algorithm));
    }

    /// Finds this key by its name, and no other.
    static Function<String, Optional<VerificationKey>> only(SigningKey key) {
        var verification = key.verificationKey();
        return kid -> Optional.of(verification).filter(one -> one.kid().equals(kid));
    }
}
