package dev.gatehouse.revision;

import static dev.gatehouse.migrations.Define.*;

import dev.gatehouse.migrations.Operations;
import dev.gatehouse.migrations.Revision;
import java.util.List;

/// what clients are given on behalf of people
///
/// Created 2026-11-22T15:11:40Z.
///
/// Going back takes data away: table client_refresh_token, table authorization_code, table token_family.
public final class R2050f67c53f1_WhatClientsAreGivenOnBehalfOfPeople implements Revision {

    @Override
    public String id() {
        return "2050f67c53f1";
    }

    @Override
    public List<String> parents() {
        return List.of("548f5f398e6f");
    }

    @Override
    public String message() {
        return "what clients are given on behalf of people";
    }

    @Override
    public void upgrade(Operations op) {
        op.createTable(
                "token_family",
                column("tenant_id", text()).notNull(),
                column("id", uuid()).notNull(),
                column("client_id", text()).notNull(),
                column("account_id", uuid()).notNull(),
                column("session_id", uuid()).notNull(),
                column("epoch", bigint()).notNull(),
                column("scopes", text()).notNull(),
                column("resources", text()).notNull(),
                column("claims", text()),
                column("authenticated_at", instant()).notNull(),
                column("amr", text()).notNull(),
                column("started_at", instant()).notNull(),
                column("expires_at", instant()).notNull(),
                column("revoked_at", instant()),
                primaryKey("tenant_id", "id"),
                foreignKey("fk_token_family_account", "tenant_id", "account_id")
                        .references("account", "tenant_id", "id")
                        .onDelete(CASCADE),
                foreignKey("fk_token_family_client", "tenant_id", "client_id")
                        .references("client", "tenant_id", "id")
                        .onDelete(CASCADE),
                index("ix_token_family_account", "tenant_id", "account_id"),
                index("ix_token_family_client", "tenant_id", "client_id"),
                index("ix_token_family_expires", "expires_at"));
        op.createTable(
                "authorization_code",
                column("tenant_id", text()).notNull(),
                column("digest", text()).notNull(),
                column("family_id", uuid()).notNull(),
                column("redirect_uri", text()).notNull(),
                column("code_challenge", text()),
                column("nonce", text()),
                column("issued_at", instant()).notNull(),
                column("expires_at", instant()).notNull(),
                column("redeemed_at", instant()),
                primaryKey("tenant_id", "digest"),
                foreignKey("fk_authorization_code_family", "tenant_id", "family_id")
                        .references("token_family", "tenant_id", "id")
                        .onDelete(CASCADE),
                index("ix_authorization_code_family", "tenant_id", "family_id"));
        op.createTable(
                "client_refresh_token",
                column("tenant_id", text()).notNull(),
                column("digest", text()).notNull(),
                column("family_id", uuid()).notNull(),
                column("issued_at", instant()).notNull(),
                column("expires_at", instant()).notNull(),
                column("spent_at", instant()),
                column("sealed_successor", text()),
                primaryKey("tenant_id", "digest"),
                foreignKey("fk_client_refresh_token_family", "tenant_id", "family_id")
                        .references("token_family", "tenant_id", "id")
                        .onDelete(CASCADE),
                check("ck_client_refresh_token_spent", "(spent_at is null) = (sealed_successor is null)"),
                index("ix_client_refresh_token_family", "tenant_id", "family_id"),
                index("ix_client_refresh_token_expires", "expires_at"));
    }

    @Override
    public void downgrade(Operations op) {
        op.dropTable("client_refresh_token");
        op.dropTable("authorization_code");
        op.dropTable("token_family");
    }
}
