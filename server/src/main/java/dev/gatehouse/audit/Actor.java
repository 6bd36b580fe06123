package dev.gatehouse.audit;

import java.util.Optional;
import java.util.UUID;

/// Whoever acts, once it is known who that is: a person, or an application for itself.
///
/// @param id of the account, or of the client
public record Actor(String tenantId, Kind kind, String id) {

    /// What may act; in relationships the type of its name.
    public enum Kind {
        PERSON("person"),
        CLIENT("client");

        private final String type;

        Kind(String type) {
            this.type = type;
        }
    }

    public static Actor person(String tenantId, UUID account) {
        return new Actor(tenantId, Kind.PERSON, account.toString());
    }

    public static Actor client(String tenantId, String clientId) {
        return new Actor(tenantId, Kind.CLIENT, clientId);
    }

    /// The account, if it is a person.
    public Optional<UUID> person() {
        return kind == Kind.PERSON ? Optional.of(UUID.fromString(id)) : Optional.empty();
    }

    /// As relationships call it, `person:0198…` or `client:web-shop`.
    public String name() {
        return kind.type + ":" + id;
    }
}
