package dev.gatehouse.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.testing.TestHouse;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// People see where they are signed in, and end it.
@EachDatabase
class SessionStoryTest {

    private final TestHouse house;

    SessionStoryTest(TestDatabase on) {
        house = TestHouse.on(on);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void they_are_listed_with_the_newest_first() {
        var alice = house.person("alice");
        alice.signIn();
        house.clock().pass(Duration.ofMinutes(1));
        var here = house.caller().with(alice.tokens().access());
        var list = here.get("/v1/me/sessions").json().at("/sessions");

        assertThat(list).hasSize(2);
        assertThat(list.at("/0/current").asBoolean()).isTrue();
        assertThat(list.at("/1/current").asBoolean()).isFalse();
        assertThat(list.at("/0/address").asText()).isEqualTo(alice.caller().address());
        assertThat(list.at("/0/user_agent").asText()).isEqualTo("test/1.0");
    }

    @Test
    void ending_one_ends_that_one() {
        var alice = house.person("alice");
        var lost = alice.tokens();
        house.clock().pass(Duration.ofMinutes(1));
        var here = alice.signedIn();
        var id = here.get("/v1/me/sessions").text("/sessions/1/id");

        assertThat(here.delete("/v1/me/sessions/" + id).status()).isEqualTo(204);
        assertThat(house.caller().with(lost.access()).get("/v1/me").status()).isEqualTo(401);
        assertThat(house.caller().refresh(lost.refresh()).status()).isEqualTo(401);
        assertThat(here.get("/v1/me").status()).isEqualTo(200);
        assertThat(here.delete("/v1/me/sessions/" + id).refusal()).isEqualTo("404 no-such-session");
    }

    @Test
    void somebody_elses_cannot_be_seen_or_ended() {
        var alice = house.person("alice").signedIn();
        var bob = house.person("bob").signedIn();
        var ofAlice = alice.get("/v1/me/sessions").text("/sessions/0/id");

        assertThat(bob.get("/v1/me/sessions").json().at("/sessions")).hasSize(1);
        assertThat(bob.delete("/v1/me/sessions/" + ofAlice).refusal()).isEqualTo("404 no-such-session");
        assertThat(alice.get("/v1/me").status()).isEqualTo(200);
    }

    @Test
    void what_never_was_is_told_like_somebody_elses() {
        var bob = house.person("bob").signedIn();

        assertThat(bob.delete("/v1/me/sessions/" + UUID.randomUUID()).refusal()).isEqualTo("404 no-such-session");
        assertThat(bob.delete("/v1/me/sessions/first").status()).isEqualTo(422);
    }

    @Test
    void what_has_ended_is_not_listed() {
        var alice = house.person("alice");
        alice.signedIn().post("/v1/sign-out");

        assertThat(alice.signedIn().get("/v1/me/sessions").json().at("/sessions"))
                .hasSize(1);
    }
}
