package dev.gatehouse.relation;

import static dev.gatehouse.mapper.ColumnType.BIGINT;
import static dev.gatehouse.mapper.ColumnType.TEXT;
import static dev.gatehouse.mapper.Default.defaultsTo;
import static dev.gatehouse.mapper.OnDelete.RESTRICT;
import static dev.gatehouse.tenant.TenantTable.TENANT;

import dev.gatehouse.mapper.Column;
import dev.gatehouse.mapper.Projection;
import dev.gatehouse.mapper.Table;
import java.util.Map;

/// The newest revision of each tenant. Whoever changes relationships holds its row to the end of the
/// transaction: revisions are committed in their order, and a reader of "all after the last one I saw" can
/// miss none.
public final class HeadTable extends Table {

    public static final HeadTable RELATIONSHIP_HEAD = new HeadTable();

    final Column<String> tenantId = notNull("tenant_id", TEXT);
    final Column<Long> revision = notNull("revision", BIGINT);

    /// Up to this revision, itself among them, changes are no longer kept.
    final Column<Long> trimmed = notNull("trimmed", BIGINT, defaultsTo(0L));

    final Projection<Long> newest = Projection.of(revision);

    final Projection<Map.Entry<String, Long>> ofTenant =
            Projection.of(row -> Map.entry(row.get(tenantId), row.get(revision)), tenantId, revision);

    final Projection<Extent> extent =
            Projection.of(row -> new Extent(row.get(trimmed), row.get(revision)), trimmed, revision);

    private HeadTable() {
        super("relationship_head");
        primaryKey(tenantId);
        foreignKey("fk_relationship_head_tenant", tenantId, TENANT.id, RESTRICT);
    }
}
