package dev.gatehouse.revision;

import static dev.gatehouse.migrations.Define.*;

import dev.gatehouse.migrations.Operations;
import dev.gatehouse.migrations.Revision;
import java.util.List;

/// groups and roles
///
/// Created 2026-11-22T20:48:43Z.
///
/// Going back takes data away: table role, table person_group.
public final class R15e9f7010788_GroupsAndRoles implements Revision {

    @Override
    public String id() {
        return "15e9f7010788";
    }

    @Override
    public List<String> parents() {
        return List.of("b524f324daaa");
    }

    @Override
    public String message() {
        return "groups and roles";
    }

    @Override
    public void upgrade(Operations op) {
        op.createTable(
                "person_group",
                column("tenant_id", text()).notNull(),
                column("id", text()).notNull(),
                column("name", text()).notNull(),
                column("name_key", text()).notNull(),
                column("description", text()),
                column("created_at", instant()).notNull(),
                column("updated_at", instant()).notNull(),
                primaryKey("tenant_id", "id"),
                unique("uq_person_group_name", "tenant_id", "name_key"),
                foreignKey("fk_person_group_tenant", "tenant_id")
                        .references("tenant", "id")
                        .onDelete(RESTRICT));
        op.createTable(
                "role",
                column("tenant_id", text()).notNull(),
                column("name", text()).notNull(),
                column("description", text()),
                column("created_at", instant()).notNull(),
                column("updated_at", instant()).notNull(),
                primaryKey("tenant_id", "name"),
                foreignKey("fk_role_tenant", "tenant_id")
                        .references("tenant", "id")
                        .onDelete(RESTRICT));
    }

    @Override
    public void downgrade(Operations op) {
        op.dropTable("role");
        op.dropTable("person_group");
    }
}
