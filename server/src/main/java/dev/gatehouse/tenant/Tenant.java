package dev.gatehouse.tenant;

import java.time.Instant;

/// An isolated set of people, clients, keys and permissions.
///
/// @param id lower-case name, the first part of every key
public record Tenant(String id, String name, Instant createdAt) {

    /// The tenant that every installation has.
    public static final String MAIN = "main";
}
