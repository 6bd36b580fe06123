package dev.gatehouse.session;

import static dev.gatehouse.session.TicketTable.TICKET;

import dev.gatehouse.mapper.ReadTx;
import dev.gatehouse.mapper.Tx;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Where tickets are kept, by the digests of their ids.
final class TicketStore {

    void add(Tx tx, String tenantId, String digest, Ticket.Purpose purpose, String request, Instant expiresAt) {
        tx.insert(TICKET)
                .set(TICKET.tenantId, tenantId)
                .set(TICKET.digest, digest)
                .set(TICKET.purpose, purpose)
                .set(TICKET.request, request)
                .set(TICKET.openedAt, tx.now())
                .set(TICKET.expiresAt, expiresAt)
                .set(TICKET.denied, false)
                .run();
    }

    Optional<TicketTable.Kept> find(ReadTx tx, String tenantId, String digest) {
        return tx.find(
                TICKET.kept, TICKET.tenantId.eq(tenantId), TICKET.digest.eq(digest), TICKET.expiresAt.after(tx.now()));
    }

    void choose(Tx tx, String tenantId, String digest, UUID session) {
        tx.update(TICKET)
                .set(TICKET.chosenSession, session)
                .where(TICKET.tenantId.eq(tenantId), TICKET.digest.eq(digest))
                .run();
    }

    void deny(Tx tx, String tenantId, String digest) {
        tx.update(TICKET)
                .set(TICKET.denied, true)
                .where(TICKET.tenantId.eq(tenantId), TICKET.digest.eq(digest))
                .run();
    }

    boolean remove(Tx tx, String tenantId, String digest) {
        return tx.delete(TICKET)
                        .where(TICKET.tenantId.eq(tenantId), TICKET.digest.eq(digest), TICKET.expiresAt.after(tx.now()))
                        .run()
                == 1;
    }

    int removeExpired(Tx tx, int most) {
        return tx.delete(TICKET)
                .where(TICKET.expiresAt.before(tx.now()))
                .limit(most)
                .run();
    }
}
