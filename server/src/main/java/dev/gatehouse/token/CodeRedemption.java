package dev.gatehouse.token;

import java.util.Optional;

/// What a client has for its authorization code.
public sealed interface CodeRedemption {

    /// @param nonce for the ID token
    /// @param refreshToken if the client may have one
    record Redeemed(Permit permit, Optional<String> nonce, Optional<RefreshSecret> refreshToken)
            implements CodeRedemption {}

    /// Unknown, expired, spent, or not this caller's: they are not told apart.
    record Refused() implements CodeRedemption {}
}
