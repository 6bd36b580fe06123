package dev.gatehouse.account;

import static dev.gatehouse.mapper.ColumnType.INSTANT;
import static dev.gatehouse.mapper.ColumnType.TEXT;
import static dev.gatehouse.mapper.OnDelete.CASCADE;
import static dev.gatehouse.tenant.TenantTable.TENANT;

import dev.gatehouse.mapper.Column;
import dev.gatehouse.mapper.Table;
import java.time.Instant;

/// One-time codes that make the first administrator. Several nodes may each have printed one.
public final class SetupTable extends Table {

    public static final SetupTable SETUP_CODE = new SetupTable();

    final Column<String> tenantId = notNull("tenant_id", TEXT);
    final Column<String> digest = notNull("digest", TEXT);
    final Column<Instant> expiresAt = notNull("expires_at", INSTANT);

    private SetupTable() {
        super("setup_code");
        primaryKey(tenantId, digest);
        foreignKey("fk_setup_code_tenant", tenantId, TENANT.id, CASCADE);
    }
}
