package dev.gatehouse.secret;

/// What one password hash costs: us once a sign-in, whoever stole the table once a guess.
///
/// @param memoryKib memory of one hash in KiB
/// @param iterations passes over that memory
/// @param parallelism lanes, as the format counts them; they are computed one after another here
///
/// @spec https://www.rfc-editor.org/rfc/rfc9106#section-3.1 RFC 9106 §3.1
public record PasswordCost(int memoryKib, int iterations, int parallelism) {

    /// 19 MiB, two passes, one lane: the least that OWASP's Password Storage Cheat Sheet allows for Argon2id, so
    /// that a small machine can answer a morning's sign-ins. Set it higher where there is room.
    public static final PasswordCost DEFAULT = new PasswordCost(19 * 1024, 2, 1);

    private static final int MEMORY_LIMIT_KIB = 4 * 1024 * 1024;
    private static final int ITERATION_LIMIT = 1_000;
    private static final int LANE_LIMIT = 64;

    /// Refuses what Argon2 cannot compute, and what would stop the server: the numbers may come from a stored
    /// hash.
    public PasswordCost {
        within("parallelism", parallelism, 1, LANE_LIMIT);
        within("iterations", iterations, 1, ITERATION_LIMIT);
        within("memory in KiB", memoryKib, 8 * parallelism, MEMORY_LIMIT_KIB);
    }

    private static void within(String what, int value, int least, int most) {
        if (value < least || value > most)
            throw new IllegalArgumentException(
                    "password cost: " + what + " must be from " + least + " to " + most + ", not " + value);
    }
}
