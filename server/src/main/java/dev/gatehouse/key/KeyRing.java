package dev.gatehouse.key;

import dev.gatehouse.jose.JwtAlgorithm;
import dev.gatehouse.jose.SigningKey;
import dev.gatehouse.jose.VerificationKey;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The keys as they were at one moment: those that sign, one an algorithm, and all that verify.
///
/// @param byKid in the order in which they were made
record KeyRing(Map<JwtAlgorithm, SigningKey> signing, Map<String, VerificationKey> byKid) {

    /// @param shared the key of the settings, if it is the one that signs
    static KeyRing of(List<StoredKey> stored, KeyChest chest, Optional<SigningKey> shared) {
        var byKid = new LinkedHashMap<String, VerificationKey>();
        var signing = new EnumMap<JwtAlgorithm, SigningKey>(JwtAlgorithm.class);
        for (var kept : stored) {
            var key = chest.open(kept);
            byKid.put(key.kid(), key.verificationKey());
            if (kept.state() == StoredKey.State.CURRENT) signing.put(key.algorithm(), key);
        }
        shared.ifPresent(key -> {
            signing.put(key.algorithm(), key);
            byKid.put(key.kid(), key.verificationKey());
        });
        return new KeyRing(signing, byKid);
    }

    Optional<SigningKey> signing(JwtAlgorithm algorithm) {
        return Optional.ofNullable(signing.get(algorithm));
    }
}
