package dev.gatehouse.revision;

import static dev.gatehouse.migrations.Define.*;

import dev.gatehouse.migrations.Operations;
import dev.gatehouse.migrations.Revision;
import java.util.List;

/// tokens made of other tokens
///
/// Created 2026-11-22T17:56:00Z.
///
/// Going back takes data away: column token_family.parent_id, and the families that have one.
public final class R9c41d0e7b52a_TokensMadeOfOtherTokens implements Revision {

    @Override
    public String id() {
        return "9c41d0e7b52a";
    }

    @Override
    public List<String> parents() {
        return List.of("3331299a3fc9");
    }

    @Override
    public String message() {
        return "tokens made of other tokens";
    }

    @Override
    public void upgrade(Operations op) {
        op.addColumn("token_family", column("parent_id", uuid()));
    }

    @Override
    public void downgrade(Operations op) {
        // Nothing would end them any more when that ends which they were made of.
        op.sql("update token_family set revoked_at = coalesce(revoked_at, started_at) where parent_id is not null");
        op.dropColumn("token_family", "parent_id");
    }
}
