package dev.gatehouse.signin;

import dev.gatehouse.session.Standing;
import java.time.Duration;

/// What became of one attempt to sign in.
///
/// @param <P> with what the session is used: a refresh token, or a browser's cookie
public sealed interface SignIn<P> {

    /// @param standing the person and the session that has just begun
    record SignedIn<P>(Standing standing, P proof) implements SignIn<P> {}

    /// There is no such account, or it has another password: nobody is told which.
    record WrongCredentials<P>() implements SignIn<P> {}

    /// The password was right, but an administrator disabled the account. Only somebody who knows the password
    /// learns it.
    record Disabled<P>() implements SignIn<P> {}

    /// Too many failures; the password was not looked at, or does not count.
    record Throttled<P>(Duration retryAfter) implements SignIn<P> {}

    /// Too many passwords are being compared already; nothing was done.
    record Busy<P>(Duration retryAfter) implements SignIn<P> {}
}
