package dev.gatehouse.grant;

import dev.gatehouse.token.AccessToken;
import dev.gatehouse.token.RefreshSecret;
import java.util.Optional;
import java.util.SequencedSet;

/// What became of a wish for tokens.
sealed interface Grant {

    record Granted(
            AccessToken accessToken,
            SequencedSet<String> scopes,
            Optional<RefreshSecret> refreshToken,
            Optional<String> idToken)
            implements Grant {}

    /// For a token that was shown.
    ///
    /// @spec https://www.rfc-editor.org/rfc/rfc8693#section-2.2.1 RFC 8693 §2.2.1
    record Exchanged(AccessToken accessToken, SequencedSet<String> scopes) implements Grant {}

    /// @param why for the developer of the client
    record Refused(Reason reason, String why) implements Grant {}

    /// @spec https://www.rfc-editor.org/rfc/rfc6749#section-5.2 RFC 6749 §5.2
    /// @spec https://www.rfc-editor.org/rfc/rfc8628#section-3.5 RFC 8628 §3.5
    enum Reason {
        MISSING_PARAMETER,
        NOT_ACCEPTED,
        INVALID_GRANT,
        UNAUTHORIZED_CLIENT,
        INVALID_SCOPE,
        INVALID_TARGET,
        AUTHORIZATION_PENDING,
        SLOW_DOWN,
        ACCESS_DENIED,
        EXPIRED_TOKEN
    }
}
