package dev.gatehouse.group;

import java.time.Instant;
import java.util.Optional;

/// Some people, applications and other groups under one name.
///
/// @param id its name in relationships, `staff` of `group:staff`; it never changes
/// @param name for people, and for applications that ask who is in which group; no two of a tenant are alike
public record Group(
        String tenantId, String id, String name, Optional<String> description, Instant createdAt, Instant updatedAt) {

    Group with(String changedName, Optional<String> changedDescription, Instant now) {
        return new Group(tenantId, id, changedName, changedDescription, createdAt, now);
    }

    /// As relationships call it.
    public String object() {
        return Grantee.GROUP + ":" + id;
    }
}
