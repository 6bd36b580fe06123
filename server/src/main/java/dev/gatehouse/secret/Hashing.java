package dev.gatehouse.secret;

import java.time.Duration;

/// What became of a wish to hash a new password.
public sealed interface Hashing {
    /// The text to store.
    record Hashed(String stored) implements Hashing {}

    /// Too many passwords are being hashed already; ask again after the given time.
    record Busy(Duration retryAfter) implements Hashing, Verification {}
}
