package dev.gatehouse.revision;

import static dev.gatehouse.migrations.Define.*;

import dev.gatehouse.migrations.Operations;
import dev.gatehouse.migrations.Revision;
import java.util.List;

/// find people by name
///
/// Created 2026-11-22T11:39:54Z.
public final class R1430646c36e5_FindPeopleByName implements Revision {

    @Override
    public String id() {
        return "1430646c36e5";
    }

    @Override
    public List<String> parents() {
        return List.of("cc3a07d4b296");
    }

    @Override
    public String message() {
        return "find people by name";
    }

    @Override
    public void upgrade(Operations op) {
        op.createIndex("account", index("ix_account_name", "tenant_id", "name_key"));
    }

    @Override
    public void downgrade(Operations op) {
        op.dropIndex("account", "ix_account_name");
    }
}
