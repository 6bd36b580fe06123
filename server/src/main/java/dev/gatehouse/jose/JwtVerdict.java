package dev.gatehouse.jose;

import java.time.Instant;

/// What came of looking at a token.
public sealed interface JwtVerdict {
    /// Everything that was expected of it holds.
    record Valid(JwtClaims claims) implements JwtVerdict {}

    /// Genuine, but too late: whoever holds it may be told so.
    record Expired(Instant at) implements JwtVerdict {}

    /// Not to be believed.
    ///
    /// @param why for the log; it holds nothing of the token but names of algorithms, types and keys, cut short
    record Invalid(String why) implements JwtVerdict {}
}
