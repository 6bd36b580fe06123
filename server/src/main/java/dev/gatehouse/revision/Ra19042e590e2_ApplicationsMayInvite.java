package dev.gatehouse.revision;

import static dev.gatehouse.migrations.Define.*;

import dev.gatehouse.migrations.Operations;
import dev.gatehouse.migrations.Revision;
import java.util.List;

/// Applications may invite
///
/// Created 2026-11-22T20:09:51Z.
public final class Ra19042e590e2_ApplicationsMayInvite implements Revision {

    @Override
    public String id() {
        return "a19042e590e2";
    }

    @Override
    public List<String> parents() {
        return List.of("9c41d0e7b52a");
    }

    @Override
    public String message() {
        return "Applications may invite";
    }

    @Override
    public void upgrade(Operations op) {
        op.alterColumn("invitation", column("invited_by", uuid()));
    }

    @Override
    public void downgrade(Operations op) {
        // Nobody could be named as the one who invited; who was invited can be invited again.
        op.sql("delete from invitation where invited_by is null");
        op.alterColumn("invitation", column("invited_by", uuid()).notNull());
    }
}
