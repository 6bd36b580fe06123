package dev.gatehouse.token;

import static dev.gatehouse.mapper.ColumnType.INSTANT;
import static dev.gatehouse.mapper.ColumnType.TEXT;
import static dev.gatehouse.mapper.OnDelete.RESTRICT;
import static dev.gatehouse.tenant.TenantTable.TENANT;

import dev.gatehouse.mapper.Column;
import dev.gatehouse.mapper.Table;
import java.time.Instant;

/// Access tokens that were revoked one by one, by their `jti`, until they would have expired.
public final class RevokedTokenTable extends Table {

    public static final RevokedTokenTable REVOKED_TOKEN = new RevokedTokenTable();

    final Column<String> tenantId = notNull("tenant_id", TEXT);
    final Column<String> jti = notNull("jti", TEXT);
    final Column<Instant> expiresAt = notNull("expires_at", INSTANT);

    private RevokedTokenTable() {
        super("revoked_token");
        primaryKey(tenantId, jti);
        foreignKey("fk_revoked_token_tenant", tenantId, TENANT.id, RESTRICT);
        index("ix_revoked_token_expires", expiresAt);
    }
}
