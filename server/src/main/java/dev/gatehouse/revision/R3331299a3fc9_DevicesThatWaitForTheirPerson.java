package dev.gatehouse.revision;

import static dev.gatehouse.migrations.Define.*;

import dev.gatehouse.migrations.Operations;
import dev.gatehouse.migrations.Revision;
import java.util.List;

/// devices that wait for their person
///
/// Created 2026-11-22T16:54:48Z.
///
/// Going back takes data away: ticket.purpose, table device_code.
public final class R3331299a3fc9_DevicesThatWaitForTheirPerson implements Revision {

    @Override
    public String id() {
        return "3331299a3fc9";
    }

    @Override
    public List<String> parents() {
        return List.of("728681f892d6");
    }

    @Override
    public String message() {
        return "devices that wait for their person";
    }

    @Override
    public void upgrade(Operations op) {
        op.createTable(
                "device_code",
                column("tenant_id", text()).notNull(),
                column("digest", text()).notNull(),
                column("user_code_digest", text()).notNull(),
                column("client_id", text()).notNull(),
                column("scopes", text()).notNull(),
                column("resources", text()).notNull(),
                column("expires_at", instant()).notNull(),
                column("interval_seconds", integer()).notNull(),
                column("next_poll_at", instant()).notNull(),
                column("decided_at", instant()),
                column("family_id", uuid()),
                column("redeemed_at", instant()),
                primaryKey("tenant_id", "digest"),
                unique("uq_device_code_tenant_id_user_code_digest", "tenant_id", "user_code_digest"),
                foreignKey("fk_device_code_client", "tenant_id", "client_id")
                        .references("client", "tenant_id", "id")
                        .onDelete(CASCADE),
                foreignKey("fk_device_code_family", "tenant_id", "family_id")
                        .references("token_family", "tenant_id", "id")
                        .onDelete(CASCADE),
                check("ck_device_code_family", "family_id is null or decided_at is not null"),
                check("ck_device_code_redeemed", "redeemed_at is null or family_id is not null"),
                index("ix_device_code_client", "tenant_id", "client_id"),
                index("ix_device_code_family", "tenant_id", "family_id"),
                index("ix_device_code_expires", "expires_at"));
        op.dropCheck("throttle", "ck_throttle_kind");
        op.addCheck(
                "throttle",
                check(
                        "ck_throttle_kind",
                        "kind in ('address', 'account', 'familiar', 'code_address', 'code_account')"));
        op.addColumn("ticket", column("purpose", text()).notNull().defaultTo("'authorization'"));
        op.addCheck("ticket", check("ck_ticket_purpose", "purpose in ('authorization', 'device', 'sign_out')"));
    }

    @Override
    public void downgrade(Operations op) {
        // What only this version knows of, and would be taken for something else.
        op.sql("delete from ticket where purpose <> 'authorization'");
        op.sql("delete from throttle where kind in ('code_address', 'code_account')");
        op.dropCheck("ticket", "ck_ticket_purpose");
        op.dropColumn("ticket", "purpose");
        op.dropCheck("throttle", "ck_throttle_kind");
        op.addCheck("throttle", check("ck_throttle_kind", "kind in ('address', 'account', 'familiar')"));
        op.dropTable("device_code");
    }
}
