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
        op.sql(Dialect.SQLITE, counted("instr"));
        op.sql(Dialect.POSTGRES, counted("strpos"));
    }

    /// @param place the function that says where a text stands in another
    private static String counted(String place) {
        return """
                insert into relationship_kind
                  (tenant_id, object_type, relation, user_kind, condition_name, relationships)
                select tenant_id, substr(object_name, 1, PLACE(object_name, ':') - 1), relation,
                  case
                    when user_name = substr(user_name, 1, PLACE(user_name, ':') - 1) || ':*' then user_name
                    when user_relation <> '' then substr(user_name, 1, PLACE(user_name, ':') - 1) || '#' || user_relation
                    else substr(user_name, 1, PLACE(user_name, ':') - 1)
                  end,
                  coalesce(condition_name, ''), count(*)
                from relationship group by 1, 2, 3, 4, 5""".replace("PLACE", place);
    }

    @Override
    public void downgrade(Operations op) {
        op.dropTable("relationship_kind");
    }
}
