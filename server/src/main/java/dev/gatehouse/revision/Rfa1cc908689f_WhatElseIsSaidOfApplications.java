package dev.gatehouse.revision;

import static dev.gatehouse.migrations.Define.*;

import dev.gatehouse.migrations.Operations;
import dev.gatehouse.migrations.Revision;
import java.util.List;

/// what else is said of applications
///
/// Created 2026-11-22T16:32:58Z.
///
/// Going back takes data away: client.members.
public final class Rfa1cc908689f_WhatElseIsSaidOfApplications implements Revision {

    @Override
    public String id() {
        return "fa1cc908689f";
    }

    @Override
    public List<String> parents() {
        return List.of("2050f67c53f1");
    }

    @Override
    public String message() {
        return "what else is said of applications";
    }

    @Override
    public void upgrade(Operations op) {
        op.addColumn("client", column("members", text()));
    }

    @Override
    public void downgrade(Operations op) {
        op.dropColumn("client", "members");
    }
}
