package dev.gatehouse.relation;

import dev.gatehouse.audit.Origin;
import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.tenant.Tenant;
import dev.gatehouse.testing.Rows;
import dev.gatehouse.testing.TestHouse;
import org.junit.jupiter.api.Test;

/// How long everything about somebody takes to go, and how much memory, by `-Drows=`.
@EachDatabase
class WideForgetting {
    private static final int ROWS = Integer.getInteger("rows", 100_000);
    private final TestHouse house;
    private final String dialect;

    WideForgetting(TestDatabase on) {
        house = TestHouse.on(on);
        dialect = on.toString();
    }

    private void fill(int rows) {
        Rows.change(
                house.database(),
                "insert into relationship (tenant_id, object_name, relation, user_name, user_relation, revision, written_at)"
                        + " with recursive n(i) as (select 1 union all select i + 1 from n where i < " + rows + ")"
                        + " select 'main', 'document:' || i, 'viewer', 'person:bob', '', 1, "
                        + (dialect.equals("SQLITE") ? "0" : "now()") + " from n");
    }

    @Test
    void one() {
        fill(ROWS);
        var relationships = new Relationships(house.database(), house.house().audit(), (_, _) -> Office.MODEL);
        System.gc();
        var before = used();
        var began = System.nanoTime();
        relationships.forget(Tenant.MAIN, "person:bob", Origin.SERVER);
        System.out.println(dialect + " " + ROWS + ": " + (System.nanoTime() - began) / 1_000_000 + " ms, heap " + before
                + " -> " + used() + " MB");
        house.close();
    }

    private static long used() {
        return (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20;
    }
}
