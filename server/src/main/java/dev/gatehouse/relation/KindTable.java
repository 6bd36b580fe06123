package dev.gatehouse.relation;

import static dev.gatehouse.mapper.ColumnType.BIGINT;
import static dev.gatehouse.mapper.ColumnType.TEXT;
import static dev.gatehouse.mapper.OnDelete.RESTRICT;
import static dev.gatehouse.tenant.TenantTable.TENANT;

import dev.gatehouse.mapper.Column;
import dev.gatehouse.mapper.Projection;
import dev.gatehouse.mapper.Table;
import java.util.Map;

/// How many relationships of each kind there are, kept with every change: nobody has to count a million rows
/// to say what a new model leaves behind.
public final class KindTable extends Table {

    public static final KindTable RELATIONSHIP_KIND = new KindTable();

    final Column<String> tenantId = notNull("tenant_id", TEXT);
    final Column<String> objectType = notNull("object_type", TEXT);
    final Column<String> relation = notNull("relation", TEXT);

    /// `person`, `group#member` or `person:*`.
    final Column<String> user = notNull("user_kind", TEXT);

    /// Empty where there is none.
    final Column<String> condition = notNull("condition_name", TEXT);

    final Column<Long> count = notNull("relationships", BIGINT);

    final Projection<Map.Entry<Kind, Long>> counted = Projection.of(
            row -> Map.entry(
                    new Kind(row.get(objectType), row.get(relation), row.get(user), row.get(condition)),
                    row.get(count)),
            objectType,
            relation,
            user,
            condition,
            count);

    private KindTable() {
        super("relationship_kind");
        primaryKey(tenantId, objectType, relation, user, condition);
        foreignKey("fk_relationship_kind_tenant", tenantId, TENANT.id, RESTRICT);
    }
}
