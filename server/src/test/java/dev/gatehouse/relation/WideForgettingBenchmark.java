package dev.gatehouse.relation;

import com.sun.management.OperatingSystemMXBean;
import dev.gatehouse.audit.Origin;
import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.tenant.Tenant;
import dev.gatehouse.testing.Rows;
import dev.gatehouse.testing.TestHouse;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/// How long everything about somebody takes to go, and how much memory, by `-Drows=`, and beside how many of
/// others by `-Dothers=`.
@EachDatabase
class WideForgettingBenchmark {
    private static final int ROWS = Integer.getInteger("rows", 100_000);
    private final TestHouse house;
    private final String dialect;

    WideForgettingBenchmark(TestDatabase on) {
        house = TestHouse.on(on);
        dialect = on.toString();
    }

    private void fill(String user, String objects, int rows) {
        if (rows == 0) return;
        Rows.change(
                house.database(),
                "insert into relationship (tenant_id, object_name, relation, user_name, user_relation, revision, written_at)"
                        + " with recursive n(i) as (select 1 union all select i + 1 from n where i < " + rows + ")"
                        + " select 'main', '" + objects + "' || i, 'viewer', '" + user + "', '', 1, "
                        + (dialect.equals("SQLITE") ? "0" : "now()") + " from n");
    }

    @Test
    void everything_about_somebody_goes() {
        fill("person:bob", "document:", ROWS);
        fill("person:carol", "document:", Integer.getInteger("others", 0));
        var relationships = new Relationships(house.database(), house.house().audit(), (_, _) -> Office.MODEL);
        System.gc();
        var before = used();
        var processor = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        var ticks = processor.getProcessCpuTime();
        var began = System.nanoTime();
        relationships.forget(Tenant.MAIN, "person:bob", Origin.SERVER);
        System.out.println(
                dialect + " " + ROWS + ": " + (System.nanoTime() - began) / 1_000_000 + " ms, of the processor "
                        + (processor.getProcessCpuTime() - ticks) / 1_000_000 + " ms, heap " + before
                        + " -> " + used() + " MB");
        house.close();
    }

    private static long used() {
        return (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20;
    }
}
