package dev.gatehouse.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.settings.Variable;
import dev.gatehouse.testing.Json;
import dev.gatehouse.testing.Person;
import dev.gatehouse.testing.Reply;
import dev.gatehouse.testing.TestHouse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// An access token is good while it lasts and its session lives.
@EachDatabase
class AccessTokenStoryTest {

    private final TestHouse house;

    AccessTokenStoryTest(TestDatabase on) {
        house = TestHouse.on(on);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void nobody_comes_in_without_one() {
        var reply = house.caller().get("/v1/me");

        assertThat(reply.refusal()).isEqualTo("401 not-signed-in");
        assertThat(reply.header("WWW-Authenticate"))
                .hasValueSatisfying(challenge -> assertThat(challenge).startsWith("Bearer, DPoP algs="));
    }

    @Test
    void it_expires_after_a_quarter_of_an_hour() {
        var alice = house.person("alice").signedIn();
        house.clock().pass(Duration.ofMinutes(15).minusSeconds(1));
        assertThat(alice.get("/v1/me").status()).isEqualTo(200);

        house.clock().pass(Duration.ofSeconds(1));
        assertInvalid(alice.get("/v1/me"));
    }

    @Test
    void how_long_it_lasts_is_a_setting() {
        house.restart(Map.of(Variable.ACCESS_TOKEN_EXPIRE_MINUTES, "1"));
        var alice = house.person("alice").signedIn();
        house.clock().pass(Duration.ofMinutes(1));

        assertInvalid(alice.get("/v1/me"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void altered_in_any_part_it_is_refused(int part) {
        var token = house.person("alice").tokens().access();
        var parts = token.split("\\.");
        var middle = parts[part].length() / 2;
        var other = parts[part].charAt(middle) == 'A' ? 'B' : 'A';
        parts[part] = parts[part].substring(0, middle) + other + parts[part].substring(middle + 1);

        assertInvalid(house.caller().with(String.join(".", parts)).get("/v1/me"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "a.b.c", "....", "eyJhbGciOiJub25lIn0.e30."})
    void what_is_no_token_is_refused(String nonsense) {
        assertThat(house.caller().with(nonsense).get("/v1/me").refusal()).isEqualTo("401 not-signed-in");
    }

    @Test
    void of_another_issuer_it_is_refused_even_with_the_same_key() {
        var alice = house.person("alice").signedIn();
        house.restart(Map.of(Variable.PUBLIC_URL, "https://other.example.com"));

        assertInvalid(alice.get("/v1/me"));
    }

    @Test
    void a_restart_does_not_end_it() {
        var alice = house.person("alice").signedIn();
        house.restart(Map.of());

        assertThat(alice.get("/v1/me").status()).isEqualTo(200);
    }

    @Test
    void another_algorithm_for_new_ones_does_not_end_it() {
        var alice = house.person("alice");
        var before = alice.signedIn();
        house.restart(Map.of(Variable.JWT_ALGORITHM, "EdDSA"));

        assertThat(before.get("/v1/me").status()).isEqualTo(200);
        assertThat(alice.signedIn().get("/v1/me").status()).isEqualTo(200);
    }

    @Test
    void a_refresh_token_is_none() {
        assertInvalid(
                house.caller().with(house.person("alice").tokens().refresh()).get("/v1/me"));
    }

    @Test
    void sign_out_ends_it_at_once() {
        var alice = house.person("alice").signedIn();
        alice.post("/v1/sign-out");

        assertInvalid(alice.get("/v1/me"));
    }

    @Test
    void disabling_the_account_ends_it_at_once_and_enabling_does_not_bring_it_back() {
        var admin = house.administrator("alice").signedIn();
        var bob = house.person("bob");
        var signedIn = bob.signedIn();

        admin.patch("/v1/accounts/" + bob.id(), Json.object("status", "disabled"));
        assertInvalid(signedIn.get("/v1/me"));

        admin.patch("/v1/accounts/" + bob.id(), Json.object("status", "active"));
        assertInvalid(signedIn.get("/v1/me"));
    }

    @Test
    void removing_the_account_ends_it_at_once() {
        var admin = house.administrator("alice").signedIn();
        var bob = house.person("bob");
        var tokens = bob.tokens();

        assertThat(admin.delete("/v1/accounts/" + bob.id()).status()).isEqualTo(204);
        assertInvalid(house.caller().with(tokens.access()).get("/v1/me"));
        assertThat(house.caller().refresh(tokens.refresh()).status()).isEqualTo(401);
        assertThat(house.caller().signIn(bob.email(), Person.PASSWORD).refusal())
                .isEqualTo("401 wrong-credentials");
    }

    private static void assertInvalid(Reply reply) {
        assertThat(reply.refusal()).isEqualTo("401 not-signed-in");
        assertThat(reply.header("WWW-Authenticate"))
                .hasValueSatisfying(challenge -> assertThat(challenge).startsWith("Bearer error=\"invalid_token\""));
    }
}
