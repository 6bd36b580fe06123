package dev.gatehouse.mapper;

import static dev.gatehouse.mapper.TenantTable.TENANT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Text has the same order on both databases: that of its bytes in UTF-8.
@EachDatabase
class OrderPropertyTest {
    private static final long SEED = 20_261_122;
    private static final Comparator<String> BYTEWISE =
            (a, b) -> Arrays.compareUnsigned(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));

    private final Random random = new Random(SEED);
    private final TreeSet<String> texts = new TreeSet<>(BYTEWISE);
    private final Database database;

    OrderPropertyTest(TestDatabase on) {
        database = on.open(TENANT);
    }

    @BeforeEach
    void random_texts() {
        while (texts.size() < 400) texts.add(text(random.nextInt(6)));
        var shuffled = new java.util.ArrayList<>(texts);
        java.util.Collections.shuffle(shuffled, random);
        database.run(tx -> tx.insertAll(
                TENANT.tenant, shuffled.stream().map(it -> new Tenant(it, it)).toList()));
    }

    /// Letters in both cases, marks, and the edges of the planes; few, so that texts share beginnings.
    private String text(int length) {
        int[] alphabet = {
            'a', 'A', 'b', 'Z', '_', '-', ' ', '%', 0x7f, 0x80, 'é', 'ß', 0x7ff, 0x800, 0xd7ff, 0xe000, 0xffff, 0x10000,
            0x1f600, 0x10fffe, 0x10ffff
        };
        return IntStream.range(0, length)
                .map(_ -> alphabet[random.nextInt(alphabet.length)])
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @Test
    void rows_come_in_the_order_of_bytes() {
        var found = database.read(
                tx -> tx.select(Projection.of(TENANT.id)).orderBy(TENANT.id).list());
        assertThat(found).as("seed %d", SEED).containsExactlyElementsOf(texts);
    }

    @Test
    void what_starts_with_a_prefix_is_what_java_says() {
        for (int i = 0; i < 200; i++) {
            var prefix = text(random.nextInt(3));
            var found = database.<List<String>>read(tx -> tx.select(Projection.of(TENANT.id))
                    .where(TENANT.id.startsWith(prefix))
                    .orderBy(TENANT.id)
                    .list());
            var expected = texts.stream().filter(it -> it.startsWith(prefix)).toList();
            assertThat(found).as("seed %d, prefix %s", SEED, prefix).isEqualTo(expected);
        }
    }

    @Test
    void comparisons_follow_the_same_order() {
        var middle = texts.stream().skip(200).findFirst().orElseThrow();
        long below = database.read(tx -> tx.count(TENANT, TENANT.id.lt(middle)));
        long from = database.read(tx -> tx.count(TENANT, TENANT.id.ge(middle)));
        assertThat(below).isEqualTo(200);
        assertThat(from).isEqualTo(200);
    }
}
