package dev.gatehouse.secret;

/// What became of comparing a password with a stored hash. It may also be [Hashing.Busy].
public sealed interface Verification permits Verification.Matches, Verification.Differs, Hashing.Busy {
    /// It is the password.
    ///
    /// @param needsRehash whether the stored hash was made at another cost or with another pepper than
    ///     today's, and should be replaced now that the password is at hand
    record Matches(boolean needsRehash) implements Verification {}

    /// It is another password.
    record Differs() implements Verification {}
}
