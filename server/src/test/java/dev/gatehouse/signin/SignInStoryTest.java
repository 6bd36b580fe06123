package dev.gatehouse.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.testing.Json;
import dev.gatehouse.testing.Person;
import dev.gatehouse.testing.Reply;
import dev.gatehouse.testing.TestHouse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Signing in with e-mail and password.
@EachDatabase
class SignInStoryTest {

    private final TestHouse house;

    SignInStoryTest(TestDatabase on) {
        house = TestHouse.on(on);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void the_right_password_gives_tokens() {
        var reply = house.person("alice").signIn();

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text("/token_type")).isEqualTo("Bearer");
        assertThat(reply.json().at("/expires_in").asInt()).isEqualTo(15 * 60);
        assertThat(reply.header("Cache-Control")).contains("no-store");
        assertThat(house.caller().with(reply.tokens().access()).get("/v1/me").text("/email"))
                .isEqualTo("alice@example.com");
    }

    @Test
    void a_stranger_and_a_wrong_password_get_the_same_answer() {
        var alice = house.person("alice");
        var wrong = alice.caller().signIn(alice.email(), "not the password of alice");
        var unknown = house.caller().signIn("nobody@example.com", "not the password of alice");

        assertThat(wrong.refusal()).isEqualTo("401 wrong-credentials");
        assertThat(withoutIds(unknown)).isEqualTo(withoutIds(wrong));
        assertThat(headerNames(unknown)).isEqualTo(headerNames(wrong));
    }

    /// With the hashing shut, only who needs no hash gets another answer than "busy".
    @Test
    void a_stranger_and_a_wrong_password_cost_the_same_work() {
        var alice = house.person("alice");
        house.house().close();

        assertThat(alice.signIn().refusal()).isEqualTo("503 busy");
        assertThat(house.caller().signIn("nobody@example.com", Person.PASSWORD).refusal())
                .isEqualTo("503 busy");
        assertThat(house.caller().register("alice@example.com", Person.PASSWORD).refusal())
                .isEqualTo("503 busy");
        assertThat(house.caller().register("bob@example.com", Person.PASSWORD).refusal())
                .isEqualTo("503 busy");
    }

    @Test
    void only_who_knows_the_password_learns_that_an_account_is_disabled() {
        var admin = house.administrator("alice").signedIn();
        var bob = house.person("bob");
        admin.patch("/v1/accounts/" + bob.id(), Json.object("status", "disabled"));

        assertThat(bob.signIn().refusal()).isEqualTo("403 account-disabled");
        assertThat(bob.caller().signIn(bob.email(), "not the password of bob").refusal())
                .isEqualTo("401 wrong-credentials");

        admin.patch("/v1/accounts/" + bob.id(), Json.object("status", "active"));
        assertThat(bob.signIn().status()).isEqualTo(200);
    }

    @Test
    void every_sign_in_begins_a_session_of_its_own() {
        var alice = house.person("alice");
        alice.signIn();

        var sessions = alice.signedIn().get("/v1/me/sessions").json().at("/sessions");
        assertThat(sessions).hasSize(2);
        assertThat(sessions.at("/0/id")).isNotEqualTo(sessions.at("/1/id"));
    }

    @Test
    void what_is_no_sign_in_at_all_is_told_so() {
        assertThat(house.caller().post("/v1/sign-in", "{}").faults())
                .containsExactlyInAnyOrder("/email required", "/password required");
        assertThat(house.caller().post("/v1/sign-in", "{\"email\":").status()).isEqualTo(400);
    }

    private static List<String> withoutIds(Reply reply) {
        return reply.json().properties().stream()
                .filter(member -> !member.getKey().equals("request_id"))
                .map(Object::toString)
                .toList();
    }

    private static List<String> headerNames(Reply reply) {
        return reply.http().headers().map().keySet().stream().sorted().toList();
    }
}
