package dev.gatehouse.token;

import dev.gatehouse.audit.AuditEvent;
import dev.gatehouse.audit.AuditLog;
import dev.gatehouse.audit.Origin;
import dev.gatehouse.mapper.Database;
import dev.gatehouse.mapper.ReadTx;
import dev.gatehouse.mapper.Tx;
import dev.gatehouse.notice.Kept;
import dev.gatehouse.notice.Notices;
import dev.gatehouse.notice.Topic;
import dev.gatehouse.session.Sessions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Tells which token families live, and ends them.
public final class TokenFamilies {

    /// Those of the tokens that are in use right now.
    private static final int REMEMBERED = 10_000;

    private final TokenFamilyStore store = new TokenFamilyStore();
    private final ClientRefreshTokenStore refreshTokens = new ClientRefreshTokenStore();
    private final Database database;
    private final Sessions sessions;
    private final AuditLog audit;
    private final Notices notices;
    private final Kept<Named, Backed> live;

    private record Named(String tenantId, UUID id) {}

    /// @param until when family or session end by themselves; either may be put off meanwhile
    private record Backed(Permit permit, Instant until) {}

    public TokenFamilies(Database database, Sessions sessions, AuditLog audit, Notices notices, InstantSource clock) {
        this.database = database;
        this.sessions = sessions;
        this.audit = audit;
        this.notices = notices;
        this.live = new Kept<>(REMEMBERED, clock);
        notices.listen(Topic.STANDINGS, live::forget);
        notices.listen(Topic.CLIENTS, live::forget);
    }

    /// Looks whether a family lives: asked at every use of any of its tokens, so that a revocation, a disabled
    /// account and a sign-out are felt at once. What was found is kept in memory, and forgotten before whoever ends
    /// something is told that it has ended; on other nodes within a second.
    public Optional<Permit> findLive(String tenantId, UUID id) {
        return live.find(
                        new Named(tenantId, id),
                        named -> database.read(tx -> findBacked(tx, named.tenantId(), named.id())),
                        Backed::until)
                .map(Backed::permit);
    }

    Optional<Permit> findLive(ReadTx tx, String tenantId, UUID id) {
        return findBacked(tx, tenantId, id).map(Backed::permit);
    }

    /// Finds a family, whether it lives or not.
    Optional<TokenFamily> find(ReadTx tx, String tenantId, UUID id) {
        return store.find(tx, tenantId, id);
    }

    /// @return whether this call ended it
    boolean revoke(Tx tx, TokenFamily family, Origin origin, String reason) {
        var revoked = store.revoke(tx, family.tenantId(), family.id());
        if (revoked) {
            notices.post(tx, Topic.STANDINGS);
            var details = Map.of("client", family.clientId(), "reason", reason);
            var subject = family.accountId().toString();
            audit.append(tx, new AuditEvent(family.tenantId(), "tokens.revoked", subject, origin, details));
        }
        return revoked;
    }

    /// Ends all that a client holds on behalf of a person, as part of something larger.
    public void revokeAllOf(Tx tx, String tenantId, UUID accountId, String clientId) {
        store.revokeAllOf(tx, tenantId, accountId, clientId);
        notices.post(tx, Topic.STANDINGS);
    }

    /// Removes what can be used no more, a bounded part of it.
    public int sweep(Tx tx, int most) {
        return Math.max(store.removeExpired(tx, most), refreshTokens.removeExpired(tx, most));
    }

    private Optional<Backed> findBacked(ReadTx tx, String tenantId, UUID id) {
        return store.findLive(tx, tenantId, id).flatMap(permit -> backed(tx, permit));
    }

    private Optional<Backed> backed(ReadTx tx, Permit permit) {
        var family = permit.family();
        if (family.parentId().isPresent())
            return findBacked(tx, family.tenantId(), family.parentId().get())
                    .map(parent -> until(permit, parent.until()));
        if (family.isOffline()) return Optional.of(new Backed(permit, family.expiresAt()));
        return sessions.findLive(tx, family.tenantId(), family.sessionId())
                .map(standing -> standing.session().end())
                .map(end -> until(permit, end));
    }

    private static Backed until(Permit permit, Instant end) {
        var own = permit.family().expiresAt();
        return new Backed(permit, end.isBefore(own) ? end : own);
    }
}
