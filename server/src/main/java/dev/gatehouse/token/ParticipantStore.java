package dev.gatehouse.token;

import static dev.gatehouse.session.SessionTable.SESSION;
import static dev.gatehouse.token.ParticipantTable.SESSION_CLIENT;
import static dev.gatehouse.token.TokenFamilyTable.TOKEN_FAMILY;

import dev.gatehouse.mapper.ReadTx;
import dev.gatehouse.mapper.Tx;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.UUID;

/// Where it is kept which clients know of which session.
final class ParticipantStore {

    /// Notes that a client is told of a session; once is enough. A session that was swept away meanwhile is no
    /// session to take part in.
    void note(Tx tx, TokenFamily family) {
        var there = tx.exists(SESSION, SESSION.tenantId.eq(family.tenantId()), SESSION.id.eq(family.sessionId()));
        if (!there) return;
        tx.insert(SESSION_CLIENT)
                .set(SESSION_CLIENT.tenantId, family.tenantId())
                .set(SESSION_CLIENT.sessionId, family.sessionId())
                .set(SESSION_CLIENT.clientId, family.clientId())
                .set(SESSION_CLIENT.accountId, family.accountId())
                .set(SESSION_CLIENT.startedAt, tx.now())
                .onConflict(SESSION_CLIENT.tenantId, SESSION_CLIENT.sessionId, SESSION_CLIENT.clientId)
                .doNothing()
                .run();
    }

    void forget(Tx tx, String tenantId, Participant participant) {
        tx.delete(SESSION_CLIENT)
                .where(
                        SESSION_CLIENT.tenantId.eq(tenantId),
                        SESSION_CLIENT.sessionId.eq(participant.sessionId()),
                        SESSION_CLIENT.clientId.eq(participant.clientId()))
                .run();
    }

    List<Participant> ofSession(ReadTx tx, String tenantId, UUID sessionId) {
        return tx.select(SESSION_CLIENT.participant)
                .where(SESSION_CLIENT.tenantId.eq(tenantId), SESSION_CLIENT.sessionId.eq(sessionId))
                .orderBy(SESSION_CLIENT.clientId.asc())
                .list();
    }

    /// Also those whose session is over while their tokens are good still: what was given for the time when the
    /// person is away.
    SequencedSet<Participant> ofAccount(ReadTx tx, String tenantId, UUID accountId) {
        var all = new LinkedHashSet<>(tx.select(SESSION_CLIENT.participant)
                .where(SESSION_CLIENT.tenantId.eq(tenantId), SESSION_CLIENT.accountId.eq(accountId))
                .orderBy(SESSION_CLIENT.sessionId.asc(), SESSION_CLIENT.clientId.asc())
                .list());
        tx
                .select(TOKEN_FAMILY.family)
                .where(
                        TOKEN_FAMILY.tenantId.eq(tenantId),
                        TOKEN_FAMILY.accountId.eq(accountId),
                        TOKEN_FAMILY.revokedAt.isNull(),
                        TOKEN_FAMILY.expiresAt.after(tx.now()))
                .orderBy(TOKEN_FAMILY.id.asc())
                .list()
                .stream()
                .filter(family -> family.isOpenId() && family.isOffline())
                .forEach(family -> all.add(new Participant(family.sessionId(), family.clientId())));
        return all;
    }
}
