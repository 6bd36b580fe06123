package dev.gatehouse.token;

import dev.gatehouse.audit.AuditEvent;
import dev.gatehouse.audit.AuditLog;
import dev.gatehouse.audit.Origin;
import dev.gatehouse.client.Client;
import dev.gatehouse.mapper.Tx;
import dev.gatehouse.secret.TimeOrderedUuid;
import dev.gatehouse.session.Standing;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.UUID;

/// What a person authorizes a client to do: from the yes, which begins a family of tokens, to the client that comes
/// for the first of them. Whatever goes from the one to the other, a code in the browser or a device that asks again
/// and again, is kept elsewhere, and spent there.
///
/// @spec https://www.rfc-editor.org/rfc/rfc6749#section-1.3 RFC 6749 §1.3
public final class Authorizations {

    private final TokenFamilyStore store = new TokenFamilyStore();
    private final TokenFamilies families;
    private final ClientRefreshTokens refreshTokens;
    private final AccessTokens accessTokens;
    private final AuditLog audit;

    public Authorizations(
            TokenFamilies families, ClientRefreshTokens refreshTokens, AccessTokens accessTokens, AuditLog audit) {
        this.families = families;
        this.refreshTokens = refreshTokens;
        this.accessTokens = accessTokens;
        this.audit = audit;
    }

    /// What the person said yes to.
    ///
    /// @param claims the `claims` parameter, which was judged before
    public record Terms(
            Client client, SequencedSet<String> scopes, SequencedSet<String> resources, Optional<String> claims) {}

    /// Begins the family.
    ///
    /// @param until when it ends, unless the client comes before
    public TokenFamily give(Tx tx, Standing standing, Terms terms, Instant until, Origin origin) {
        var family = family(tx, standing, terms, until);
        store.add(tx, family);
        var details = Map.of("client", family.clientId(), "scope", String.join(" ", family.scopes()));
        var subject = family.accountId().toString();
        audit.append(tx, new AuditEvent(family.tenantId(), "authorization.given", subject, origin, details));
        return family;
    }

    /// The client has come, and has spent what it had: the family lives on by itself.
    ///
    /// @param refresh its first refresh token, if the client may have one
    /// @param proven the keys that the client holds
    /// @return empty when the person was disabled, signed out, or took it back in the meantime
    public Optional<Permit> redeem(
            Tx tx, Client client, UUID familyId, Optional<RefreshSecret> refresh, Confirmation proven) {
        var permit = families.findLive(tx, client.tenantId(), familyId);
        permit.map(Permit::family).ifPresent(family -> {
            var end = refresh.isPresent()
                    ? tx.now().plus(ClientRefreshTokens.LONGEST_LIFE)
                    : tx.now().plus(accessTokens.lifetime());
            store.open(tx, family, end, refreshBinding(client, proven));
            refresh.ifPresent(token -> refreshTokens.open(tx, family, token, end));
        });
        return permit;
    }

    /// A public client proves nothing else, so its refresh tokens ask for the key of the first one. A confidential
    /// one authenticates at each refresh, and may change its keys.
    ///
    /// @spec https://www.rfc-editor.org/rfc/rfc9449#section-5 RFC 9449 §5
    /// @spec https://www.rfc-editor.org/rfc/rfc8705#section-4 RFC 8705 §4
    private static Confirmation refreshBinding(Client client, Confirmation proven) {
        return client.profile().isPublic() ? proven : Confirmation.NONE;
    }

    private static TokenFamily family(Tx tx, Standing standing, Terms terms, Instant until) {
        var session = standing.session();
        return new TokenFamily(
                session.tenantId(),
                TimeOrderedUuid.at(tx.now()),
                Optional.empty(),
                terms.client().id(),
                session.accountId(),
                session.id(),
                session.epoch(),
                terms.scopes(),
                terms.resources(),
                terms.claims(),
                session.authenticatedAt(),
                session.amr(),
                Confirmation.NONE,
                tx.now(),
                until);
    }
}
