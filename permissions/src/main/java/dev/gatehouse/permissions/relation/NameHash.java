package dev.gatehouse.permissions.relation;

import java.security.SecureRandom;

/// Hashes of names that nobody outside can foresee: whoever chooses the names of documents must not be able
/// to choose a million that collide.
final class NameHash {

    private static final long SEED = new SecureRandom().nextLong();
    private static final long FACTOR = new SecureRandom().nextLong() | 1;

    private NameHash() {}

    /// @param end how many of the name's letters count
    static long of(String name, int end) {
        var hash = SEED ^ end;
        var four = 0L;
        for (var index = 0; index < end; index++) {
            four = four << 16 | name.charAt(index);
            if ((index & 3) == 3) {
                hash = fold(hash ^ four);
                four = 0;
            }
        }
        return fold(fold(hash ^ four) ^ SEED);
    }

    static long of(long number) {
        return fold(number ^ SEED);
    }

    /// Both halves of the product, so that every bit counts in every other.
    private static long fold(long value) {
        return Math.multiplyHigh(value, FACTOR) ^ value * FACTOR;
    }
}
