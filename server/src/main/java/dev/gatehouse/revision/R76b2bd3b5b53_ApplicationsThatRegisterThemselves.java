package dev.gatehouse.revision;

import static dev.gatehouse.migrations.Define.*;

import dev.gatehouse.migrations.Operations;
import dev.gatehouse.migrations.Revision;
import java.util.List;

/// applications that register themselves
///
/// Created 2026-11-22T17:02:24Z.
///
/// Going back takes data away: table client_registration, table initial_access_token.
public final class R76b2bd3b5b53_ApplicationsThatRegisterThemselves implements Revision {

    @Override
    public String id() {
        return "76b2bd3b5b53";
    }

    @Override
    public List<String> parents() {
        return List.of("3c91e07ab5d4");
    }

    @Override
    public String message() {
        return "applications that register themselves";
    }

    @Override
    public void upgrade(Operations op) {
        op.createTable(
                "initial_access_token",
                column("tenant_id", text()).notNull(),
                column("digest", text()).notNull(),
                column("uses_left", bigint()).notNull(),
                column("created_at", instant()).notNull(),
                column("expires_at", instant()).notNull(),
                primaryKey("tenant_id", "digest"),
                foreignKey("fk_initial_access_token_tenant", "tenant_id")
                        .references("tenant", "id")
                        .onDelete(RESTRICT),
                index("ix_initial_access_token_expires", "expires_at"));
        op.createTable(
                "client_registration",
                column("tenant_id", text()).notNull(),
                column("client_id", text()).notNull(),
                column("digest", text()).notNull(),
                column("network", text()).notNull(),
                column("created_at", instant()).notNull(),
                primaryKey("tenant_id", "client_id"),
                foreignKey("fk_client_registration_client", "tenant_id", "client_id")
                        .references("client", "tenant_id", "id")
                        .onDelete(CASCADE),
                index("ix_client_registration_network", "tenant_id", "network", "created_at"));
    }

    @Override
    public void downgrade(Operations op) {
        op.dropTable("client_registration");
        op.dropTable("initial_access_token");
    }
}
