package dev.gatehouse.signin;

import dev.gatehouse.session.Standing;
import dev.gatehouse.token.RefreshSecret;
import java.time.Duration;

/// What became of one attempt to sign in.
public sealed interface SignIn {

    /// @param standing the person and the session that has just begun
    record SignedIn(Standing standing, RefreshSecret refreshToken) implements SignIn {}

    /// There is no such account, or it has another password: nobody is told which.
    record WrongCredentials() implements SignIn {}

    /// The password was right, but an administrator disabled the account. Only somebody who knows the password
    /// learns it.
    record Disabled() implements SignIn {}

    /// Too many failures; the password was not looked at, or does not count.
    record Throttled(Duration retryAfter) implements SignIn {}

    /// Too many passwords are being compared already; nothing was done.
    record Busy(Duration retryAfter) implements SignIn {}
}
