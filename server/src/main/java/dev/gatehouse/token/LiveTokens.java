package dev.gatehouse.token;

import dev.gatehouse.audit.AuditEvent;
import dev.gatehouse.audit.AuditLog;
import dev.gatehouse.audit.Origin;
import dev.gatehouse.claims.Subjects;
import dev.gatehouse.client.Client;
import dev.gatehouse.client.Clients;
import dev.gatehouse.jose.JwtClaims;
import dev.gatehouse.mapper.Database;
import dev.gatehouse.mapper.Tx;
import dev.gatehouse.notice.Kept;
import dev.gatehouse.notice.Notices;
import dev.gatehouse.notice.Topic;
import dev.gatehouse.session.Sessions;
import dev.gatehouse.tenant.Tenant;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Tells whether what a genuine access token stands on is still there, and revokes tokens one by one.
///
/// What was found is kept in memory and forgotten by notice: see [Kept].
public final class LiveTokens {

    private static final int REMEMBERED = 10_000;

    private final RevokedTokenStore revoked = new RevokedTokenStore();
    private final Database database;
    private final Clients clients;
    private final Sessions sessions;
    private final TokenFamilies families;
    private final Subjects subjects;
    private final AuditLog audit;
    private final Notices notices;
    private final Kept<String, String> unrevoked;

    public LiveTokens(
            Database database,
            Clients clients,
            Sessions sessions,
            TokenFamilies families,
            Subjects subjects,
            AuditLog audit,
            Notices notices,
            InstantSource clock) {
        this.database = database;
        this.clients = clients;
        this.sessions = sessions;
        this.families = families;
        this.subjects = subjects;
        this.audit = audit;
        this.notices = notices;
        this.unrevoked = new Kept<>(REMEMBERED, clock);
        notices.listen(Topic.STANDINGS, unrevoked::forget);
    }

    /// The rules, in order:
    ///
    /// 1. the token was not revoked by itself
    /// 2. of our own API: its session lives, and is that of the person whom the token names
    /// 3. of a client: the client is still registered
    /// 4. on behalf of a person: the family lives, and is that of the client and the person whom the token names
    ///
    /// Names are compared because with HS* others share our key and may have written anything there.
    ///
    /// @param claims of a token that was found genuine and in time
    public Optional<LiveToken> find(JwtClaims claims) {
        if (isRevoked(claims)) return Optional.empty();
        if (AccessTokens.isFirstParty(claims)) return ofSession(claims);
        return claims.text("client_id")
                .flatMap(id -> clients.find(Tenant.MAIN, id))
                .flatMap(client -> claims.all().containsKey(AccessTokens.FAMILY)
                        ? ofFamily(claims, client)
                        : Optional.of(new LiveToken.OfClient(claims, client)));
    }

    /// Revokes one access token. Everything else that its client holds stays as it is.
    public void revoke(Client client, JwtClaims claims, Origin origin) {
        var jti = claims.text("jti").orElseThrow();
        var end = claims.expiresAt().orElseThrow();
        database.run(tx -> {
            if (!revoked.add(tx, client.tenantId(), jti, end)) return;
            notices.post(tx, Topic.STANDINGS);
            var details = Map.of("client", client.id(), "jti", jti);
            var subject = claims.text(AccessTokens.FAMILY)
                    .flatMap(LiveTokens::uuid)
                    .flatMap(family -> families.find(tx, client.tenantId(), family))
                    .map(family -> family.accountId().toString())
                    .orElse(client.id());
            audit.append(tx, new AuditEvent(client.tenantId(), "token.revoked", subject, origin, details));
        });
    }

    /// Removes what has expired, a bounded part of it.
    public int sweep(Tx tx, int most) {
        return revoked.removeExpired(tx, most);
    }

    private boolean isRevoked(JwtClaims claims) {
        return claims.text("jti")
                .filter(jti -> unrevoked
                        .find(jti, this::loadUnrevoked, _ -> claims.expiresAt().orElse(Instant.EPOCH))
                        .isEmpty())
                .isPresent();
    }

    private Optional<String> loadUnrevoked(String jti) {
        return database.<Boolean>read(tx -> revoked.has(tx, Tenant.MAIN, jti)) ? Optional.empty() : Optional.of(jti);
    }

    private Optional<LiveToken> ofSession(JwtClaims claims) {
        return claims.text("sid")
                .flatMap(LiveTokens::uuid)
                .flatMap(id -> sessions.findLive(Tenant.MAIN, id))
                .filter(standing ->
                        claims.subject().equals(Optional.of(standing.account().subject())))
                .map(standing -> new LiveToken.OfSession(claims, standing));
    }

    private Optional<LiveToken> ofFamily(JwtClaims claims, Client client) {
        return claims.text(AccessTokens.FAMILY)
                .flatMap(LiveTokens::uuid)
                .flatMap(id -> families.findLive(Tenant.MAIN, id))
                .filter(permit -> permit.family().clientId().equals(client.id()))
                .filter(permit -> claims.subject()
                        .equals(Optional.of(subjects.of(client, permit.account().id()))))
                .map(permit -> new LiveToken.OfFamily(claims, client, permit));
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
