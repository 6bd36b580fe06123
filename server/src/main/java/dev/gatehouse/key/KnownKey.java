package dev.gatehouse.key;

import java.time.Instant;

/// A stored signing key as an operator sees it.
///
/// @param algorithm as the `alg` header spells it
/// @param state `next`, `current` or `retired`
/// @param since when it came into that state
public record KnownKey(String kid, String algorithm, String state, Instant since) {

    static KnownKey of(StoredKey key) {
        return new KnownKey(
                key.kid(), key.algorithm().headerName(), key.state().name().toLowerCase(), key.changedAt());
    }
}
