package dev.gatehouse.dpop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.secret.MasterKey;
import dev.gatehouse.testing.MovableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class NoncesTest {

    private final MovableClock clock = new MovableClock();
    private final Nonces nonces = new Nonces(MasterKey.of("the secret of two nodes"), clock);
    private final Nonces neighbour = new Nonces(MasterKey.of("the secret of two nodes"), clock);

    @Test
    void a_nonce_is_good_on_every_node() {
        assertThat(neighbour.isGood(nonces.current())).isTrue();
    }

    @Test
    void a_nonce_is_good_for_two_to_four_minutes() {
        var first = nonces.current();
        clock.pass(Nonces.STRETCH.minusSeconds(1));
        assertThat(nonces.current()).isEqualTo(first);
        clock.pass(Nonces.STRETCH);
        assertThat(nonces.current()).isNotEqualTo(first);
        assertThat(nonces.isGood(first)).isTrue();
        clock.pass(Duration.ofSeconds(1));
        assertThat(nonces.isGood(first)).isFalse();
    }

    @Test
    void a_node_whose_clock_is_ahead_gives_nonces_that_are_good_here() {
        var ahead = new MovableClock();
        ahead.pass(Nonces.STRETCH);
        assertThat(nonces.isGood(new Nonces(MasterKey.of("the secret of two nodes"), ahead).current()))
                .isTrue();
    }

    @Test
    void what_is_good_now_is_not_when_it_is_forgotten() {
        var ahead = new MovableClock();
        ahead.pass(Nonces.STRETCH);
        var latest = new Nonces(MasterKey.of("the secret of two nodes"), ahead).current();
        clock.pass(Duration.between(clock.instant(), nonces.goodUntil()));
        assertThat(nonces.isGood(latest)).isFalse();
    }

    @Test
    void nobody_else_knows_a_nonce() {
        assertThat(nonces.isGood(new Nonces(MasterKey.of("the secret of another"), clock).current()))
                .isFalse();
        assertThat(nonces.isGood("")).isFalse();
    }
}
