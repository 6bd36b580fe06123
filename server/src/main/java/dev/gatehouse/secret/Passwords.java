package dev.gatehouse.secret;

import java.time.Duration;

/// Passwords hashed and compared, a bounded number at a time.
///
/// May be called from any number of virtual threads; each waits for its own answer. Call it outside a
/// transaction.
public final class Passwords implements AutoCloseable {
    private static final int WAITING = 64;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
    private static final Hashing.Busy BUSY = new Hashing.Busy(Duration.ofSeconds(2));

    private final HashingQueue queue =
            new HashingQueue(Runtime.getRuntime().availableProcessors(), WAITING, LONGEST_WAIT);
    private final PasswordHash hasher;
    private final String nobody;

    /// @param cost of hashes made from now on; older ones keep theirs until they are made anew
    public Passwords(PasswordCost cost, MasterKey master) {
        this.hasher = new PasswordHash(cost, Pepper.of(master));
        this.nobody = hasher.ofNobody();
    }

    /// Hashes a new password.
    public Hashing hash(String password) {
        return queue.<Hashing>run(() -> new Hashing.Hashed(hasher.hash(password)))
                .orElse(BUSY);
    }

    /// Compares a password with what [#hash] once gave.
    ///
    /// @throws UnreadableHash when `stored` is not such a text, or was made under another master key
    public Verification verify(String stored, String password) {
        return queue.run(() -> hasher.verify(stored, password)).orElse(BUSY);
    }

    /// Does the work of [#verify] for an account that does not exist, so that the time taken does not tell.
    public Verification verifyNobody(String password) {
        return verify(nobody, password);
    }

    @Override
    public void close() {
        queue.close();
    }
}
