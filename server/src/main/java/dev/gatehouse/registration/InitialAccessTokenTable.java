package dev.gatehouse.registration;

import static dev.gatehouse.mapper.ColumnType.BIGINT;
import static dev.gatehouse.mapper.ColumnType.INSTANT;
import static dev.gatehouse.mapper.ColumnType.TEXT;
import static dev.gatehouse.mapper.OnDelete.RESTRICT;
import static dev.gatehouse.tenant.TenantTable.TENANT;

import dev.gatehouse.mapper.Column;
import dev.gatehouse.mapper.Table;
import java.time.Instant;

/// Leave to register clients, a number of times. It is kept as a digest: whoever reads the table can register none.
public final class InitialAccessTokenTable extends Table {

    public static final InitialAccessTokenTable INITIAL_ACCESS_TOKEN = new InitialAccessTokenTable();

    final Column<String> tenantId = notNull("tenant_id", TEXT);
    final Column<String> digest = notNull("digest", TEXT);
    final Column<Long> usesLeft = notNull("uses_left", BIGINT);
    final Column<Instant> createdAt = notNull("created_at", INSTANT);
    final Column<Instant> expiresAt = notNull("expires_at", INSTANT);

    private InitialAccessTokenTable() {
        super("initial_access_token");
        primaryKey(tenantId, digest);
        foreignKey("fk_initial_access_token_tenant", tenantId, TENANT.id, RESTRICT);
        index("ix_initial_access_token_expires", expiresAt);
    }
}
