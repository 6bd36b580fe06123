package dev.gatehouse.client;

import java.time.Instant;

/// An application that is registered with us.
///
/// @spec https://www.rfc-editor.org/rfc/rfc6749#section-1.1 RFC 6749 §1.1, §2
public record Client(String tenantId, String id, ClientProfile profile, Instant createdAt, Instant updatedAt) {

    Client with(ClientProfile other, Instant now) {
        return new Client(tenantId, id, other, createdAt, now);
    }
}
