package dev.gatehouse.session;

import dev.gatehouse.account.Account;
import dev.gatehouse.audit.Origin;
import dev.gatehouse.mapper.Database;
import dev.gatehouse.mapper.ReadTx;
import dev.gatehouse.mapper.Tx;
import java.time.Duration;
import java.util.Optional;

/// Sessions whose proof is a cookie. They are sessions like all others: they stand in the same list, and what
/// ends those ends these.
///
/// @spec https://github.com/OWASP/ASVS/blob/v5.0.0/5.0/en/0x16-V7-Session-Management.md OWASP ASVS 5.0 V7.2
public final class BrowserSessions {

    /// How exactly we know when a session was last in use. Every request would be a write.
    private static final Duration NOTED_EVERY = Duration.ofHours(1);

    private final SessionStore store = new SessionStore();
    private final Database database;
    private final Sessions sessions;

    public BrowserSessions(Database database, Sessions sessions) {
        this.database = database;
        this.sessions = sessions;
    }

    /// @param cookieValue what the browser sent, whatever it is
    /// @return who is signed in there, if the session lives
    public Optional<Standing> find(String tenantId, String cookieValue) {
        if (!CookieSecret.isWellFormed(cookieValue)) return Optional.empty();
        var digest = new CookieSecret(cookieValue).digest();
        return database.<Optional<Seen>>read(tx -> store.findLiveByCookie(tx, tenantId, digest)
                        .map(standing -> new Seen(standing, isLongAgo(tx, standing.session()))))
                .map(this::noted);
    }

    /// Signs a person in at a browser, under a cookie that nobody has seen before.
    ///
    /// Whoever signs in once more goes on in the session that is there, so that what applications were given in it
    /// lives on; its old cookie is worth nothing from now on. Somebody else's session in this browser ends.
    ///
    /// @param present who was signed in at this browser until now
    public Session begin(
            Tx tx,
            Account account,
            CookieSecret secret,
            Optional<Session> present,
            Origin origin,
            Optional<String> userAgent) {
        var own = present.flatMap(session -> store.findLive(tx, session.tenantId(), session.id()))
                .filter(standing -> standing.account().id().equals(account.id()));
        if (own.isPresent()) {
            var renewed = own.get().session().authenticatedAnew(tx.now());
            store.renew(tx, renewed, secret.digest());
            return renewed;
        }

        present.ifPresent(
                other -> sessions.end(tx, other.tenantId(), other.accountId(), other.id(), origin, "another-account"));
        var session = sessions.begin(tx, account, origin, userAgent);
        store.bind(tx, session, secret.digest());
        return session;
    }

    private record Seen(Standing standing, boolean longAgo) {}

    private static boolean isLongAgo(ReadTx tx, Session session) {
        return tx.now().isAfter(session.lastSeenAt().plus(NOTED_EVERY));
    }

    private Standing noted(Seen seen) {
        if (seen.longAgo())
            database.run(tx -> sessions.touch(tx, seen.standing().session()));
        return seen.standing();
    }
}
