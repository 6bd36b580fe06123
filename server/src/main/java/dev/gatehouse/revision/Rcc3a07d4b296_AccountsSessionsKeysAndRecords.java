package dev.gatehouse.revision;

import static dev.gatehouse.migrations.Define.*;

import dev.gatehouse.migrations.Operations;
import dev.gatehouse.migrations.Revision;
import java.util.List;

/// accounts, sessions, keys and records
///
/// Created 2026-11-22T11:37:52Z.
public final class Rcc3a07d4b296_AccountsSessionsKeysAndRecords implements Revision {

    @Override
    public String id() {
        return "cc3a07d4b296";
    }

    @Override
    public List<String> parents() {
        return List.of();
    }

    @Override
    public String message() {
        return "accounts, sessions, keys and records";
    }

    @Override
    public void upgrade(Operations op) {
        op.createTable(
                "tenant",
                column("id", text()).notNull(),
                column("name", text()).notNull(),
                column("created_at", instant()).notNull(),
                primaryKey("id"));
        op.createTable(
                "audit_chain",
                column("tenant_id", text()).notNull(),
                column("sequence", bigint()).notNull(),
                column("digest", text()).notNull(),
                primaryKey("tenant_id"));
        op.createTable(
                "audit_record",
                column("tenant_id", text()).notNull(),
                column("sequence", bigint()).notNull(),
                column("at", instant()).notNull(),
                column("action", text()).notNull(),
                column("subject", text()).notNull(),
                column("actor", text()),
                column("address", text()).notNull(),
                column("request_id", text()).notNull(),
                column("details", text()).notNull(),
                column("digest", text()).notNull(),
                primaryKey("tenant_id", "sequence"),
                index("ix_audit_record_subject", "tenant_id", "subject", "sequence"));
        op.createTable(
                "signing_key",
                column("tenant_id", text()).notNull(),
                column("kid", text()).notNull(),
                column("algorithm", text()).notNull(),
                column("state", text()).notNull(),
                column("sealed_key", text()).notNull(),
                column("created_at", instant()).notNull(),
                primaryKey("tenant_id", "kid"),
                foreignKey("fk_signing_key_tenant", "tenant_id")
                        .references("tenant", "id")
                        .onDelete(RESTRICT),
                check(
                        "ck_signing_key_algorithm",
                        "algorithm in ('hs256', 'hs384', 'hs512', 'rs256', 'rs384', 'rs512', 'ps256', 'es256', 'es384', 'eddsa')"),
                check("ck_signing_key_state", "state in ('current', 'retired')"),
                uniqueIndex("ux_signing_key_current", "tenant_id", "algorithm").where("state = 'current'"));
        op.createTable(
                "account",
                column("tenant_id", text()).notNull(),
                column("id", uuid()).notNull(),
                column("email", text()).notNull(),
                column("email_key", text()).notNull(),
                column("name", text()),
                column("name_key", text()),
                column("locale", text()),
                column("status", text()).notNull(),
                column("administrator", bool()).notNull().defaultTo("false"),
                column("session_epoch", bigint()).notNull().defaultTo("0"),
                column("created_at", instant()).notNull(),
                column("updated_at", instant()).notNull(),
                primaryKey("tenant_id", "id"),
                unique("uq_account_email", "tenant_id", "email_key"),
                foreignKey("fk_account_tenant", "tenant_id")
                        .references("tenant", "id")
                        .onDelete(RESTRICT),
                check("ck_account_status", "status in ('active', 'disabled')"));
        op.createTable(
                "password_credential",
                column("tenant_id", text()).notNull(),
                column("account_id", uuid()).notNull(),
                column("hash", text()).notNull(),
                column("changed_at", instant()).notNull(),
                primaryKey("tenant_id", "account_id"),
                foreignKey("fk_password_credential_account", "tenant_id", "account_id")
                        .references("account", "tenant_id", "id")
                        .onDelete(CASCADE));
        op.createTable(
                "invitation",
                column("tenant_id", text()).notNull(),
                column("digest", text()).notNull(),
                column("invited_by", uuid()).notNull(),
                column("created_at", instant()).notNull(),
                column("expires_at", instant()).notNull(),
                column("redeemed_at", instant()),
                primaryKey("tenant_id", "digest"),
                foreignKey("fk_invitation_account", "tenant_id", "invited_by")
                        .references("account", "tenant_id", "id")
                        .onDelete(CASCADE),
                index("ix_invitation_inviter", "tenant_id", "invited_by"),
                index("ix_invitation_expires", "expires_at"));
        op.createTable(
                "setup_code",
                column("tenant_id", text()).notNull(),
                column("digest", text()).notNull(),
                column("expires_at", instant()).notNull(),
                primaryKey("tenant_id", "digest"),
                foreignKey("fk_setup_code_tenant", "tenant_id")
                        .references("tenant", "id")
                        .onDelete(CASCADE));
        op.createTable(
                "throttle",
                column("tenant_id", text()).notNull(),
                column("kind", text()).notNull(),
                column("digest", text()).notNull(),
                column("failures", integer()).notNull(),
                column("last_failure_at", instant()).notNull(),
                column("blocked_until", instant()),
                primaryKey("tenant_id", "kind", "digest"),
                foreignKey("fk_throttle_tenant", "tenant_id")
                        .references("tenant", "id")
                        .onDelete(CASCADE),
                check("ck_throttle_kind", "kind in ('address', 'account', 'familiar')"),
                index("ix_throttle_last_failure", "last_failure_at"));
        op.createTable(
                "familiar_address",
                column("tenant_id", text()).notNull(),
                column("account_id", uuid()).notNull(),
                column("digest", text()).notNull(),
                column("last_seen_at", instant()).notNull(),
                primaryKey("tenant_id", "account_id", "digest"),
                foreignKey("fk_familiar_address_account", "tenant_id", "account_id")
                        .references("account", "tenant_id", "id")
                        .onDelete(CASCADE),
                index("ix_familiar_address_last_seen", "last_seen_at"));
        op.createTable(
                "session",
                column("tenant_id", text()).notNull(),
                column("id", uuid()).notNull(),
                column("account_id", uuid()).notNull(),
                column("epoch", bigint()).notNull(),
                column("started_at", instant()).notNull(),
                column("authenticated_at", instant()).notNull(),
                column("last_seen_at", instant()).notNull(),
                column("idle_until", instant()).notNull(),
                column("expires_at", instant()).notNull(),
                column("address", text()).notNull(),
                column("user_agent", text()),
                column("ended_at", instant()),
                primaryKey("tenant_id", "id"),
                foreignKey("fk_session_account", "tenant_id", "account_id")
                        .references("account", "tenant_id", "id")
                        .onDelete(CASCADE),
                index("ix_session_account", "tenant_id", "account_id"),
                index("ix_session_idle", "idle_until"));
        op.createTable(
                "refresh_token",
                column("tenant_id", text()).notNull(),
                column("digest", text()).notNull(),
                column("session_id", uuid()).notNull(),
                column("issued_at", instant()).notNull(),
                column("expires_at", instant()).notNull(),
                column("spent_at", instant()),
                column("sealed_successor", text()),
                primaryKey("tenant_id", "digest"),
                foreignKey("fk_refresh_token_session", "tenant_id", "session_id")
                        .references("session", "tenant_id", "id")
                        .onDelete(CASCADE),
                check("ck_refresh_token_spent", "(spent_at is null) = (sealed_successor is null)"),
                index("ix_refresh_token_session", "tenant_id", "session_id"),
                index("ix_refresh_token_expires", "expires_at"));
    }

    @Override
    public void downgrade(Operations op) {
        op.dropTable("refresh_token");
        op.dropTable("session");
        op.dropTable("familiar_address");
        op.dropTable("throttle");
        op.dropTable("setup_code");
        op.dropTable("invitation");
        op.dropTable("password_credential");
        op.dropTable("account");
        op.dropTable("signing_key");
        op.dropTable("audit_record");
        op.dropTable("audit_chain");
        op.dropTable("tenant");
    }
}
