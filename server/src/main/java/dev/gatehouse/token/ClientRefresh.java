package dev.gatehouse.token;

/// What became of one use of a client's refresh token.
public sealed interface ClientRefresh {

    /// @param successor the refresh token to use next time; the same one for every use within the grace
    record Refreshed(Permit permit, RefreshSecret successor) implements ClientRefresh {}

    /// The token was spent before and the grace is over: somebody has a copy, so its family was revoked.
    record Replayed() implements ClientRefresh {}

    /// There is no such token for this client, it expired, or its family does not live any more.
    record Unknown() implements ClientRefresh {}

    /// It is bound to a key that was not proven. The token is as good as before.
    ///
    /// @spec https://www.rfc-editor.org/rfc/rfc9449#section-5 RFC 9449 §5
    record OtherKey() implements ClientRefresh {}

    /// More is asked for than was allowed. The token is as good as before.
    record ScopeTooWide() implements ClientRefresh {}

    /// A resource that was not allowed. The token is as good as before.
    record OtherTarget() implements ClientRefresh {}
}
