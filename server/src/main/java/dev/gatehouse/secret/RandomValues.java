package dev.gatehouse.secret;

import java.security.SecureRandom;

/// Bytes that nobody can guess.
public final class RandomValues {
    private RandomValues() {}

    /// Asks for a new generator each time: that costs less than sharing one between threads, and picks the
    /// provider that is in charge by then.
    public static byte[] bytes(int count) {
        var bytes = new byte[count];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
