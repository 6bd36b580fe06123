package dev.gatehouse.token;

import dev.gatehouse.audit.AuditEvent;
import dev.gatehouse.audit.AuditLog;
import dev.gatehouse.audit.Origin;
import dev.gatehouse.client.Client;
import dev.gatehouse.jose.JwtVerdict;
import dev.gatehouse.mapper.Database;
import dev.gatehouse.mapper.Tx;
import dev.gatehouse.secret.TimeOrderedUuid;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.stream.Stream;

/// Makes access tokens of other access tokens, for whoever was shown those.
///
/// Each begins a family of its own, which lives only while the family lives that it was made of: a revocation, a
/// sign-out and a disabled account are felt all the way down.
///
/// @spec https://www.rfc-editor.org/rfc/rfc8693#section-1.1 RFC 8693 §1.1
public final class ExchangedTokens {

    /// Every use of a token looks at all that it was made of.
    private static final int MOST_ANCESTORS = 8;

    private final TokenFamilyStore store = new TokenFamilyStore();
    private final AccessTokens accessTokens;
    private final LiveTokens liveTokens;
    private final Database database;
    private final AuditLog audit;

    public ExchangedTokens(AccessTokens accessTokens, LiveTokens liveTokens, Database database, AuditLog audit) {
        this.accessTokens = accessTokens;
        this.liveTokens = liveTokens;
        this.database = database;
        this.audit = audit;
    }

    /// What shall be made, found to be in order.
    ///
    /// @param act who acts for the person, as the claim of that name
    /// @param proven the keys that the client holds; the token will ask for them
    public record Exchange(
            Client client,
            LiveToken.OfFamily subject,
            Optional<LiveToken> actor,
            Optional<Map<String, Object>> act,
            SequencedSet<String> scopes,
            SequencedSet<String> audience,
            Confirmation proven) {

        /// The new one outlives neither of those that it was made of.
        Instant until() {
            return Stream.concat(Stream.of(subject.claims()), actor.map(LiveToken::claims).stream())
                    .flatMap(claims -> claims.expiresAt().stream())
                    .min(Instant::compareTo)
                    .orElseThrow();
        }
    }

    /// A token on behalf of a person, that was given to the client or is for it: see [Introspection#concerns].
    ///
    /// A client that got hold of a token for somebody else can make nothing of it.
    ///
    /// @spec https://www.rfc-editor.org/rfc/rfc8693#section-5 RFC 8693 §5
    /// @spec https://www.rfc-editor.org/rfc/rfc9700#section-2.3 RFC 9700 §2.3
    public Optional<LiveToken.OfFamily> findSubject(Client client, String token) {
        return find(token)
                .filter(live -> Introspection.concerns(client, live.claims()))
                .filter(LiveToken.OfFamily.class::isInstance)
                .map(LiveToken.OfFamily.class::cast);
    }

    /// A token that the client itself was given, and in which nobody acts for somebody else.
    public Optional<LiveToken> findActor(Client client, String token) {
        return find(token)
                .filter(live -> live.claims().text("client_id").equals(Optional.of(client.id())))
                .filter(live -> !live.claims().all().containsKey("act"));
    }

    /// @return empty when the subject token comes at the end of too many exchanges
    public Optional<AccessToken> issue(Exchange exchange, Origin origin) {
        var begun = database.<Optional<TokenFamily>>write(tx -> {
            var parent = exchange.subject().permit().family();
            if (ancestors(tx, parent) >= MOST_ANCESTORS) return Optional.empty();
            var family = family(tx, parent, exchange);
            store.add(tx, family);
            record(tx, family, exchange, origin);
            return Optional.of(family);
        });
        return begun.map(family -> accessTokens.issue(family, exchange.act(), exchange.proven()));
    }

    private Optional<LiveToken> find(String token) {
        return accessTokens.verifyForAnybody(token) instanceof JwtVerdict.Valid(var claims)
                ? liveTokens.find(claims)
                : Optional.empty();
    }

    private int ancestors(Tx tx, TokenFamily family) {
        var parent = family.parentId().flatMap(id -> store.find(tx, family.tenantId(), id));
        return parent.map(found -> 1 + ancestors(tx, found)).orElse(0);
    }

    private static TokenFamily family(Tx tx, TokenFamily parent, Exchange exchange) {
        return new TokenFamily(
                parent.tenantId(),
                TimeOrderedUuid.at(tx.now()),
                Optional.of(parent.id()),
                exchange.client().id(),
                parent.accountId(),
                parent.sessionId(),
                parent.epoch(),
                exchange.scopes(),
                exchange.audience(),
                Optional.empty(),
                parent.authenticatedAt(),
                parent.amr(),
                Confirmation.NONE,
                tx.now(),
                exchange.until());
    }

    /// Who acts for whom, where, and by whose token.
    private void record(Tx tx, TokenFamily family, Exchange exchange, Origin origin) {
        var details = new LinkedHashMap<String, String>();
        details.put("client", family.clientId());
        details.put("of", exchange.subject().client().id());
        details.put("audience", String.join(" ", family.resources()));
        details.put("scope", String.join(" ", family.scopes()));
        exchange.act().ifPresent(act -> details.put("actor", act.get("sub").toString()));
        var subject = family.accountId().toString();
        var actor = origin.actingAs(family.clientId());
        audit.append(tx, new AuditEvent(family.tenantId(), "token.exchanged", subject, actor, details));
    }
}
