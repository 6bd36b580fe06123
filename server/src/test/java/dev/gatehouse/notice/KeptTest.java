package dev.gatehouse.notice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.testing.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class KeptTest {

    private final MovableClock clock = new MovableClock();
    private final Kept<String, Integer> kept = new Kept<>(2, clock);
    private final AtomicInteger looks = new AtomicInteger();
    private Instant end = Instant.MAX;

    @Test
    void what_was_found_is_not_looked_up_again_until_notice_is_given() {
        assertThat(find("bob")).hasValue(1);
        assertThat(find("bob")).hasValue(1);
        kept.forget();
        assertThat(find("bob")).hasValue(2);
    }

    @Test
    void it_is_looked_up_when_it_would_have_ended_for_that_may_have_been_put_off() {
        end = clock.instant().plusSeconds(1);
        assertThat(find("bob")).hasValue(1);
        clock.pass(Duration.ofSeconds(1));
        assertThat(find("bob")).hasValue(2);
    }

    @Test
    void a_change_behind_the_back_of_all_is_found_after_five_seconds() {
        assertThat(find("bob")).hasValue(1);
        clock.pass(Duration.ofSeconds(5));
        assertThat(find("bob")).hasValue(2);
    }

    @Test
    void a_look_that_began_before_the_change_leaves_nothing_behind() {
        kept.find(
                "bob",
                _ -> {
                    kept.forget();
                    return Optional.of(0);
                },
                _ -> Instant.MAX);
        assertThat(find("bob")).hasValue(1);
    }

    @Test
    void what_is_not_there_is_not_kept_and_the_memory_has_bounds() {
        kept.find("nobody", _ -> Optional.empty(), _ -> Instant.MAX);
        assertThat(kept.find("nobody", _ -> Optional.of(7), _ -> Instant.MAX)).hasValue(7);
        kept.forget();
        for (var name : List.of("bob", "carol", "dave")) find(name);
        assertThat(find("dave")).hasValue(3);
        assertThat(find("bob")).hasValue(4);
    }

    private Optional<Integer> find(String name) {
        return kept.find(name, _ -> Optional.of(looks.incrementAndGet()), _ -> end);
    }
}
