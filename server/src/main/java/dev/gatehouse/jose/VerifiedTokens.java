package dev.gatehouse.jose;

import dev.gatehouse.secret.Digest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/// Remembers which signatures were found good, so that a token that comes with every request is checked once.
///
/// Only good ones are remembered, by digest and up to a fixed number. Time, key and whatever else may change is
/// judged again by the asker each time. When it is full the expired go, then any others: digests have no order,
/// so nobody can choose whom to push out.
final class VerifiedTokens {
    /// @param key the signature was checked with
    record Verified(JwtClaims claims, VerificationKey key) {}

    record Fingerprint(long a, long b, long c, long d) {
        static Fingerprint of(String token) {
            var digest = ByteBuffer.wrap(Digest.bytes(token.getBytes(StandardCharsets.UTF_8)));
            return new Fingerprint(digest.getLong(), digest.getLong(), digest.getLong(), digest.getLong());
        }
    }

    private final int capacity;
    private final ConcurrentHashMap<Fingerprint, Verified> verified = new ConcurrentHashMap<>();
    private final ReentrantLock makingRoom = new ReentrantLock();

    VerifiedTokens(int capacity) {
        this.capacity = capacity;
    }

    Optional<Verified> find(Fingerprint token) {
        return Optional.ofNullable(verified.get(token));
    }

    /// @param now by which the expired are told
    void remember(Fingerprint token, Verified found, Instant now) {
        if (verified.mappingCount() < capacity || makeRoom(now)) verified.put(token, found);
    }

    /// Whoever finds another at it does without: the token is merely checked once more.
    private boolean makeRoom(Instant now) {
        if (!makingRoom.tryLock()) return false;
        try {
            verified.values()
                    .removeIf(one -> one.claims().expiresAt().map(now::isAfter).orElse(true));
            var surplus = verified.mappingCount() - capacity * 7L / 8;
            verified.keySet().stream().limit(Math.max(0, surplus)).forEach(verified::remove);
            return capacity > 0;
        } finally {
            makingRoom.unlock();
        }
    }

    long size() {
        return verified.mappingCount();
    }
}
