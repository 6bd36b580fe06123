package dev.gatehouse.revision;

import static dev.gatehouse.migrations.Define.*;

import dev.gatehouse.migrations.Operations;
import dev.gatehouse.migrations.Revision;
import java.util.List;

/// relationships and their changes
///
/// Created 2026-11-22T19:51:37Z.
///
/// Going back takes data away: table relationship_change, table relationship, table relationship_head.
public final class R36b3f2874fd5_RelationshipsAndTheirChanges implements Revision {

    @Override
    public String id() {
        return "36b3f2874fd5";
    }

    @Override
    public List<String> parents() {
        return List.of("a19042e590e2");
    }

    @Override
    public String message() {
        return "relationships and their changes";
    }

    @Override
    public void upgrade(Operations op) {
        op.createTable(
                "relationship_head",
                column("tenant_id", text()).notNull(),
                column("revision", bigint()).notNull(),
                primaryKey("tenant_id"),
                foreignKey("fk_relationship_head_tenant", "tenant_id")
                        .references("tenant", "id")
                        .onDelete(RESTRICT));
        op.createTable(
                "relationship",
                column("tenant_id", text()).notNull(),
                column("object_name", text()).notNull(),
                column("relation", text()).notNull(),
                column("user_name", text()).notNull(),
                column("user_relation", text()).notNull(),
                column("condition_name", text()),
                column("condition_context", text()),
                column("revision", bigint()).notNull(),
                column("written_at", instant()).notNull(),
                primaryKey("tenant_id", "object_name", "relation", "user_name"),
                foreignKey("fk_relationship_tenant", "tenant_id")
                        .references("tenant", "id")
                        .onDelete(RESTRICT),
                index("ix_relationship_user", "tenant_id", "user_name", "relation", "object_name"),
                index("ix_relationship_userset", "tenant_id", "object_name", "relation", "user_name")
                        .where("user_relation <> ''"));
        op.createTable(
                "relationship_change",
                column("tenant_id", text()).notNull(),
                column("revision", bigint()).notNull(),
                column("ordinal", integer()).notNull(),
                column("operation", text()).notNull(),
                column("object_name", text()).notNull(),
                column("relation", text()).notNull(),
                column("user_name", text()).notNull(),
                column("condition_name", text()),
                column("condition_context", text()),
                column("changed_at", instant()).notNull(),
                column("changed_by", text()),
                primaryKey("tenant_id", "revision", "ordinal"),
                foreignKey("fk_relationship_change_tenant", "tenant_id")
                        .references("tenant", "id")
                        .onDelete(RESTRICT),
                check("ck_relationship_change_operation", "operation in ('written', 'deleted')"));
    }

    @Override
    public void downgrade(Operations op) {
        op.dropTable("relationship_change");
        op.dropTable("relationship");
        op.dropTable("relationship_head");
    }
}
