package dev.gatehouse.token;

import dev.gatehouse.session.Standing;

/// What became of one use of a refresh token.
public sealed interface Refresh {

    /// @param standing whose session it is, as this transaction reads it
    /// @param successor the refresh token to use next time; the same one for every use within the grace
    record Refreshed(Standing standing, RefreshSecret successor) implements Refresh {}

    /// The token was spent before and the grace is over: somebody has a copy, so the session was ended.
    record Replayed() implements Refresh {}

    /// There is no such token, it expired, or its session does not live any more.
    record Unknown() implements Refresh {}
}
