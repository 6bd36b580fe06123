package dev.gatehouse.authorize;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// How far a person has come with one request.
///
/// @param since when the person was first sent to a page for it; what must be fresh is no older
/// @param chosen the session in which the person decided to go on
/// @param isDenied whether the person said no
record Progress(Instant since, Optional<UUID> chosen, boolean isDenied) {}
