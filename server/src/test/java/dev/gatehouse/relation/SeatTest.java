package dev.gatehouse.relation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.permissions.relation.Change;
import dev.gatehouse.permissions.relation.MemoryGraph;
import dev.gatehouse.permissions.relation.Relationship;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeatTest {

    private final Seat seat = new Seat(0);
    private final MemoryGraph graph = MemoryGraph.empty(0);

    @Test
    void what_has_changed_much_is_packed_at_once_and_then_rests_nine_times_as_long_as_it_took() {
        write(1, 0, 64_000);
        assertThat(seat.wantsPacking(graph, 0)).isTrue();
        pack(0, 10);
        assertThat(seat.wantsPacking(graph, 10)).isFalse();

        write(2, 64_000, 4_097);
        assertThat(seat.wantsPacking(graph, 99)).isFalse();
        assertThat(seat.wantsPacking(graph, 100)).isTrue();
    }

    @Test
    void there_is_no_rest_when_too_much_has_changed() {
        write(1, 0, 64_000);
        pack(0, 10);

        write(2, 64_000, 8_001);
        assertThat(seat.wantsPacking(graph, 11)).isTrue();
    }

    private void pack(long began, long ended) {
        graph.fold();
        seat.packed(began, ended);
    }

    private void write(long revision, int first, int count) {
        graph.apply(
                revision,
                IntStream.range(first, first + count)
                        .mapToObj(i -> Relationship.of("document:" + i, "viewer", "person:bob"))
                        .map(viewer -> new Change(Change.Kind.WRITTEN, viewer))
                        .toList());
    }
}
