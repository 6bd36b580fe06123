package dev.gatehouse.revision;

import static dev.gatehouse.migrations.Define.*;

import dev.gatehouse.migrations.Operations;
import dev.gatehouse.migrations.Revision;
import java.util.List;

/// stores that come and go, and what models are expected to answer
///
/// Created 2026-11-22T21:18:02Z.
///
/// Going back takes data away: tenant.removed_at, table model_assertions.
public final class Rf3696396378b_StoresThatComeAndGo implements Revision {

    @Override
    public String id() {
        return "f3696396378b";
    }

    @Override
    public List<String> parents() {
        return List.of("bd2cced789a6");
    }

    @Override
    public String message() {
        return "stores that come and go, and what models are expected to answer";
    }

    @Override
    public void upgrade(Operations op) {
        op.createTable(
                "model_assertions",
                column("tenant_id", text()).notNull(),
                column("model_id", text()).notNull(),
                column("assertions", text()).notNull(),
                column("written_at", instant()).notNull(),
                primaryKey("tenant_id", "model_id"),
                foreignKey("fk_model_assertions_tenant", "tenant_id")
                        .references("tenant", "id")
                        .onDelete(RESTRICT));
        op.addColumn("tenant", column("removed_at", instant()));
    }

    @Override
    public void downgrade(Operations op) {
        op.dropColumn("tenant", "removed_at");
        op.dropTable("model_assertions");
    }
}
