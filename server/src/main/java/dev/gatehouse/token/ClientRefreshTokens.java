package dev.gatehouse.token;

import dev.gatehouse.audit.AuditEvent;
import dev.gatehouse.audit.AuditLog;
import dev.gatehouse.audit.Origin;
import dev.gatehouse.claims.Subjects;
import dev.gatehouse.client.Client;
import dev.gatehouse.mapper.Database;
import dev.gatehouse.mapper.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/// Gives refresh tokens to clients, rotates them, and revokes the family of one that is used by two.
///
/// @spec https://www.rfc-editor.org/rfc/rfc6749#section-6 RFC 6749 §6
/// @spec https://www.rfc-editor.org/rfc/rfc9700#section-4.14.2 RFC 9700 §4.14.2
public final class ClientRefreshTokens {

    static final Duration LONGEST_IDLE = Duration.ofDays(14);
    static final Duration LONGEST_LIFE = Duration.ofDays(90);

    private final ClientRefreshTokenStore store = new ClientRefreshTokenStore();
    private final Database database;
    private final TokenFamilies families;
    private final Subjects subjects;
    private final AuditLog audit;

    public ClientRefreshTokens(Database database, TokenFamilies families, Subjects subjects, AuditLog audit) {
        this.database = database;
        this.families = families;
        this.subjects = subjects;
        this.audit = audit;
    }

    /// A token that has not been used yet, of a family that lives.
    ///
    /// @param subject by what name its client knows the person
    record Waiting(Permit permit, String subject, Instant expiresAt) {}

    /// Finds a token that its client could use now.
    Optional<Waiting> findWaiting(Client client, String token) {
        var digest = new RefreshSecret(token).digest();
        return database.read(tx -> store.find(tx, client.tenantId(), digest)
                .filter(kept -> kept.spentAt().isEmpty() && tx.now().isBefore(kept.expiresAt()))
                .flatMap(kept -> families.findLive(tx, client.tenantId(), kept.familyId())
                        .filter(permit -> permit.family().clientId().equals(client.id()))
                        .map(permit -> new Waiting(
                                permit, subjects.of(client, permit.account().id()), kept.expiresAt()))));
    }

    /// Revokes the family of a token, whether that was used or not.
    ///
    /// @return false if it is another client's; a token that is not known needs no revocation
    boolean revoke(Client client, String token, Origin origin) {
        var digest = new RefreshSecret(token).digest();
        return database.<Boolean>write(tx -> {
            var family = store.find(tx, client.tenantId(), digest)
                    .flatMap(kept -> families.find(tx, client.tenantId(), kept.familyId()));
            var isOurs = family.stream().allMatch(found -> found.clientId().equals(client.id()));
            if (isOurs) family.ifPresent(found -> families.revoke(tx, found, origin, "revoked-by-client"));
            return isOurs;
        });
    }

    /// What a client asks for with its refresh token.
    ///
    /// @param scopes empty: what was allowed
    /// @param resources empty: those that were allowed
    /// @param proven the keys that it holds
    public record Wish(
            Client client,
            String token,
            Collection<String> scopes,
            Collection<String> resources,
            Confirmation proven) {}

    /// Gives a family its first refresh token.
    ///
    /// @param familyEnd no token lives longer
    void open(Tx tx, TokenFamily family, RefreshSecret token, Instant familyEnd) {
        add(tx, family, token, familyEnd);
    }

    /// Spends a token and gives its successor; a second use within the grace gets the same one. Nothing is spent
    /// for another client, without the key that it asks for, or for more than was allowed.
    public ClientRefresh refresh(Wish wish, Origin origin) {
        if (!RefreshSecret.isWellFormed(wish.token())) return new ClientRefresh.Unknown();
        var token = new RefreshSecret(wish.token());
        var successor = RefreshSecret.create();
        var sealed = successor.sealedUnder(token);
        return database.write(tx -> refresh(tx, wish, new Exchange(token, token.digest(), successor, sealed), origin));
    }

    /// A token, and what it shall be exchanged for.
    private record Exchange(RefreshSecret token, String digest, RefreshSecret successor, String sealed) {}

    private ClientRefresh refresh(Tx tx, Wish wish, Exchange exchange, Origin origin) {
        var tenantId = wish.client().tenantId();
        var kept = store.find(tx, tenantId, exchange.digest());
        var permit = kept.flatMap(found -> families.findLive(tx, tenantId, found.familyId()))
                .filter(found -> found.family().clientId().equals(wish.client().id()));
        if (permit.isEmpty()) return new ClientRefresh.Unknown();
        var whole = permit.get().family();
        var family = whole.within(wish.client().profile());
        if (!family.boundTo().isMetBy(wish.proven())) return new ClientRefresh.OtherKey();
        // Where nothing is left, nothing must not come to mean everything.
        if (!family.scopes().containsAll(wish.scopes())
                || family.scopes().isEmpty() && !whole.scopes().isEmpty()) return new ClientRefresh.ScopeTooWide();
        if (!family.resources().containsAll(wish.resources())
                || family.resources().isEmpty() && !whole.resources().isEmpty()) return new ClientRefresh.OtherTarget();
        var left = new Permit(family, permit.get().account());
        if (!rotates(wish.client()) && store.renew(tx, tenantId, exchange.digest(), end(tx, family.expiresAt()))) {
            record(tx, family, wish, origin);
            return new ClientRefresh.Refreshed(left, exchange.token());
        }
        if (rotates(wish.client()) && store.spend(tx, tenantId, exchange.digest(), exchange.sealed())) {
            add(tx, family, exchange.successor(), family.expiresAt());
            record(tx, family, wish, origin);
            return new ClientRefresh.Refreshed(left, exchange.successor());
        }
        // Another may have spent it since we looked.
        return store.find(tx, tenantId, exchange.digest())
                .filter(found -> found.spentAt().isPresent())
                .map(spent -> again(tx, left, spent, exchange.token(), origin))
                .orElseGet(ClientRefresh.Unknown::new);
    }

    /// Of a client that proves itself with a key, and whose tokens are bound to one, a stolen refresh token is worth
    /// nothing, and to rotate it can only lose it: FAPI 2.0 forbids it. All others rotate (RFC 9700 §2.2.2).
    ///
    /// @spec https://openid.net/specs/fapi-security-profile-2_0-final.html#section-5.3.2.1 FAPI 2.0 §5.3.2.1
    private static boolean rotates(Client client) {
        return client.profile().isPublic() || !client.profile().demands().isFapi();
    }

    private void record(Tx tx, TokenFamily family, Wish wish, Origin origin) {
        var scope = String.join(" ", wish.scopes().isEmpty() ? family.scopes() : wish.scopes());
        var details = Map.of("grant", "refresh_token", "client", family.clientId(), "scope", scope);
        var subject = family.accountId().toString();
        var byClient = origin.actingAs(family.clientId());
        audit.append(tx, new AuditEvent(family.tenantId(), "token.issued", subject, byClient, details));
    }

    private ClientRefresh again(
            Tx tx, Permit permit, ClientRefreshTokenTable.Kept spent, RefreshSecret token, Origin origin) {
        if (tx.now().isBefore(spent.spentAt().orElseThrow().plus(RefreshToken.GRACE)))
            return new ClientRefresh.Refreshed(
                    permit, token.open(spent.sealedSuccessor().orElseThrow()));
        families.revoke(tx, permit.family(), origin, "refresh-token-replayed");
        return new ClientRefresh.Replayed();
    }

    private void add(Tx tx, TokenFamily family, RefreshSecret token, Instant familyEnd) {
        store.add(tx, family, token.digest(), end(tx, familyEnd));
    }

    private static Instant end(Tx tx, Instant familyEnd) {
        var idle = tx.now().plus(LONGEST_IDLE);
        return idle.isBefore(familyEnd) ? idle : familyEnd;
    }
}
