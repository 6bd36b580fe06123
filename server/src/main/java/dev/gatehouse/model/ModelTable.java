package dev.gatehouse.model;

import static dev.gatehouse.mapper.ColumnType.INSTANT;
import static dev.gatehouse.mapper.ColumnType.TEXT;
import static dev.gatehouse.mapper.OnDelete.RESTRICT;
import static dev.gatehouse.tenant.TenantTable.TENANT;

import dev.gatehouse.mapper.Column;
import dev.gatehouse.mapper.Mapping;
import dev.gatehouse.mapper.Projection;
import dev.gatehouse.mapper.Table;
import java.time.Instant;

/// Rows are never changed.
public final class ModelTable extends Table {

    public static final ModelTable AUTHORIZATION_MODEL = new ModelTable();

    final Column<String> tenantId = notNull("tenant_id", TEXT);
    final Column<String> id = notNull("id", TEXT);

    /// OpenFGA's JSON. As text it comes back in the order in which it was written, which `jsonb` does not
    /// promise.
    final Column<String> model = notNull("model", TEXT);

    final Column<Instant> createdAt = notNull("created_at", INSTANT);
    final Column<String> createdBy = nullable("created_by", TEXT);

    final Projection<StoredModel.Version> version = Projection.of(
            row -> new StoredModel.Version(row.get(id), row.get(createdAt), row.find(createdBy)),
            id,
            createdAt,
            createdBy);

    final Mapping<ModelRow> row = Mapping.<ModelRow>of(row -> new ModelRow(
                    row.get(tenantId), row.get(id), row.get(model), row.get(createdAt), row.find(createdBy)))
            .with(tenantId, ModelRow::tenantId)
            .with(id, ModelRow::id)
            .with(model, ModelRow::json)
            .with(createdAt, ModelRow::createdAt)
            .withOptional(createdBy, ModelRow::createdBy);

    private ModelTable() {
        super("authorization_model");
        primaryKey(tenantId, id);
        foreignKey("fk_authorization_model_tenant", tenantId, TENANT.id, RESTRICT);
    }
}
