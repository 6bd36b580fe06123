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
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Guessing passwords is slowed down, more with each failure, and nobody is locked out for good.
@EachDatabase
class ThrottleStoryTest {

    private final TestHouse house;

    ThrottleStoryTest(TestDatabase on) {
        house = TestHouse.on(on);
    }

    @AfterEach
    void close() {
        house.close();
    }

    private static final String WRONG = "certainly not the password";

    @Test
    void after_five_failures_one_waits_and_the_wait_grows() {
        var alice = house.person("alice");
        fail(alice, 5);
        assertThat(guess(alice).header("Retry-After")).contains("1");

        house.clock().pass(Duration.ofSeconds(1));
        assertThat(guess(alice).refusal()).isEqualTo("401 wrong-credentials");
        assertThat(guess(alice).header("Retry-After")).contains("2");

        house.clock().pass(Duration.ofSeconds(2));
        assertThat(guess(alice).refusal()).isEqualTo("401 wrong-credentials");
        assertThat(guess(alice).header("Retry-After")).contains("4");
    }

    @Test
    void the_right_password_does_not_count_during_the_wait() {
        var alice = house.person("alice");
        fail(alice, 5);
        assertThat(alice.signIn().refusal()).isEqualTo("429 too-many-attempts");

        house.clock().pass(Duration.ofSeconds(1));
        assertThat(alice.signIn().status()).isEqualTo(200);
    }

    @Test
    void an_address_without_an_account_is_slowed_down_just_the_same() {
        var alice = house.person("alice");
        var nobody = new Person(house.caller(), "", "nobody@example.com", "");
        var known = Stream.generate(() -> guess(alice).refusal()).limit(8).toList();
        var unknown = Stream.generate(() -> guess(nobody).refusal()).limit(8).toList();

        assertThat(known)
                .endsWith(
                        "401 wrong-credentials",
                        "429 too-many-attempts",
                        "429 too-many-attempts",
                        "429 too-many-attempts");
        assertThat(unknown).isEqualTo(known);
    }

    @Test
    void a_restart_forgives_nobody() {
        var alice = house.person("alice");
        fail(alice, 5);
        house.restart(Map.of());

        assertThat(alice.signIn().refusal()).isEqualTo("429 too-many-attempts");
    }

    @Test
    void guessing_at_one_account_from_many_addresses_counts_together() {
        var alice = house.person("alice");
        repeat(5, () -> house.caller().signIn(alice.email(), WRONG));

        assertThat(house.caller().signIn("ALICE@example.com", Person.PASSWORD).refusal())
                .isEqualTo("429 too-many-attempts");
    }

    @Test
    void guessing_at_many_accounts_from_one_address_counts_together() {
        var alice = house.person("alice");
        var mallory = house.caller();
        var owner = house.person("mallory");
        IntStream.range(0, 30).forEach(number -> mallory.signIn("person" + number + "@example.com", WRONG));

        assertThat(mallory.signIn(alice.email(), Person.PASSWORD).refusal()).isEqualTo("429 too-many-attempts");
        assertThat(alice.signIn().status()).isEqualTo(200);

        // An account of one's own is no way to wash one's address clean.
        house.clock().pass(Duration.ofSeconds(1));
        assertThat(mallory.signIn(owner.email(), Person.PASSWORD).status()).isEqualTo(200);
        mallory.signIn("another@example.com", WRONG);
        assertThat(mallory.signIn(alice.email(), Person.PASSWORD).header("Retry-After"))
                .contains("2");
    }

    @Test
    void all_addresses_of_one_ipv6_customer_are_one() {
        IntStream.range(0, 30)
                .forEach(number -> house.caller()
                        .from("2001:db8:0:7::" + number)
                        .signIn("person" + number + "@example.com", WRONG));

        assertThat(house.caller()
                        .from("2001:db8:0:7:ffff::1")
                        .signIn("p@example.com", WRONG)
                        .status())
                .isEqualTo(429);
        assertThat(house.caller()
                        .from("2001:db8:0:8::1")
                        .signIn("q@example.com", WRONG)
                        .status())
                .isEqualTo(401);
    }

    @Test
    void strangers_cannot_keep_a_person_out_of_where_she_signs_in() {
        var alice = house.person("alice");
        alice.tokens();
        repeat(40, () -> house.caller().signIn(alice.email(), WRONG));

        assertThat(house.caller().signIn(alice.email(), Person.PASSWORD).status())
                .isEqualTo(429);
        assertThat(alice.signIn().status()).isEqualTo(200);
    }

    @Test
    void success_begins_the_count_anew() {
        var alice = house.person("alice");
        var elsewhere = house.caller();
        repeat(4, () -> elsewhere.signIn(alice.email(), WRONG));
        assertThat(elsewhere.signIn(alice.email(), Person.PASSWORD).status()).isEqualTo(200);

        repeat(4, () -> house.caller().signIn(alice.email(), WRONG));
        assertThat(house.caller().signIn(alice.email(), Person.PASSWORD).status())
                .isEqualTo(200);
    }

    @Test
    void failures_of_yesterday_are_forgotten() {
        var alice = house.person("alice");
        fail(alice, 5);
        house.clock().pass(Duration.ofDays(1).plusSeconds(1));
        fail(alice, 5);

        assertThat(guess(alice).header("Retry-After")).contains("1");
    }

    @Test
    void of_a_burst_of_guesses_only_the_first_few_are_told_that_they_were_wrong() {
        var alice = house.person("alice");
        var replies = Race.of(64, _ -> house.caller().signIn(alice.email(), WRONG));

        assertThat(replies).filteredOn(reply -> reply.status() == 401).hasSizeLessThanOrEqualTo(5);
        assertThat(replies).extracting(Reply::status).containsOnly(401, 429);
        assertThat(alice.signIn().status()).isEqualTo(429);
    }

    @Test
    void a_stolen_session_is_no_place_to_guess_at_the_password() {
        var alice = house.person("alice");
        var thief = alice.signedIn();
        var form = Json.object("current_password", WRONG, "new_password", "seven otters in the old mill");
        var replies = Race.of(64, _ -> thief.put("/v1/me/password", form));

        assertThat(replies).filteredOn(reply -> reply.status() == 403).hasSizeLessThanOrEqualTo(10);
        assertThat(replies).extracting(Reply::status).containsOnly(403, 429);
    }

    @Test
    void nobody_waits_longer_than_a_quarter_of_an_hour() {
        var alice = house.person("alice");
        Race.of(64, _ -> house.caller().signIn(alice.email(), WRONG));
        house.clock().pass(Duration.ofMinutes(15));

        assertThat(alice.signIn().status()).isEqualTo(200);
    }

    private void fail(Person person, int times) {
        repeat(times, () -> {
            var reply = guess(person);
            assertThat(reply.refusal()).isEqualTo("401 wrong-credentials");
            return reply;
        });
    }

    private static Reply guess(Person person) {
        return person.caller().signIn(person.email(), WRONG);
    }

    private static void repeat(int times, Supplier<Reply> step) {
        IntStream.range(0, times).forEach(_ -> step.get());
    }
}
