package dev.gatehouse.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.settings.Variable;
import dev.gatehouse.testing.Await;
import dev.gatehouse.testing.Race;
import dev.gatehouse.testing.Reply;
import dev.gatehouse.testing.Rows;
import dev.gatehouse.testing.TestHouse;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Hashing is dear: it is bounded, and follows the settings.
@EachDatabase
class HashingStoryTest {

    private final TestHouse house;

    HashingStoryTest(TestDatabase on) {
        house = TestHouse.on(on);
    }

    @AfterEach
    void close() {
        house.close();
    }

    /// So dear that a flood is there before a part of it is worked off, however slowly it comes in.
    private static final Map<Variable, String> DEAR = Map.of(Variable.PASSWORD_COST, "m=32768,t=9,p=1");

    /// Of four one asks for something else. The others are more than may wait: 64, and one a core.
    private static final int FLOOD = 160 + 2 * Runtime.getRuntime().availableProcessors() / 4 * 4;

    @Test
    void a_flood_is_told_to_come_back_while_everybody_else_is_served() {
        var alice = house.person("alice").signedIn();
        house.restart(DEAR);
        var served = new AtomicInteger();
        var replies = Race.of(FLOOD, number -> {
            if (number % 4 != 0)
                return house.caller().signIn("nobody" + number + "@example.com", "some password or other");
            var me = alice.get("/v1/me");
            if (me.status() == 200) served.incrementAndGet();
            return me;
        });

        assertThat(served).hasValue(FLOOD / 4);
        assertThat(replies).extracting(Reply::status).containsOnly(200, 401, 503);
        assertThat(replies)
                .filteredOn(reply -> reply.status() == 503)
                .isNotEmpty()
                .allSatisfy(reply -> assertThat(reply.header("Retry-After")).isPresent());
        // Whoever is late on a slow machine may still find the place taken.
        Await.until(() -> house.caller()
                        .signIn("nobody@example.com", "some password or other")
                        .status()
                == 401);
    }

    @Test
    void a_password_is_hashed_anew_at_the_next_sign_in_after_the_cost_changed() {
        var alice = house.person("alice");
        var before = storedHash();
        assertThat(alice.signIn().status()).isEqualTo(200);
        assertThat(storedHash()).isEqualTo(before);

        house.restart(Map.of(Variable.PASSWORD_COST, "m=256,t=2,p=1"));
        assertThat(alice.caller()
                        .signIn(alice.email(), "not the password of alice")
                        .status())
                .isEqualTo(401);
        assertThat(storedHash()).isEqualTo(before);

        assertThat(alice.signIn().status()).isEqualTo(200);
        assertThat(storedHash()).contains("m=256,t=2").isNotEqualTo(before);
        assertThat(alice.signIn().status()).isEqualTo(200);
    }

    @Test
    void a_sign_in_that_hashes_anew_ends_nobodys_session() {
        var alice = house.person("alice");
        var session = alice.signedIn();
        house.restart(Map.of(Variable.PASSWORD_COST, "m=256,t=2,p=1"));
        alice.signIn();

        assertThat(session.get("/v1/me").status()).isEqualTo(200);
    }

    private String storedHash() {
        return Rows.texts(house.database(), "password_credential", "hash").getFirst();
    }
}
