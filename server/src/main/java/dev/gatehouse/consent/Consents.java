package dev.gatehouse.consent;

import dev.gatehouse.account.Farewell;
import dev.gatehouse.account.Farewells;
import dev.gatehouse.audit.AuditEvent;
import dev.gatehouse.audit.AuditLog;
import dev.gatehouse.audit.Origin;
import dev.gatehouse.mapper.Database;
import dev.gatehouse.mapper.Tx;
import dev.gatehouse.token.TokenFamilies;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Remembers what people allowed clients, and forgets it when they say so.
public final class Consents {

    private final ConsentStore store = new ConsentStore();
    private final Database database;
    private final TokenFamilies families;
    private final Farewells farewells;
    private final AuditLog audit;

    public Consents(Database database, TokenFamilies families, Farewells farewells, AuditLog audit) {
        this.database = database;
        this.families = families;
        this.farewells = farewells;
        this.audit = audit;
    }

    /// Whether the person need not be asked: all of it was allowed before.
    public boolean covers(String tenantId, UUID accountId, String clientId, Set<String> scopes) {
        return find(tenantId, accountId, clientId)
                .filter(consent -> consent.covers(scopes))
                .isPresent();
    }

    public Optional<Consent> find(String tenantId, UUID accountId, String clientId) {
        return database.read(tx -> store.find(tx, tenantId, accountId, clientId));
    }

    /// Adds to what was allowed before.
    public void remember(String tenantId, UUID accountId, String clientId, Set<String> scopes, Origin origin) {
        database.run(tx -> remember(tx, tenantId, accountId, clientId, scopes, origin));
    }

    /// As part of something larger.
    public void remember(Tx tx, String tenantId, UUID accountId, String clientId, Set<String> scopes, Origin origin) {
        store.takeTurn(tx, accountId);
        var consent = store.find(tx, tenantId, accountId, clientId)
                .map(before -> before.and(scopes, tx.now()))
                .orElseGet(() ->
                        new Consent(tenantId, accountId, clientId, new LinkedHashSet<>(scopes), tx.now(), tx.now()));
        store.keep(tx, consent);
        var details = Map.of("client", clientId, "scopes", String.join(" ", scopes));
        audit.append(tx, new AuditEvent(tenantId, "consent.given", accountId.toString(), origin, details));
    }

    /// @return in the order of the clients' ids
    List<Consent> list(String tenantId, UUID accountId) {
        return database.read(tx -> store.list(tx, tenantId, accountId));
    }

    /// Takes back what was allowed, and with it every token that the client holds on the person's behalf. The
    /// client is told that the person is signed out: it knew the person by this consent.
    ///
    /// @return false when there was nothing to revoke
    public boolean revoke(String tenantId, UUID accountId, String clientId, Origin origin) {
        return database.write(tx -> {
            var revoked = store.remove(tx, tenantId, accountId, clientId);
            if (revoked) {
                farewells.say(tx, new Farewell.OneClient(tenantId, accountId, clientId));
                families.revokeAllOf(tx, tenantId, accountId, clientId);
                var details = Map.of("client", clientId);
                audit.append(tx, new AuditEvent(tenantId, "consent.revoked", accountId.toString(), origin, details));
            }
            return revoked;
        });
    }
}
