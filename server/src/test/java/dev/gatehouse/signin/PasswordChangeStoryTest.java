package dev.gatehouse.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.testing.Json;
import dev.gatehouse.testing.Person;
import dev.gatehouse.testing.Race;
import dev.gatehouse.testing.Reply;
import dev.gatehouse.testing.TestHouse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A new password, for the current one.
@EachDatabase
class PasswordChangeStoryTest {

    private final TestHouse house;

    PasswordChangeStoryTest(TestDatabase on) {
        house = TestHouse.on(on);
    }

    @AfterEach
    void close() {
        house.close();
    }

    private static final String NEW = "seven otters in the old mill";

    @Test
    void the_new_one_holds_and_the_old_one_does_not() {
        var alice = house.person("alice");
        var reply = alice.signedIn().put("/v1/me/password", form(Person.PASSWORD, NEW));

        assertThat(reply.status()).isEqualTo(204);
        assertThat(house.caller().signIn(alice.email(), NEW).status()).isEqualTo(200);
        assertThat(alice.signIn().refusal()).isEqualTo("401 wrong-credentials");
    }

    @Test
    void without_the_current_one_nothing_changes() {
        var alice = house.person("alice");

        assertThat(alice.signedIn()
                        .put("/v1/me/password", form("not the password of alice", NEW))
                        .refusal())
                .isEqualTo("403 wrong-password");
        assertThat(alice.signedIn()
                        .put("/v1/me/password", Json.object("new_password", NEW))
                        .faults())
                .containsExactly("/current_password required");
        assertThat(alice.signIn().status()).isEqualTo(200);
    }

    @Test
    void the_rules_are_those_of_registration() {
        var alice = house.person("alice").signedIn();

        assertThat(alice.put("/v1/me/password", form(Person.PASSWORD, "alice@example.com"))
                        .faults())
                .containsExactly("/new_password context");
        assertThat(alice.put("/v1/me/password", form(Person.PASSWORD, "short")).faults())
                .contains("/new_password min_length");
    }

    @Test
    void every_other_session_ends_and_this_one_stays() {
        var alice = house.person("alice");
        var other = alice.tokens();
        var here = alice.tokens();
        house.caller().with(here.access()).put("/v1/me/password", form(Person.PASSWORD, NEW));

        assertThat(house.caller().with(other.access()).get("/v1/me").status()).isEqualTo(401);
        assertThat(house.caller().refresh(other.refresh()).status()).isEqualTo(401);
        assertThat(house.caller().with(here.access()).get("/v1/me").status()).isEqualTo(200);
        assertThat(house.caller().refresh(here.refresh()).status()).isEqualTo(200);
    }

    @Test
    void the_others_stay_if_that_is_asked_for() {
        var alice = house.person("alice");
        var other = alice.signedIn();
        var form = Json.object("current_password", Person.PASSWORD, "new_password", NEW, "end_other_sessions", false);
        alice.signedIn().put("/v1/me/password", form);

        assertThat(other.get("/v1/me").status()).isEqualTo(200);
    }

    @Test
    void giving_the_password_makes_the_session_fresh() {
        var alice = house.person("alice").signedIn();
        house.clock().pass(Duration.ofMinutes(10));
        alice.put("/v1/me/password", form(Person.PASSWORD, NEW));

        assertThat(alice.put("/v1/me/email", Json.object("email", "alice@new.example.com"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void of_many_changes_at_once_one_is_made() {
        var alice = house.person("alice");
        var signedIn = alice.signedIn();
        var replies = Race.of(
                16, number -> signedIn.put("/v1/me/password", form(Person.PASSWORD, "password of runner " + number)));

        assertThat(replies).filteredOn(reply -> reply.status() == 204).hasSize(1);
        assertThat(replies).extracting(Reply::status).isSubsetOf(204, 403, 429);
        var winner = replies.indexOf(replies.stream()
                .filter(reply -> reply.status() == 204)
                .findFirst()
                .orElseThrow());
        house.clock().pass(Duration.ofMinutes(15));
        assertThat(house.caller()
                        .signIn(alice.email(), "password of runner " + winner)
                        .status())
                .isEqualTo(200);
    }

    private static String form(String current, String wanted) {
        return Json.object("current_password", current, "new_password", wanted);
    }
}
