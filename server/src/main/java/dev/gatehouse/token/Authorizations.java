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

    /// The client has come: the family lives on, with a first refresh token if the client may have one.
    ///
    /// @return empty when the person was disabled, signed out, or took it back in the meantime
    public Optional<Permit> redeem(Tx tx, String tenantId, UUID familyId, Optional<RefreshSecret> refresh) {
        var permit = families.findLive(tx, tenantId, familyId);
        permit.map(Permit::family).ifPresent(family -> open(tx, family, refresh));
        return permit;
    }

    private void open(Tx tx, TokenFamily family, Optional<RefreshSecret> refresh) {
        var end = refresh.isPresent()
                ? tx.now().plus(ClientRefreshTokens.LONGEST_LIFE)
                : tx.now().plus(accessTokens.lifetime());
        store.extend(tx, family, end);
        refresh.ifPresent(token -> refreshTokens.open(tx, family, token, end));
    }

    private static TokenFamily family(Tx tx, Standing standing, Terms terms, Instant until) {
        var session = standing.session();
        return new TokenFamily(
                session.tenantId(),
                TimeOrderedUuid.at(tx.now()),
                terms.client().id(),
                session.accountId(),
                session.id(),
                session.epoch(),
                terms.scopes(),
                terms.resources(),
                terms.claims(),
                session.authenticatedAt(),
                session.amr(),
                tx.now(),
                until);
    }
}
