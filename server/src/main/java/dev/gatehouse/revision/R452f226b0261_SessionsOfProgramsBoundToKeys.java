package dev.gatehouse.revision;

import static dev.gatehouse.migrations.Define.*;

import dev.gatehouse.migrations.Operations;
import dev.gatehouse.migrations.Revision;
import java.util.List;

/// sessions of programs bound to keys
///
/// Created 2026-11-22T17:04:32Z.
///
/// Going back takes data away: refresh_token.jkt.
public final class R452f226b0261_SessionsOfProgramsBoundToKeys implements Revision {

    @Override
    public String id() {
        return "452f226b0261";
    }

    @Override
    public List<String> parents() {
        return List.of("76b2bd3b5b53");
    }

    @Override
    public String message() {
        return "sessions of programs bound to keys";
    }

    @Override
    public void upgrade(Operations op) {
        op.addColumn("refresh_token", column("jkt", text()));
    }

    @Override
    public void downgrade(Operations op) {
        op.dropColumn("refresh_token", "jkt");
    }
}
