package dev.gatehouse.session;

import dev.gatehouse.account.Account;
import dev.gatehouse.account.Farewell;
import dev.gatehouse.account.Farewells;
import dev.gatehouse.audit.AuditEvent;
import dev.gatehouse.audit.AuditLog;
import dev.gatehouse.audit.Origin;
import dev.gatehouse.mapper.Database;
import dev.gatehouse.mapper.ReadTx;
import dev.gatehouse.mapper.Tx;
import dev.gatehouse.notice.Kept;
import dev.gatehouse.notice.Notices;
import dev.gatehouse.notice.Topic;
import dev.gatehouse.secret.TimeOrderedUuid;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Begins sessions, tells which live, and ends them.
public final class Sessions {

    /// Those of the people who are busy right now.
    private static final int REMEMBERED = 10_000;

    private final SessionStore store = new SessionStore();
    private final Database database;
    private final AuditLog audit;
    private final Notices notices;
    private final Farewells farewells;
    private final Kept<Named, Standing> live;

    private record Named(String tenantId, UUID id) {}

    public Sessions(Database database, AuditLog audit, Notices notices, Farewells farewells, InstantSource clock) {
        this.database = database;
        this.audit = audit;
        this.notices = notices;
        this.farewells = farewells;
        this.live = new Kept<>(REMEMBERED, clock);
        notices.listen(Topic.STANDINGS, live::forget);
    }

    /// Begins a session for a person who has just signed in. Its id is new, whatever came before.
    ///
    /// @param account as this transaction reads it: its epoch decides whether the session lives
    public Session begin(Tx tx, Account account, Origin origin, Optional<String> userAgent) {
        var now = tx.now();
        var session = new Session(
                account.tenantId(),
                TimeOrderedUuid.at(now),
                account.id(),
                account.sessionEpoch(),
                now,
                now,
                now,
                now.plus(Session.LONGEST_IDLE),
                now.plus(Session.LONGEST_LIFE),
                origin.address(),
                userAgent.map(Sessions::shortened));
        store.add(tx, session);
        return session;
    }

    public Optional<Standing> findLive(ReadTx tx, String tenantId, UUID id) {
        return store.findLive(tx, tenantId, id);
    }

    /// The same outside of any transaction, for one request's guard. What was found is kept in memory, and forgotten
    /// before whoever ends a session is told that it has ended; on other nodes within a second.
    public Optional<Standing> findLive(String tenantId, UUID id) {
        return live.find(
                new Named(tenantId, id),
                named -> database.read(tx -> store.findLive(tx, named.tenantId(), named.id())),
                standing -> standing.session().end());
    }

    public List<Session> listLive(Account account) {
        return database.read(tx -> store.listLive(tx, account.tenantId(), account.id()));
    }

    /// Puts the idle end of a live session off, never past its absolute end.
    public void touch(Tx tx, Session session) {
        store.touch(
                tx,
                session.tenantId(),
                session.id(),
                earlier(tx.now().plus(Session.LONGEST_IDLE), session.expiresAt()));
    }

    /// Ends one session of the account.
    ///
    /// @return false when the account has no such session that could be ended
    public boolean end(Account account, UUID id, Origin origin) {
        return database.write(tx -> end(tx, account.tenantId(), account.id(), id, origin, "signed-out"));
    }

    /// @param reason for the audit record
    public boolean end(Tx tx, String tenantId, UUID accountId, UUID id, Origin origin, String reason) {
        var ended = store.end(tx, tenantId, accountId, id);
        if (ended) {
            notices.post(tx, Topic.STANDINGS);
            farewells.say(tx, new Farewell.OneSession(tenantId, accountId, id));
            var details = Map.of("session", id.toString(), "reason", reason);
            audit.append(tx, new AuditEvent(tenantId, "session.ended", accountId.toString(), origin, details));
        }
        return ended;
    }

    /// Removes what can never live again, a bounded part of it.
    ///
    /// @return how many sessions were removed; as many as `most` when there may be more
    public int sweep(Tx tx, int most) {
        return store.removeDead(tx, most);
    }

    /// Keeps one session alive across the beginning of a new epoch.
    public void carryOver(Tx tx, Account account, UUID id) {
        store.carryOver(tx, account, id);
        notices.post(tx, Topic.STANDINGS);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static String shortened(String userAgent) {
        return userAgent.substring(0, Math.min(userAgent.length(), 400));
    }
}
