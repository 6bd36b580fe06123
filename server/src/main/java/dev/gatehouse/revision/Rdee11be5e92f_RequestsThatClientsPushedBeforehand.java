package dev.gatehouse.revision;

import static dev.gatehouse.migrations.Define.*;

import dev.gatehouse.migrations.Operations;
import dev.gatehouse.migrations.Revision;
import java.util.List;

/// requests that clients pushed beforehand
///
/// Created 2026-11-22T16:43:30Z.
///
/// Going back takes data away: table pushed_request.
public final class Rdee11be5e92f_RequestsThatClientsPushedBeforehand implements Revision {

    @Override
    public String id() {
        return "dee11be5e92f";
    }

    @Override
    public List<String> parents() {
        return List.of("7ef20f895818");
    }

    @Override
    public String message() {
        return "requests that clients pushed beforehand";
    }

    @Override
    public void upgrade(Operations op) {
        op.createTable(
                "pushed_request",
                column("tenant_id", text()).notNull(),
                column("digest", text()).notNull(),
                column("client_id", text()).notNull(),
                column("request", text()).notNull(),
                column("opens_until", instant()).notNull(),
                column("expires_at", instant()).notNull(),
                primaryKey("tenant_id", "digest"),
                foreignKey("fk_pushed_request_client", "tenant_id", "client_id")
                        .references("client", "tenant_id", "id")
                        .onDelete(CASCADE),
                index("ix_pushed_request_client", "tenant_id", "client_id"),
                index("ix_pushed_request_expires", "expires_at"));
    }

    @Override
    public void downgrade(Operations op) {
        op.dropTable("pushed_request");
    }
}
