package dev.gatehouse.audit;

import static dev.gatehouse.audit.AuditTable.AUDIT_RECORD;
import static dev.gatehouse.audit.ChainTable.AUDIT_CHAIN;

import dev.gatehouse.mapper.Condition;
import dev.gatehouse.mapper.ReadTx;
import dev.gatehouse.mapper.Tx;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Where records and the ends of their chains are kept.
final class AuditStore {

    static final String BEFORE_THE_FIRST = "";

    /// Takes the turn to write the next record, and holds it until the transaction ends.
    ///
    /// @return the place and digest of the newest record as it is now
    ChainTable.End takeTurn(Tx tx, String tenantId) {
        return held(tx, tenantId)
                .or(() -> {
                    begin(tx, tenantId);
                    return held(tx, tenantId);
                })
                .orElseThrow();
    }

    /// @param end the last of the records
    void append(Tx tx, String tenantId, List<AuditRecord> records, ChainTable.End end) {
        tx.insertAll(AUDIT_RECORD.link, records);
        tx.update(AUDIT_CHAIN)
                .set(AUDIT_CHAIN.sequence, end.sequence())
                .set(AUDIT_CHAIN.digest, end.digest())
                .where(AUDIT_CHAIN.tenantId.eq(tenantId))
                .run();
    }

    Optional<ChainTable.End> end(ReadTx tx, String tenantId) {
        return tx.find(AUDIT_CHAIN.end, AUDIT_CHAIN.tenantId.eq(tenantId));
    }

    Optional<AuditRecord> first(ReadTx tx, String tenantId) {
        return tx.find(AUDIT_RECORD.link, AUDIT_RECORD.tenantId.eq(tenantId), AUDIT_RECORD.sequence.eq(1L));
    }

    /// @param before only records that came before this one
    /// @return the newest first, `limit` at most
    List<AuditRecord> newest(ReadTx tx, String tenantId, Optional<String> subject, Optional<Long> before, int limit) {
        return tx.select(AUDIT_RECORD.link)
                .where(AUDIT_RECORD.tenantId.eq(tenantId))
                .and(Condition.when(subject, AUDIT_RECORD.subject::eq))
                .and(Condition.when(before, AUDIT_RECORD.sequence::lt))
                .orderBy(AUDIT_RECORD.sequence.desc())
                .limit(limit)
                .list();
    }

    void walk(ReadTx tx, String tenantId, Consumer<AuditRecord> eye) {
        tx
                .select(AUDIT_RECORD.link)
                .where(AUDIT_RECORD.tenantId.eq(tenantId))
                .orderBy(AUDIT_RECORD.sequence.asc())
                .stream(eye);
    }

    private Optional<ChainTable.End> held(Tx tx, String tenantId) {
        return tx.select(AUDIT_CHAIN.end)
                .where(AUDIT_CHAIN.tenantId.eq(tenantId))
                .forUpdate()
                .one();
    }

    private void begin(Tx tx, String tenantId) {
        tx.insert(AUDIT_CHAIN)
                .set(AUDIT_CHAIN.tenantId, tenantId)
                .set(AUDIT_CHAIN.sequence, 0L)
                .set(AUDIT_CHAIN.digest, BEFORE_THE_FIRST)
                .onConflict(AUDIT_CHAIN.tenantId)
                .doNothing()
                .run();
    }
}
