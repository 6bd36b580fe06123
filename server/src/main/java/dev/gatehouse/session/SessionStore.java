package dev.gatehouse.session;

import static dev.gatehouse.account.AccountTable.ACCOUNT;
import static dev.gatehouse.session.SessionTable.SESSION;

import dev.gatehouse.account.Account;
import dev.gatehouse.mapper.Condition;
import dev.gatehouse.mapper.Projection;
import dev.gatehouse.mapper.ReadTx;
import dev.gatehouse.mapper.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Where sessions are kept.
final class SessionStore {

    private static final Projection<Standing> STANDING = SESSION.session.and(ACCOUNT.account, Standing::new);

    void add(Tx tx, Session session) {
        tx.insert(SESSION.session, session);
    }

    /// Finds the session with its account while it lives: the one question behind every request of a signed-in
    /// person.
    Optional<Standing> findLive(ReadTx tx, String tenantId, UUID id) {
        return tx.select(STANDING)
                .join(ACCOUNT, ACCOUNT.tenantId.eq(SESSION.tenantId), ACCOUNT.id.eq(SESSION.accountId))
                .where(SESSION.tenantId.eq(tenantId), SESSION.id.eq(id))
                .and(lives(tx))
                .first();
    }

    Optional<Standing> findLiveByCookie(ReadTx tx, String tenantId, String digest) {
        return tx.select(STANDING)
                .join(ACCOUNT, ACCOUNT.tenantId.eq(SESSION.tenantId), ACCOUNT.id.eq(SESSION.accountId))
                .where(SESSION.tenantId.eq(tenantId), SESSION.cookieDigest.eq(digest))
                .and(lives(tx))
                .first();
    }

    /// Gives a session to whoever has the cookie with this digest, and to nobody else.
    void bind(Tx tx, Session session, String digest) {
        tx.update(SESSION)
                .set(SESSION.cookieDigest, digest)
                .where(SESSION.tenantId.eq(session.tenantId()), SESSION.id.eq(session.id()))
                .run();
    }

    /// Notes that its person has authenticated anew, under another cookie.
    void renew(Tx tx, Session renewed, String digest) {
        tx.update(SESSION)
                .set(SESSION.cookieDigest, digest)
                .set(SESSION.authenticatedAt, renewed.authenticatedAt())
                .set(SESSION.lastSeenAt, renewed.lastSeenAt())
                .set(SESSION.idleUntil, renewed.idleUntil())
                .set(SESSION.expiresAt, renewed.expiresAt())
                .where(SESSION.tenantId.eq(renewed.tenantId()), SESSION.id.eq(renewed.id()))
                .run();
    }

    /// @return the newest first
    List<Session> listLive(ReadTx tx, String tenantId, UUID accountId) {
        return tx.select(SESSION.session)
                .join(ACCOUNT, ACCOUNT.tenantId.eq(SESSION.tenantId), ACCOUNT.id.eq(SESSION.accountId))
                .where(SESSION.tenantId.eq(tenantId), SESSION.accountId.eq(accountId))
                .and(lives(tx))
                .orderBy(SESSION.id.desc())
                .list();
    }

    /// @return whether this call ended it; a second one does not
    boolean end(Tx tx, String tenantId, UUID accountId, UUID id) {
        return tx.update(SESSION)
                        .set(SESSION.endedAt, tx.now())
                        .set(SESSION.idleUntil, tx.now())
                        .where(
                                SESSION.tenantId.eq(tenantId),
                                SESSION.accountId.eq(accountId),
                                SESSION.id.eq(id),
                                SESSION.endedAt.isNull())
                        .run()
                == 1;
    }

    /// Notes that the session is in use, which puts its idle end off.
    void touch(Tx tx, String tenantId, UUID id, Instant idleUntil) {
        tx.update(SESSION)
                .set(SESSION.lastSeenAt, tx.now())
                .set(SESSION.idleUntil, idleUntil)
                .where(SESSION.tenantId.eq(tenantId), SESSION.id.eq(id))
                .run();
    }

    /// Takes one session along into its account's new epoch, and notes that its person has just given the
    /// password.
    void carryOver(Tx tx, Account account, UUID id) {
        tx.update(SESSION)
                .set(SESSION.epoch, account.sessionEpoch())
                .set(SESSION.authenticatedAt, tx.now())
                .where(SESSION.tenantId.eq(account.tenantId()), SESSION.id.eq(id))
                .run();
    }

    /// Removes sessions that can never live again, with their refresh tokens. None is idle later than it expires.
    ///
    /// @param most how many at the most
    /// @return how many were removed
    int removeDead(Tx tx, int most) {
        return tx.delete(SESSION)
                .where(SESSION.idleUntil.before(tx.now()))
                .limit(most)
                .run();
    }

    private static Condition lives(ReadTx tx) {
        return SESSION.endedAt
                .isNull()
                .and(SESSION.epoch.eq(ACCOUNT.sessionEpoch))
                .and(SESSION.idleUntil.after(tx.now()))
                .and(SESSION.expiresAt.after(tx.now()))
                .and(ACCOUNT.status.eq(Account.Status.ACTIVE));
    }
}
