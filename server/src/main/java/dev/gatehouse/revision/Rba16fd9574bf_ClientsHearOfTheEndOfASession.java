package dev.gatehouse.revision;

import static dev.gatehouse.migrations.Define.*;

import dev.gatehouse.migrations.Operations;
import dev.gatehouse.migrations.Revision;
import java.util.List;

/// clients hear of the end of a session
///
/// Created 2026-11-22T16:46:52Z.
///
/// Going back takes data away: table logout_delivery, table session_client.
public final class Rba16fd9574bf_ClientsHearOfTheEndOfASession implements Revision {

    @Override
    public String id() {
        return "ba16fd9574bf";
    }

    @Override
    public List<String> parents() {
        return List.of("606f15b86c92");
    }

    @Override
    public String message() {
        return "clients hear of the end of a session";
    }

    @Override
    public void upgrade(Operations op) {
        op.createTable(
                "session_client",
                column("tenant_id", text()).notNull(),
                column("session_id", uuid()).notNull(),
                column("client_id", text()).notNull(),
                column("account_id", uuid()).notNull(),
                column("started_at", instant()).notNull(),
                primaryKey("tenant_id", "session_id", "client_id"),
                foreignKey("fk_session_client_session", "tenant_id", "session_id")
                        .references("session", "tenant_id", "id")
                        .onDelete(CASCADE),
                foreignKey("fk_session_client_client", "tenant_id", "client_id")
                        .references("client", "tenant_id", "id")
                        .onDelete(CASCADE),
                index("ix_session_client_account", "tenant_id", "account_id"),
                index("ix_session_client_client", "tenant_id", "client_id"));
        op.createTable(
                "logout_delivery",
                column("tenant_id", text()).notNull(),
                column("id", uuid()).notNull(),
                column("client_id", text()).notNull(),
                column("account_id", uuid()).notNull(),
                column("session_id", uuid()).notNull(),
                column("created_at", instant()).notNull(),
                column("attempts", integer()).notNull(),
                column("due_at", instant()).notNull(),
                primaryKey("tenant_id", "id"),
                foreignKey("fk_logout_delivery_client", "tenant_id", "client_id")
                        .references("client", "tenant_id", "id")
                        .onDelete(CASCADE),
                index("ix_logout_delivery_client", "tenant_id", "client_id"),
                index("ix_logout_delivery_due", "due_at"));
    }

    @Override
    public void downgrade(Operations op) {
        op.dropTable("logout_delivery");
        op.dropTable("session_client");
    }
}
