package dev.gatehouse.openfga;

import static dev.gatehouse.mapper.ColumnType.INSTANT;
import static dev.gatehouse.mapper.ColumnType.TEXT;
import static dev.gatehouse.mapper.OnDelete.RESTRICT;
import static dev.gatehouse.tenant.TenantTable.TENANT;

import dev.gatehouse.mapper.Column;
import dev.gatehouse.mapper.Projection;
import dev.gatehouse.mapper.Table;
import java.time.Instant;

/// What somebody expects a model to answer: one row a model, since they are written and read together only.
public final class AssertionTable extends Table {

    public static final AssertionTable MODEL_ASSERTIONS = new AssertionTable();

    final Column<String> tenantId = notNull("tenant_id", TEXT);
    final Column<String> modelId = notNull("model_id", TEXT);

    /// A JSON array, as it goes out again.
    final Column<String> assertions = notNull("assertions", TEXT);

    final Column<Instant> writtenAt = notNull("written_at", INSTANT);

    final Projection<String> json = Projection.of(row -> row.get(assertions), assertions);

    private AssertionTable() {
        super("model_assertions");
        primaryKey(tenantId, modelId);
        foreignKey("fk_model_assertions_tenant", tenantId, TENANT.id, RESTRICT);
    }
}
