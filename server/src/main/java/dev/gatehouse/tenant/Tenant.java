package dev.gatehouse.tenant;

import java.time.Instant;
import java.util.Optional;

/// An isolated set of people, clients, keys and permissions.
///
/// @param id the first part of every key: `main`, or a ULID of one that was made later
/// @param removedAt since when it is gone for everybody; what belongs to it is cleared away after that
public record Tenant(String id, String name, Instant createdAt, Optional<Instant> removedAt) {

    /// The tenant that every installation has.
    public static final String MAIN = "main";
}
