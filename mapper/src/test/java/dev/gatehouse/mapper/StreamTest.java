package dev.gatehouse.mapper;

import static dev.gatehouse.mapper.TenantTable.TENANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import java.util.ArrayList;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@EachDatabase
class StreamTest {
    private static final int MANY = 2_345;
    private final Database database;

    StreamTest(TestDatabase on) {
        database = on.open(TENANT);
    }

    @BeforeEach
    void many_rows_in_batches() {
        var tenants = IntStream.range(0, MANY)
                .mapToObj(i -> new Tenant(String.format(Locale.ROOT, "%05d", i), "n" + i))
                .toList();
        int inserted = database.write(tx -> tx.insertAll(TENANT.tenant, tenants));
        assertThat(inserted).isEqualTo(MANY);
    }

    @Test
    void rows_arrive_one_by_one_in_order() {
        var ids = new ArrayList<String>();
        database.read(tx -> {
            tx.select(TENANT.tenant).orderBy(TENANT.id).stream(tenant -> ids.add(tenant.id()));
            return null;
        });
        assertThat(ids).hasSize(MANY).isSorted();
    }

    @Test
    void while_one_statement_streams_the_same_one_can_run_again_inside() {
        var pairs = new AtomicInteger();
        database.read(tx -> {
            tx.select(TENANT.tenant).where(TENANT.id.lt("00010")).stream(
                    _ -> tx.select(TENANT.tenant).where(TENANT.id.lt("00010")).stream(_ -> pairs.incrementAndGet()));
            return null;
        });
        assertThat(pairs).hasValue(100);
    }

    @Test
    void a_consumer_that_fails_leaves_nothing_open() {
        assertThatThrownBy(() -> database.read(tx -> {
                    tx.select(TENANT.tenant).stream(_ -> {
                        throw new IllegalStateException("enough");
                    });
                    return null;
                }))
                .hasMessage("enough");
        database.run(tx -> tx.delete(TENANT).everyRow().run());
        long left = database.read(tx -> tx.count(TENANT));
        assertThat(left).isZero();
    }
}
