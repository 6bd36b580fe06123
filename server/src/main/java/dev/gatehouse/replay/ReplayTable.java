package dev.gatehouse.replay;

import static dev.gatehouse.mapper.ColumnType.INSTANT;
import static dev.gatehouse.mapper.ColumnType.TEXT;

import dev.gatehouse.mapper.Column;
import dev.gatehouse.mapper.Table;
import java.time.Instant;

/// `tenant_id` is no foreign key: a row lives minutes, and is written with every proof.
public final class ReplayTable extends Table {

    public static final ReplayTable REPLAY = new ReplayTable();

    final Column<String> tenantId = notNull("tenant_id", TEXT);
    final Column<String> digest = notNull("digest", TEXT);
    final Column<Instant> expiresAt = notNull("expires_at", INSTANT);

    private ReplayTable() {
        super("replay");
        primaryKey(tenantId, digest);
        index("ix_replay_expires", expiresAt);
    }
}
