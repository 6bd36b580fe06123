package dev.gatehouse.permissions.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NearestTest {

    @Test
    void a_few_names_are_told_all_in_their_order() {
        assertThat(Nearest.to("viwer", List.of("editor", "viewer"))).isEqualTo("editor, viewer");
        assertThat(Nearest.to("viwer", List.of())).isEqualTo("none");
    }

    @Test
    void of_many_those_that_are_spelt_most_alike_come_first() {
        var many = Stream.concat(
                        Stream.iterate(1, i -> i + 1).limit(40).map(i -> "something_else_" + i),
                        Stream.of("view", "viewer"))
                .toList();
        assertThat(Nearest.to("viwer", many)).startsWith("viewer, view, ").endsWith(" and 30 others");
    }
}
