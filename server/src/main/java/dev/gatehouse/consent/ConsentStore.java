package dev.gatehouse.consent;

import static dev.gatehouse.consent.ConsentTable.CONSENT;

import dev.gatehouse.mapper.ReadTx;
import dev.gatehouse.mapper.Tx;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Where consents are kept.
final class ConsentStore {

    /// Two tabs may agree at once: the second adds to what the first has allowed.
    void takeTurn(Tx tx, UUID accountId) {
        tx.lock("consents of " + accountId);
    }

    Optional<Consent> find(ReadTx tx, String tenantId, UUID accountId, String clientId) {
        return tx.find(
                CONSENT.consent,
                CONSENT.tenantId.eq(tenantId),
                CONSENT.accountId.eq(accountId),
                CONSENT.clientId.eq(clientId));
    }

    List<Consent> list(ReadTx tx, String tenantId, UUID accountId) {
        return tx.select(CONSENT.consent)
                .where(CONSENT.tenantId.eq(tenantId), CONSENT.accountId.eq(accountId))
                .orderBy(CONSENT.clientId.asc())
                .list();
    }

    void keep(Tx tx, Consent consent) {
        tx.insert(CONSENT)
                .values(CONSENT.consent, consent)
                .onConflict(CONSENT.tenantId, CONSENT.accountId, CONSENT.clientId)
                .doUpdate()
                .setProposed(CONSENT.scopes)
                .setProposed(CONSENT.givenAt)
                .run();
    }

    boolean remove(Tx tx, String tenantId, UUID accountId, String clientId) {
        return tx.delete(CONSENT)
                        .where(
                                CONSENT.tenantId.eq(tenantId),
                                CONSENT.accountId.eq(accountId),
                                CONSENT.clientId.eq(clientId))
                        .run()
                == 1;
    }
}
