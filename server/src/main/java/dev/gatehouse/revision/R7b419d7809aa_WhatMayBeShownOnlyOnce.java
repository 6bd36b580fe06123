package dev.gatehouse.revision;

import static dev.gatehouse.migrations.Define.*;

import dev.gatehouse.migrations.Operations;
import dev.gatehouse.migrations.Revision;
import java.util.List;

/// what may be shown only once
///
/// Created 2026-11-22T16:37:00Z.
///
/// Going back takes data away: table replay.
public final class R7b419d7809aa_WhatMayBeShownOnlyOnce implements Revision {

    @Override
    public String id() {
        return "7b419d7809aa";
    }

    @Override
    public List<String> parents() {
        return List.of("fa1cc908689f");
    }

    @Override
    public String message() {
        return "what may be shown only once";
    }

    @Override
    public void upgrade(Operations op) {
        op.createTable(
                "replay",
                column("tenant_id", text()).notNull(),
                column("digest", text()).notNull(),
                column("expires_at", instant()).notNull(),
                primaryKey("tenant_id", "digest"),
                index("ix_replay_expires", "expires_at"));
    }

    @Override
    public void downgrade(Operations op) {
        op.dropTable("replay");
    }
}
