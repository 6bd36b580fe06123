package dev.gatehouse.revision;

import static dev.gatehouse.migrations.Define.*;

import dev.gatehouse.migrations.Operations;
import dev.gatehouse.migrations.Revision;
import java.util.List;

/// versions of authorization models
///
/// Created 2026-11-22T20:39:53Z.
///
/// Going back takes data away: table authorization_model.
public final class Rb524f324daaa_VersionsOfAuthorizationModels implements Revision {

    @Override
    public String id() {
        return "b524f324daaa";
    }

    @Override
    public List<String> parents() {
        return List.of("36b3f2874fd5");
    }

    @Override
    public String message() {
        return "versions of authorization models";
    }

    @Override
    public void upgrade(Operations op) {
        op.createTable(
                "authorization_model",
                column("tenant_id", text()).notNull(),
                column("id", text()).notNull(),
                column("model", text()).notNull(),
                column("created_at", instant()).notNull(),
                column("created_by", text()),
                primaryKey("tenant_id", "id"),
                foreignKey("fk_authorization_model_tenant", "tenant_id")
                        .references("tenant", "id")
                        .onDelete(RESTRICT));
    }

    @Override
    public void downgrade(Operations op) {
        op.dropTable("authorization_model");
    }
}
