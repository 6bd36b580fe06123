package dev.gatehouse.revision;

import static dev.gatehouse.migrations.Define.*;

import dev.gatehouse.migrations.Operations;
import dev.gatehouse.migrations.Revision;
import java.util.List;

/// tokens bound to keys
///
/// Created 2026-11-22T16:33:45Z.
///
/// Going back takes data away: authorization_code.dpop_jkt, token_family.x5t_s256, token_family.jkt.
public final class R7ef20f895818_TokensBoundToKeys implements Revision {

    @Override
    public String id() {
        return "7ef20f895818";
    }

    @Override
    public List<String> parents() {
        return List.of("7b419d7809aa");
    }

    @Override
    public String message() {
        return "tokens bound to keys";
    }

    @Override
    public void upgrade(Operations op) {
        op.addColumn("token_family", column("jkt", text()));
        op.addColumn("token_family", column("x5t_s256", text()));
        op.addColumn("authorization_code", column("dpop_jkt", text()));
    }

    @Override
    public void downgrade(Operations op) {
        op.dropColumn("authorization_code", "dpop_jkt");
        op.dropColumn("token_family", "x5t_s256");
        op.dropColumn("token_family", "jkt");
    }
}
