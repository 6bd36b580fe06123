package dev.gatehouse.revision;

import static dev.gatehouse.migrations.Define.*;

import dev.gatehouse.migrations.Operations;
import dev.gatehouse.migrations.Revision;
import java.util.List;

/// changes of relationships that are no longer kept
///
/// Created 2026-11-22T23:39:01Z.
///
/// Going back takes data away: relationship_head.trimmed.
public final class R2e353e0187bf_ChangesOfRelationshipsThatAreNoLonger implements Revision {

    @Override
    public String id() {
        return "2e353e0187bf";
    }

    @Override
    public List<String> parents() {
        return List.of("f3696396378b");
    }

    @Override
    public String message() {
        return "changes of relationships that are no longer kept";
    }

    @Override
    public void upgrade(Operations op) {
        op.addColumn("relationship_head", column("trimmed", bigint()).notNull().defaultTo("0"));
    }

    @Override
    public void downgrade(Operations op) {
        op.dropColumn("relationship_head", "trimmed");
    }
}
