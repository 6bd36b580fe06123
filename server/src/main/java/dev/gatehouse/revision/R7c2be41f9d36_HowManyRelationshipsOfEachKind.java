package dev.gatehouse.revision;

import static dev.gatehouse.migrations.Define.*;

import dev.gatehouse.mapper.Dialect;
import dev.gatehouse.migrations.Operations;
import dev.gatehouse.migrations.Revision;
import java.util.List;

/// how many relationships of each kind
///
/// Created 2026-11-23T02:30:00Z.
///
/// Going back takes data away: table relationship_kind, which is counted anew by the next upgrade.
public final class R7c2be41f9d36_HowManyRelationshipsOfEachKind implements Revision {

    @Override
    public String id() {
        return "7c2be41f9d36";
    }

    @Override
    public List<String> parents() {
        return List.of("2e353e0187bf");
    }

    @Override
    public String message() {
        return "how many relationships of each kind";
    }

    @Override
    public void upgrade(Operations op) {
        op.createTable(
                "relationship_kind",
                column("tenant_id", text()).notNull(),
                column("object_type", text()).notNull(),
                column("relation", text()).notNull(),
                column("user_kind", text()).notNull(),
                column("condition_name", text()).notNull(),
                column("relationships", bigint()).notNull(),
                primaryKey("tenant_id", "object_type", "relation", "user_kind", "condition_name"),
                foreignKey("fk_relationship_kind_tenant", "tenant_id")
                        .references("tenant", "id")
                        .onDelete(RESTRICT));
        op.sql(
                Dialect.SQLITE,
                counted(
                        "substr(object_name, 1, instr(object_name, ':') - 1)",
                        "substr(user_name, 1, instr(user_name, ':') - 1)"));
        op.sql(Dialect.POSTGRES, counted("split_part(object_name, ':', 1)", "split_part(user_name, ':', 1)"));
    }

    private static String counted(String objectType, String userType) {
        return """
                insert into relationship_kind
                  (tenant_id, object_type, relation, user_kind, condition_name, relationships)
                select tenant_id, OBJECT_TYPE, relation,
                  case
                    when user_name = USER_TYPE || ':*' then user_name
                    when user_relation <> '' then USER_TYPE || '#' || user_relation
                    else USER_TYPE
                  end,
                  coalesce(condition_name, ''), count(*)
                from relationship group by 1, 2, 3, 4, 5""".replace("OBJECT_TYPE", objectType).replace("USER_TYPE", userType);
    }

    @Override
    public void downgrade(Operations op) {
        op.dropTable("relationship_kind");
    }
}
