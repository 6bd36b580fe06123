package dev.gatehouse.token;

import java.util.UUID;

/// A client that was told who signed in, and in which session: the `sid` that it knows.
///
/// @spec https://openid.net/specs/openid-connect-backchannel-1_0.html#RememberRPs Back-Channel Logout
/// §2.3
public record Participant(UUID sessionId, String clientId) {}
