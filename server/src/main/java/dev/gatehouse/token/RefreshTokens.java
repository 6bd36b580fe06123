package dev.gatehouse.token;

import dev.gatehouse.audit.AuditLog;
import dev.gatehouse.audit.Origin;
import dev.gatehouse.mapper.Database;
import dev.gatehouse.mapper.Tx;
import dev.gatehouse.session.Session;
import dev.gatehouse.session.Sessions;
import java.util.Optional;

/// Gives out refresh tokens, rotates them, and ends the family of one that is used by two.
///
/// @spec https://www.rfc-editor.org/rfc/rfc9700#section-4.14.2 RFC 9700 §4.14.2
public final class RefreshTokens {

    private final RefreshTokenStore store = new RefreshTokenStore();
    private final Database database;
    private final Sessions sessions;
    private final AuditLog audit;

    public RefreshTokens(Database database, Sessions sessions, AuditLog audit) {
        this.database = database;
        this.sessions = sessions;
        this.audit = audit;
    }

    /// Gives a new session its first refresh token.
    ///
    /// @param token made before the transaction began, see [RefreshSecret]
    /// @param boundTo what it asks for, as its successors will
    public void open(Tx tx, Session session, RefreshSecret token, Confirmation boundTo) {
        add(tx, session, token, boundTo.jkt());
    }

    /// Spends a token and gives its successor; a second use within the grace gets the same one.
    ///
    /// @param presented what the caller sent, whatever it is
    /// @param proven the keys that it holds; for a token that is bound to another the token is unknown
    public Refresh refresh(String tenantId, String presented, Confirmation proven, Origin origin) {
        if (!RefreshSecret.isWellFormed(presented)) return new Refresh.Unknown();
        var token = new RefreshSecret(presented);
        var digest = token.digest();
        var successor = RefreshSecret.create();
        var sealed = successor.sealedUnder(token);
        return database.write(tx -> store.spend(tx, tenantId, digest, sealed, proven)
                .map(spent -> succeed(tx, spent, successor))
                .orElseGet(() -> store.findSpent(tx, tenantId, digest, proven)
                        .map(spent -> again(tx, tenantId, spent, token, origin))
                        .orElseGet(Refresh.Unknown::new)));
    }

    private Refresh succeed(Tx tx, RefreshToken spent, RefreshSecret successor) {
        var standing = sessions.findLive(tx, spent.tenantId(), spent.sessionId());
        if (standing.isEmpty()) return new Refresh.Unknown();
        var session = standing.get().session();
        sessions.touch(tx, session);
        add(tx, session, successor, spent.jkt());
        return new Refresh.Refreshed(standing.get(), successor);
    }

    private Refresh again(Tx tx, String tenantId, RefreshTokenTable.Spent spent, RefreshSecret token, Origin origin) {
        var standing = sessions.findLive(tx, tenantId, spent.sessionId());
        if (standing.isEmpty()) return new Refresh.Unknown();
        if (tx.now().isBefore(spent.at().plus(RefreshToken.GRACE))) {
            return new Refresh.Refreshed(standing.get(), token.open(spent.sealedSuccessor()));
        }
        var session = standing.get().session();
        sessions.end(tx, tenantId, session.accountId(), session.id(), origin, "refresh-token-replayed");
        return new Refresh.Replayed();
    }

    private void add(Tx tx, Session session, RefreshSecret token, Optional<String> jkt) {
        store.add(
                tx,
                new RefreshToken(session.tenantId(), token.digest(), session.id(), jkt, tx.now(), session.expiresAt()));
    }
}
