package dev.gatehouse.replay;

import static dev.gatehouse.replay.Purpose.CLIENT_ASSERTION;
import static dev.gatehouse.replay.Purpose.DPOP_PROOF;
import static dev.gatehouse.tenant.Tenant.MAIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.testing.Race;
import dev.gatehouse.testing.Rows;
import dev.gatehouse.testing.TestHouse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What may be shown once is shown once.
@EachDatabase
class ReplaysTest {

    private final TestHouse house;
    private final Replays replays;

    ReplaysTest(TestDatabase on) {
        house = TestHouse.on(on);
        replays = new Replays(house.database());
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void the_first_is_told_so_and_nobody_after() {
        assertThat(spend(CLIENT_ASSERTION, "charter", "1")).isTrue();
        assertThat(spend(CLIENT_ASSERTION, "charter", "1")).isFalse();
    }

    @Test
    void ids_of_other_holders_and_purposes_are_others() {
        assertThat(spend(CLIENT_ASSERTION, "charter", "1")).isTrue();
        assertThat(spend(CLIENT_ASSERTION, "charter", "2")).isTrue();
        assertThat(spend(CLIENT_ASSERTION, "reporter", "1")).isTrue();
        assertThat(spend(DPOP_PROOF, "charter", "1")).isTrue();
        assertThat(spend(DPOP_PROOF, "charter 1", "1")).isTrue();
        assertThat(spend(DPOP_PROOF, "charter", "1 1")).isTrue();
    }

    @Test
    void of_fifty_at_once_one_is_the_first() {
        assertThat(Race.of(50, _ -> spend(DPOP_PROOF, "key", "the same"))).containsOnlyOnce(true);
    }

    @Test
    void of_fifty_at_once_on_two_nodes_one_is_the_first() {
        try (var neighbour = house.neighbour()) {
            var nodes = List.of(replays, new Replays(neighbour.database()));
            assertThat(Race.of(
                            50,
                            number -> nodes.get(number % 2).spend(MAIN, DPOP_PROOF, "key", "the same", inAMinute())))
                    .containsOnlyOnce(true);
        }
    }

    @Test
    void what_has_expired_is_swept_and_the_rest_stays() {
        spend(CLIENT_ASSERTION, "charter", "1");
        house.clock().pass(Duration.ofSeconds(50));
        spend(CLIENT_ASSERTION, "charter", "2");
        house.clock().pass(Duration.ofSeconds(11));
        assertThat(house.database().<Integer>write(tx -> replays.sweep(tx, 10))).isEqualTo(1);
        assertThat(Rows.texts(house.database(), "replay", "digest")).hasSize(1);
        assertThat(spend(CLIENT_ASSERTION, "charter", "2")).isFalse();
    }

    private boolean spend(Purpose purpose, String holder, String id) {
        return replays.spend(MAIN, purpose, holder, id, inAMinute());
    }

    private Instant inAMinute() {
        return house.clock().instant().plusSeconds(60);
    }
}
