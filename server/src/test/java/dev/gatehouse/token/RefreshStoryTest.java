package dev.gatehouse.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.testing.Caller;
import dev.gatehouse.testing.Race;
import dev.gatehouse.testing.TestHouse;
import dev.gatehouse.testing.Tokens;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A refresh token is spent by its use and answered with its successor.
@EachDatabase
class RefreshStoryTest {

    private final TestHouse house;

    RefreshStoryTest(TestDatabase on) {
        house = TestHouse.on(on);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void each_use_gives_the_next_pair_of_the_same_session() {
        var first = house.person("alice").tokens();
        var second = house.caller().refresh(first.refresh()).tokens();
        var third = house.caller().refresh(second.refresh()).tokens();

        assertThat(third.refresh()).isNotIn(first.refresh(), second.refresh());
        assertThat(with(third).get("/v1/me/sessions").json().at("/sessions")).hasSize(1);
        assertThat(with(third)
                        .get("/v1/me/sessions")
                        .json()
                        .at("/sessions/0/current")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void a_second_use_within_half_a_minute_gets_the_same_successor() {
        var first = house.person("alice").tokens();
        var second = house.caller().refresh(first.refresh()).tokens();
        house.clock().pass(Duration.ofSeconds(29));

        assertThat(house.caller().refresh(first.refresh()).tokens().refresh()).isEqualTo(second.refresh());
        assertThat(house.caller().refresh(second.refresh()).status()).isEqualTo(200);
    }

    @Test
    void a_later_use_ends_the_whole_family() {
        var first = house.person("alice").tokens();
        var second = house.caller().refresh(first.refresh()).tokens();
        house.clock().pass(Duration.ofSeconds(30));

        assertThat(house.caller().refresh(first.refresh()).refusal()).isEqualTo("401 bad-refresh-token");
        assertThat(house.caller().refresh(second.refresh()).refusal()).isEqualTo("401 bad-refresh-token");
        assertThat(with(second).get("/v1/me").refusal()).isEqualTo("401 not-signed-in");
    }

    @Test
    void using_it_again_does_not_stretch_the_half_minute() {
        var first = house.person("alice").tokens();
        house.caller().refresh(first.refresh());
        house.clock().pass(Duration.ofSeconds(20));
        assertThat(house.caller().refresh(first.refresh()).status()).isEqualTo(200);
        house.clock().pass(Duration.ofSeconds(20));

        assertThat(house.caller().refresh(first.refresh()).refusal()).isEqualTo("401 bad-refresh-token");
    }

    @Test
    void a_family_that_is_ended_leaves_other_sessions_alone() {
        var alice = house.person("alice");
        var other = alice.signedIn();
        var first = alice.tokens();
        house.caller().refresh(first.refresh());
        house.clock().pass(Duration.ofMinutes(1));
        house.caller().refresh(first.refresh());

        assertThat(other.get("/v1/me").status()).isEqualTo(200);
    }

    @Test
    void of_fifty_uses_at_once_all_get_one_successor() {
        var first = house.person("alice").tokens();
        var successors = Race.of(
                50, _ -> house.caller().refresh(first.refresh()).tokens().refresh());

        assertThat(successors).hasSize(50);
        assertThat(successors.stream().distinct()).hasSize(1);
        assertThat(house.caller().refresh(successors.getFirst()).status()).isEqualTo(200);
    }

    @Test
    void of_fifty_replays_at_once_none_gets_anything() {
        var first = house.person("alice").tokens();
        house.caller().refresh(first.refresh());
        house.clock().pass(Duration.ofMinutes(1));

        assertThat(Race.of(50, _ -> house.caller().refresh(first.refresh()).refusal()))
                .containsOnly("401 bad-refresh-token");
    }

    @Test
    void two_weeks_without_use_end_it() {
        var first = house.person("alice").tokens();
        house.clock().pass(Duration.ofDays(13));
        var second = house.caller().refresh(first.refresh()).tokens();
        house.clock().pass(Duration.ofDays(13));
        var third = house.caller().refresh(second.refresh()).tokens();
        house.clock().pass(Duration.ofDays(14));

        assertThat(house.caller().refresh(third.refresh()).refusal()).isEqualTo("401 bad-refresh-token");
    }

    @Test
    void ninety_days_end_it_however_much_it_is_used() {
        var tokens = house.person("alice").tokens();
        for (int week = 1; week <= 12; week++) {
            house.clock().pass(Duration.ofDays(7));
            tokens = house.caller().refresh(tokens.refresh()).tokens();
        }
        house.clock().pass(Duration.ofDays(6));

        assertThat(house.caller().refresh(tokens.refresh()).refusal()).isEqualTo("401 bad-refresh-token");
    }

    @Test
    void after_sign_out_it_is_worth_nothing() {
        var tokens = house.person("alice").tokens();
        assertThat(with(tokens).post("/v1/sign-out").status()).isEqualTo(204);

        assertThat(house.caller().refresh(tokens.refresh()).refusal()).isEqualTo("401 bad-refresh-token");
    }

    @Test
    void what_is_none_of_ours_is_refused() {
        var tokens = house.person("alice").tokens();
        var altered = tokens.refresh().substring(0, tokens.refresh().length() - 2) + "__";

        assertThat(house.caller().refresh("gate_refresh_").refusal()).isEqualTo("401 bad-refresh-token");
        assertThat(house.caller().refresh(altered).refusal()).isEqualTo("401 bad-refresh-token");
        assertThat(house.caller().refresh("' or 1=1 --").refusal()).isEqualTo("401 bad-refresh-token");
        assertThat(house.caller().refresh(tokens.refresh()).status()).isEqualTo(200);
    }

    private Caller with(Tokens tokens) {
        return house.caller().with(tokens.access());
    }
}
