package dev.gatehouse.token;

import java.util.Optional;

/// Of whom an ID token of ours speaks that somebody sends as a hint. It may have expired long ago.
///
/// @param clientId to whom it was given
/// @param sid the session in which it was
public record IdTokenHint(String clientId, String subject, Optional<String> sid) {}
