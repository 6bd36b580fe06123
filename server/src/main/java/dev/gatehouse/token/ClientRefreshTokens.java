package dev.gatehouse.token;

import dev.gatehouse.audit.Origin;
import dev.gatehouse.client.Client;
import dev.gatehouse.mapper.Database;
import dev.gatehouse.mapper.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;

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

    public ClientRefreshTokens(Database database, TokenFamilies families) {
        this.database = database;
        this.families = families;
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
        var family = permit.get().family();
        if (!family.boundTo().isMetBy(wish.proven())) return new ClientRefresh.OtherKey();
        if (!family.scopes().containsAll(wish.scopes())) return new ClientRefresh.ScopeTooWide();
        if (!family.resources().containsAll(wish.resources())) return new ClientRefresh.OtherTarget();
        if (store.spend(tx, tenantId, exchange.digest(), exchange.sealed())) {
            add(tx, family, exchange.successor(), family.expiresAt());
            return new ClientRefresh.Refreshed(permit.get(), exchange.successor());
        }
        // Another may have spent it since we looked.
        return store.find(tx, tenantId, exchange.digest())
                .filter(found -> found.spentAt().isPresent())
                .map(spent -> again(tx, permit.get(), spent, exchange.token(), origin))
                .orElseGet(ClientRefresh.Unknown::new);
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
        var idle = tx.now().plus(LONGEST_IDLE);
        store.add(tx, family, token.digest(), idle.isBefore(familyEnd) ? idle : familyEnd);
    }
}
