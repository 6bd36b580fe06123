package dev.gatehouse.revision;

import static dev.gatehouse.migrations.Define.*;

import dev.gatehouse.migrations.Operations;
import dev.gatehouse.migrations.Revision;
import java.util.List;

/// browser sessions, tickets and consents
///
/// Created 2026-11-22T15:17:19Z.
///
/// Going back takes data away: session.cookie_digest, table consent, table ticket.
public final class R548f5f398e6f_BrowserSessionsTicketsAndConsents implements Revision {

    @Override
    public String id() {
        return "548f5f398e6f";
    }

    @Override
    public List<String> parents() {
        return List.of("28297767e941");
    }

    @Override
    public String message() {
        return "browser sessions, tickets and consents";
    }

    @Override
    public void upgrade(Operations op) {
        op.createTable(
                "ticket",
                column("tenant_id", text()).notNull(),
                column("digest", text()).notNull(),
                column("request", text()).notNull(),
                column("opened_at", instant()).notNull(),
                column("expires_at", instant()).notNull(),
                column("chosen_session", uuid()),
                column("denied", bool()).notNull(),
                primaryKey("tenant_id", "digest"),
                foreignKey("fk_ticket_tenant", "tenant_id")
                        .references("tenant", "id")
                        .onDelete(RESTRICT),
                index("ix_ticket_expires", "expires_at"));
        op.createTable(
                "consent",
                column("tenant_id", text()).notNull(),
                column("account_id", uuid()).notNull(),
                column("client_id", text()).notNull(),
                column("scopes", text()).notNull(),
                column("first_given_at", instant()).notNull(),
                column("given_at", instant()).notNull(),
                primaryKey("tenant_id", "account_id", "client_id"),
                foreignKey("fk_consent_account", "tenant_id", "account_id")
                        .references("account", "tenant_id", "id")
                        .onDelete(CASCADE),
                foreignKey("fk_consent_client", "tenant_id", "client_id")
                        .references("client", "tenant_id", "id")
                        .onDelete(CASCADE),
                index("ix_consent_client", "tenant_id", "client_id"));
        op.addColumn("session", column("cookie_digest", text()));
        op.addUnique("session", unique("uq_session_cookie", "tenant_id", "cookie_digest"));
    }

    @Override
    public void downgrade(Operations op) {
        op.dropUnique("session", "uq_session_cookie");
        op.dropColumn("session", "cookie_digest");
        op.dropTable("consent");
        op.dropTable("ticket");
    }
}
