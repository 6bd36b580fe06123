package dev.gatehouse.key;

import dev.gatehouse.jose.JwtAlgorithm;
import dev.gatehouse.jose.SigningKey;
import dev.gatehouse.jose.VerificationKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The keys as they were at one moment: the one that signs, and all that verify.
///
/// @param byKid in the order in which they were made
record KeyRing(SigningKey current, Map<String, VerificationKey> byKid) {

    /// @param shared the key of the settings, if it is the one that signs
    static KeyRing of(List<StoredKey> stored, KeyChest chest, JwtAlgorithm algorithm, Optional<SigningKey> shared) {
        var byKid = new LinkedHashMap<String, VerificationKey>();
        var current = shared;
        for (var kept : stored) {
            var key = chest.open(kept);
            byKid.put(key.kid(), key.verificationKey());
            if (kept.algorithm() == algorithm && kept.state() == StoredKey.State.CURRENT) current = Optional.of(key);
        }
        var signing = current.orElseThrow(() -> new IllegalStateException("no stored key signs with " + algorithm));
        byKid.put(signing.kid(), signing.verificationKey());
        return new KeyRing(signing, byKid);
    }
}
