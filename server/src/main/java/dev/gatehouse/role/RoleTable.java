package dev.gatehouse.role;

import static dev.gatehouse.mapper.ColumnType.INSTANT;
import static dev.gatehouse.mapper.ColumnType.TEXT;
import static dev.gatehouse.mapper.OnDelete.RESTRICT;
import static dev.gatehouse.tenant.TenantTable.TENANT;

import dev.gatehouse.mapper.Column;
import dev.gatehouse.mapper.Mapping;
import dev.gatehouse.mapper.Table;
import java.time.Instant;
import java.util.List;

/// What a role allows and who holds it does not stand here but among the relationships.
public final class RoleTable extends Table {

    public static final RoleTable ROLE = new RoleTable();

    final Column<String> tenantId = notNull("tenant_id", TEXT);
    final Column<String> name = notNull("name", TEXT);
    final Column<String> description = nullable("description", TEXT);
    final Column<Instant> createdAt = notNull("created_at", INSTANT);
    final Column<Instant> updatedAt = notNull("updated_at", INSTANT);

    /// Without its actions.
    final Mapping<Role> role = Mapping.<Role>of(row -> new Role(
                    row.get(tenantId),
                    row.get(name),
                    row.find(description),
                    List.of(),
                    row.get(createdAt),
                    row.get(updatedAt)))
            .with(tenantId, Role::tenantId)
            .with(name, Role::name)
            .withOptional(description, Role::description)
            .with(createdAt, Role::createdAt)
            .with(updatedAt, Role::updatedAt);

    private RoleTable() {
        super("role");
        primaryKey(tenantId, name);
        foreignKey("fk_role_tenant", tenantId, TENANT.id, RESTRICT);
    }
}
