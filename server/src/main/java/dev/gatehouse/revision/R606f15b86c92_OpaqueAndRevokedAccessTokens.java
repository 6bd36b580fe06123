package dev.gatehouse.revision;

import static dev.gatehouse.migrations.Define.*;

import dev.gatehouse.migrations.Operations;
import dev.gatehouse.migrations.Revision;
import java.util.List;

/// opaque and revoked access tokens
///
/// Created 2026-11-22T16:53:51Z.
///
/// Going back takes data away: table revoked_token, table opaque_access_token.
public final class R606f15b86c92_OpaqueAndRevokedAccessTokens implements Revision {

    @Override
    public String id() {
        return "606f15b86c92";
    }

    @Override
    public List<String> parents() {
        return List.of("452f226b0261");
    }

    @Override
    public String message() {
        return "opaque and revoked access tokens";
    }

    @Override
    public void upgrade(Operations op) {
        op.createTable(
                "opaque_access_token",
                column("tenant_id", text()).notNull(),
                column("digest", text()).notNull(),
                column("client_id", text()).notNull(),
                column("family_id", uuid()),
                column("claims", text()).notNull(),
                column("expires_at", instant()).notNull(),
                primaryKey("tenant_id", "digest"),
                foreignKey("fk_opaque_access_token_client", "tenant_id", "client_id")
                        .references("client", "tenant_id", "id")
                        .onDelete(CASCADE),
                foreignKey("fk_opaque_access_token_family", "tenant_id", "family_id")
                        .references("token_family", "tenant_id", "id")
                        .onDelete(CASCADE),
                index("ix_opaque_access_token_client", "tenant_id", "client_id"),
                index("ix_opaque_access_token_family", "tenant_id", "family_id"),
                index("ix_opaque_access_token_expires", "expires_at"));
        op.createTable(
                "revoked_token",
                column("tenant_id", text()).notNull(),
                column("jti", text()).notNull(),
                column("expires_at", instant()).notNull(),
                primaryKey("tenant_id", "jti"),
                foreignKey("fk_revoked_token_tenant", "tenant_id")
                        .references("tenant", "id")
                        .onDelete(RESTRICT),
                index("ix_revoked_token_expires", "expires_at"));
    }

    @Override
    public void downgrade(Operations op) {
        op.dropTable("revoked_token");
        op.dropTable("opaque_access_token");
    }
}
