package dev.gatehouse.account;

import java.time.Duration;
import java.util.List;

/// What became of a wish for an account.
public sealed interface Registration {

    record Registered(Account account) implements Registration {}

    /// Somebody has an account under this address of e-mail.
    record EmailTaken() implements Registration {}

    /// @param objections every one, not just the first
    record PasswordRefused(List<PasswordPolicy.Objection> objections) implements Registration {}

    /// Nobody may register by himself here.
    record Closed() implements Registration {}

    /// An invitation is needed, and there was none, or it is unknown, spent or expired.
    record NotInvited() implements Registration {}

    /// The one-time code is unknown, spent or expired, or there is an administrator already.
    record WrongSetupCode() implements Registration {}

    /// Too many passwords are being hashed already; nothing was done.
    record Busy(Duration retryAfter) implements Registration {}
}
