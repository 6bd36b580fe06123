package dev.gatehouse.group;

import dev.gatehouse.account.Accounts;
import dev.gatehouse.client.Clients;
import dev.gatehouse.mapper.ReadTx;
import java.util.Optional;
import java.util.UUID;

/// Knows who is there to be given something.
public final class Grantees {

    private final GroupStore groups = new GroupStore();
    private final Accounts accounts;
    private final Clients clients;

    public Grantees(Accounts accounts, Clients clients) {
        this.accounts = accounts;
        this.clients = clients;
    }

    /// @return false also for a kind that nothing can be given to
    public boolean exists(ReadTx tx, String tenantId, Grantee grantee) {
        return switch (grantee.type()) {
            case Grantee.PERSON ->
                uuid(grantee.id())
                        .filter(id -> accounts.exists(tx, tenantId, id))
                        .isPresent();
            case Grantee.CLIENT -> clients.exists(tx, tenantId, grantee.id());
            case Grantee.GROUP -> groups.find(tx, tenantId, grantee.id()).isPresent();
            default -> false;
        };
    }

    /// One spelling only: another is another name in relationships.
    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text)).filter(id -> id.toString().equals(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
