package dev.gatehouse.cli;

import static dev.gatehouse.cli.SpareHeap.FLOOR_BYTES;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpareHeapTest {
    private static final long MEGABYTE = 1L << 20;

    private long used;
    private long alive = 60 * MEGABYTE;
    private int collections;

    private final SpareHeap heap = new SpareHeap(() -> used, () -> {
        collections++;
        used = alive;
    });

    @Test
    void a_small_heap_is_left_alone() {
        used = 2 * FLOOR_BYTES;
        heap.look();
        assertThat(collections).isZero();
    }

    @Test
    void garbage_beyond_what_is_allowed_is_collected_once() {
        used = 2 * FLOOR_BYTES + 1;
        heap.look();
        heap.look();
        assertThat(collections).isEqualTo(1);
    }

    @Test
    void what_is_alive_may_double_and_a_little_more() {
        alive = 500 * MEGABYTE;
        used = 600 * MEGABYTE;
        heap.look();
        used = FLOOR_BYTES + 2 * alive;
        heap.look();
        assertThat(collections).isEqualTo(1);
        used++;
        heap.look();
        assertThat(collections).isEqualTo(2);
    }

    @Test
    void when_less_is_alive_less_is_allowed() {
        alive = 500 * MEGABYTE;
        used = 600 * MEGABYTE;
        heap.look();
        alive = 10 * MEGABYTE;
        used = FLOOR_BYTES + 1_000 * MEGABYTE + 1;
        heap.look();
        used = FLOOR_BYTES + 2 * alive + 1;
        heap.look();
        assertThat(collections).isEqualTo(3);
    }
}
