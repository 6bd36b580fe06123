package dev.gatehouse.account;

import java.util.Optional;
import java.util.UUID;

/// Which of a person's sessions end, or where a session is over although it goes on elsewhere. Said while everything
/// still stands in the tables.
public sealed interface Farewell {

    String tenantId();

    UUID accountId();

    /// One session ends.
    record OneSession(String tenantId, UUID accountId, UUID sessionId) implements Farewell {}

    /// All sessions of the account end: it is disabled or removed, or somebody ended them all.
    ///
    /// @param survivor a session that goes on, such as the one in which the person has just changed the password
    record AllSessions(String tenantId, UUID accountId, Optional<UUID> survivor) implements Farewell {}

    /// The person takes back what was allowed to a client. The sessions go on; that client has no part in them any
    /// more.
    record OneClient(String tenantId, UUID accountId, String clientId) implements Farewell {}
}
