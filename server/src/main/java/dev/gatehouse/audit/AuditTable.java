package dev.gatehouse.audit;

import static dev.gatehouse.mapper.ColumnType.BIGINT;
import static dev.gatehouse.mapper.ColumnType.INSTANT;
import static dev.gatehouse.mapper.ColumnType.TEXT;

import dev.gatehouse.mapper.Column;
import dev.gatehouse.mapper.Mapping;
import dev.gatehouse.mapper.Table;
import java.time.Instant;

/// No foreign key leaves this table: what happened stays true when the account that did it is gone.
public final class AuditTable extends Table {

    public static final AuditTable AUDIT_RECORD = new AuditTable();

    final Column<String> tenantId = notNull("tenant_id", TEXT);
    final Column<Long> sequence = notNull("sequence", BIGINT);
    final Column<Instant> at = notNull("at", INSTANT);
    final Column<String> action = notNull("action", TEXT);
    final Column<String> subject = notNull("subject", TEXT);
    final Column<String> actor = nullable("actor", TEXT);
    final Column<String> address = notNull("address", TEXT);
    final Column<String> requestId = notNull("request_id", TEXT);
    final Column<String> details = notNull("details", TEXT);
    final Column<String> digest = notNull("digest", TEXT);

    final Mapping<AuditRecord> link = Mapping.<AuditRecord>of(row -> new AuditRecord(
                    row.get(tenantId),
                    row.get(sequence),
                    row.get(at),
                    row.get(action),
                    row.get(subject),
                    row.find(actor),
                    row.get(address),
                    row.get(requestId),
                    row.get(details),
                    row.get(digest)))
            .with(tenantId, AuditRecord::tenantId)
            .with(sequence, AuditRecord::sequence)
            .with(at, AuditRecord::at)
            .with(action, AuditRecord::action)
            .with(subject, AuditRecord::subject)
            .withOptional(actor, AuditRecord::actor)
            .with(address, AuditRecord::address)
            .with(requestId, AuditRecord::requestId)
            .with(details, AuditRecord::details)
            .with(digest, AuditRecord::digest);

    private AuditTable() {
        super("audit_record");
        primaryKey(tenantId, sequence);
        index("ix_audit_record_subject", tenantId, subject, sequence);
    }
}
