package dev.gatehouse.token;

import dev.gatehouse.audit.AuditEvent;
import dev.gatehouse.audit.AuditLog;
import dev.gatehouse.audit.Origin;
import dev.gatehouse.mapper.Database;
import dev.gatehouse.mapper.ReadTx;
import dev.gatehouse.mapper.Tx;
import dev.gatehouse.session.Sessions;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Tells which token families live, and ends them.
public final class TokenFamilies {

    private final TokenFamilyStore store = new TokenFamilyStore();
    private final ClientRefreshTokenStore refreshTokens = new ClientRefreshTokenStore();
    private final Database database;
    private final Sessions sessions;
    private final AuditLog audit;

    public TokenFamilies(Database database, Sessions sessions, AuditLog audit) {
        this.database = database;
        this.sessions = sessions;
        this.audit = audit;
    }

    /// Looks whether a family lives: asked at every use of any of its tokens, so that a revocation, a disabled
    /// account and a sign-out are felt at once.
    public Optional<Permit> findLive(String tenantId, UUID id) {
        return database.read(tx -> findLive(tx, tenantId, id));
    }

    Optional<Permit> findLive(ReadTx tx, String tenantId, UUID id) {
        return store.findLive(tx, tenantId, id).filter(permit -> isBacked(tx, permit.family()));
    }

    /// @return whether this call ended it
    boolean revoke(Tx tx, TokenFamily family, Origin origin, String reason) {
        var revoked = store.revoke(tx, family.tenantId(), family.id());
        if (revoked) {
            var details = Map.of("client", family.clientId(), "reason", reason);
            var subject = family.accountId().toString();
            audit.append(tx, new AuditEvent(family.tenantId(), "tokens.revoked", subject, origin, details));
        }
        return revoked;
    }

    /// Ends all that a client holds on behalf of a person, as part of something larger.
    public void revokeAllOf(Tx tx, String tenantId, UUID accountId, String clientId) {
        store.revokeAllOf(tx, tenantId, accountId, clientId);
    }

    /// Removes what can be used no more, a bounded part of it.
    public int sweep(Tx tx, int most) {
        return Math.max(store.removeExpired(tx, most), refreshTokens.removeExpired(tx, most));
    }

    private boolean isBacked(ReadTx tx, TokenFamily family) {
        return family.isOffline()
                || sessions.findLive(tx, family.tenantId(), family.sessionId()).isPresent();
    }
}
