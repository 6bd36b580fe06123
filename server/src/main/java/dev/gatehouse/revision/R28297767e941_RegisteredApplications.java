package dev.gatehouse.revision;

import static dev.gatehouse.migrations.Define.*;

import dev.gatehouse.migrations.Operations;
import dev.gatehouse.migrations.Revision;
import java.util.List;

/// registered applications
///
/// Created 2026-11-22T14:11:19Z.
public final class R28297767e941_RegisteredApplications implements Revision {

    @Override
    public String id() {
        return "28297767e941";
    }

    @Override
    public List<String> parents() {
        return List.of("89d6d8f79e8d");
    }

    @Override
    public String message() {
        return "registered applications";
    }

    @Override
    public void upgrade(Operations op) {
        op.createTable(
                "client",
                column("tenant_id", text()).notNull(),
                column("id", text()).notNull(),
                column("name", text()).notNull(),
                column("authentication", text()).notNull(),
                column("grants", text()).notNull(),
                column("redirect_uris", text()).notNull(),
                column("scopes", text()).notNull(),
                column("resources", text()).notNull(),
                column("pkce_required", bool()).notNull(),
                column("first_party", bool()).notNull(),
                column("created_at", instant()).notNull(),
                column("updated_at", instant()).notNull(),
                primaryKey("tenant_id", "id"),
                foreignKey("fk_client_tenant", "tenant_id")
                        .references("tenant", "id")
                        .onDelete(RESTRICT),
                check(
                        "ck_client_authentication",
                        "authentication in ('none', 'client_secret_basic', 'client_secret_post')"));
        op.createTable(
                "client_secret",
                column("tenant_id", text()).notNull(),
                column("client_id", text()).notNull(),
                column("digest", text()).notNull(),
                column("created_at", instant()).notNull(),
                primaryKey("tenant_id", "client_id", "digest"),
                foreignKey("fk_client_secret_client", "tenant_id", "client_id")
                        .references("client", "tenant_id", "id")
                        .onDelete(CASCADE));
    }

    @Override
    public void downgrade(Operations op) {
        op.dropTable("client_secret");
        op.dropTable("client");
    }
}
