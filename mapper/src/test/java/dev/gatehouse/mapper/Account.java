package dev.gatehouse.mapper;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// For tests: a person's record, with a bit of everything.
record Account(
        String tenantId,
        UUID id,
        String email,
        Optional<String> name,
        Status status,
        long version,
        Instant createdAt,
        Optional<Instant> endedAt) {
    enum Status {
        ACTIVE,
        LOCKED_OUT
    }

    static final Instant NOON = Instant.parse("2026-03-04T12:00:00.123456Z");

    static Account named(String name) {
        return new Account(
                "main",
                UUID.nameUUIDFromBytes(name.getBytes()),
                name + "@example.com",
                Optional.of(name),
                Status.ACTIVE,
                1,
                NOON,
                Optional.empty());
    }

    Account at(Instant createdAt) {
        return new Account(tenantId, id, email, name, status, version, createdAt, endedAt);
    }
}
