package dev.gatehouse.account;

import java.time.Instant;

/// A person and the stored hash of the password.
///
/// @param changedAt when the person last chose a password; hashing it anew does not count
public record Credential(Account account, String hash, Instant changedAt) {

    /// Whether the person still has the password that `other` was read with, however it is hashed by now.
    public boolean isSamePassword(Credential other) {
        return account.id().equals(other.account.id()) && changedAt.equals(other.changedAt);
    }

    @Override
    public String toString() {
        return "Credential[" + account.subject() + "]";
    }
}
