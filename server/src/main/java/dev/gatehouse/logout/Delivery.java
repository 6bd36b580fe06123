package dev.gatehouse.logout;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/// A client that is still to be told that a session is over.
///
/// @param id random, says nothing
/// @param attempts how often it was begun, by whatever node
/// @param dueAt when the next attempt may begin. Whoever begins one puts it off for as long as an attempt may take, so
///     that it is one node's for that time, and everybody's again if that node dies
record Delivery(
        String tenantId,
        UUID id,
        String clientId,
        UUID accountId,
        UUID sessionId,
        Instant createdAt,
        int attempts,
        Instant dueAt) {

    /// After this the client is told no more: its own sessions will have ended.
    static final Duration LONGEST = Duration.ofHours(24);

    /// Longer than any attempt takes.
    static final Duration LEASE = Duration.ofMinutes(1);

    static Delivery of(String tenantId, UUID id, String clientId, UUID accountId, UUID sessionId, Instant now) {
        return new Delivery(tenantId, id, clientId, accountId, sessionId, now, 0, now);
    }

    /// The same in the hands of somebody who begins an attempt.
    Delivery begun(Instant now) {
        return new Delivery(tenantId, id, clientId, accountId, sessionId, createdAt, attempts + 1, now.plus(LEASE));
    }

    /// Whether an attempt at that time would be too late.
    boolean isHopelessAt(Instant next) {
        return !next.isBefore(createdAt.plus(LONGEST));
    }
}
