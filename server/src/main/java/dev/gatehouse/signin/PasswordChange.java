package dev.gatehouse.signin;

import dev.gatehouse.account.PasswordPolicy;
import java.time.Duration;
import java.util.List;

/// What became of a wish for a new password.
public sealed interface PasswordChange {

    /// The new password holds; all other sessions were ended if that was asked for.
    record Changed() implements PasswordChange {}

    record WrongPassword() implements PasswordChange {}

    /// @param objections every one, not just the first
    record Refused(List<PasswordPolicy.Objection> objections) implements PasswordChange {}

    record Throttled(Duration retryAfter) implements PasswordChange {}

    record Busy(Duration retryAfter) implements PasswordChange {}
}
