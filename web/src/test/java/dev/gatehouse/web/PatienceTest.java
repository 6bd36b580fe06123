package dev.gatehouse.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PatienceTest {
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Patience patience = new Patience(LONGEST);

    private void lookAfter(Duration time) {
        patience.look(System.nanoTime() + time.toNanos());
    }

    @Test
    void whoever_writes_for_too_long_is_cut_off() {
        assertThatThrownBy(() -> patience.during(() -> {
                    lookAfter(LONGEST);
                    assertThat(Thread.currentThread().isInterrupted()).isTrue();
                    throw new UncheckedIOException(new ClosedByInterruptException());
                }))
                .isInstanceOf(ConnectionLost.class);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void until_then_he_may_go_on() {
        patience.during(() -> {
            lookAfter(LONGEST.minusSeconds(1));
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
        });
    }

    /// The next piece has its time from its own beginning, and a thread that writes nothing has for ever.
    @Test
    void who_has_written_is_left_alone() {
        patience.during(() -> {});
        lookAfter(Duration.ofDays(1));
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void who_is_done_at_the_last_moment_is_not_interrupted_at_what_he_does_next() {
        patience.during(() -> lookAfter(LONGEST));
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void another_fault_stays_what_it_is() {
        assertThatThrownBy(() -> patience.during(() -> {
                    throw new IllegalStateException("already sent");
                }))
                .hasMessage("already sent");
    }
}
