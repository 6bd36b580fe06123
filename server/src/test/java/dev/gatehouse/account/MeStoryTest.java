package dev.gatehouse.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.testing.Json;
import dev.gatehouse.testing.Person;
import dev.gatehouse.testing.Reply;
import dev.gatehouse.testing.TestHouse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// People look after their own account.
@EachDatabase
class MeStoryTest {

    private final TestHouse house;

    MeStoryTest(TestDatabase on) {
        house = TestHouse.on(on);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void what_is_not_named_stays_and_null_clears() {
        var alice = house.person("alice").signedIn();
        alice.patch("/v1/me", Json.object("name", "Alice", "locale", "de"));

        var renamed = alice.patch("/v1/me", Json.object("name", "Alice Liddell"));
        assertThat(renamed.text("/name")).isEqualTo("Alice Liddell");
        assertThat(renamed.text("/locale")).isEqualTo("de");

        var cleared = alice.patch("/v1/me", Json.object("name", null));
        assertThat(cleared.json().at("/name").isMissingNode()
                        || cleared.json().at("/name").isNull())
                .isTrue();
        assertThat(cleared.text("/locale")).isEqualTo("de");
        assertThat(alice.get("/v1/me").json()).isEqualTo(cleared.json());
    }

    @Test
    void nobody_makes_himself_an_administrator() {
        var alice = house.person("alice").signedIn();

        assertThat(alice.patch("/v1/me", Json.object("administrator", true)).faults())
                .containsExactly("/administrator unknown");
        assertThat(alice.patch("/v1/me", Json.object("status", "active")).faults())
                .containsExactly("/status unknown");
    }

    @Test
    void a_new_address_of_e_mail_is_the_one_to_sign_in_with() {
        var alice = house.person("alice");
        var changed = alice.signedIn().put("/v1/me/email", Json.object("email", "Alice@New.example.com"));

        assertThat(changed.text("/email")).isEqualTo("Alice@New.example.com");
        assertThat(house.caller()
                        .signIn("alice@new.example.com", Person.PASSWORD)
                        .status())
                .isEqualTo(200);
        assertThat(alice.signIn().refusal()).isEqualTo("401 wrong-credentials");
        assertThat(house.person("alice").id()).isNotEqualTo(alice.id());
    }

    @Test
    void the_address_of_somebody_else_cannot_be_taken() {
        var alice = house.person("alice").signedIn();
        house.person("bob");

        assertThat(alice.put("/v1/me/email", Json.object("email", "BOB@example.com"))
                        .refusal())
                .isEqualTo("409 email-taken");
    }

    @Test
    void an_old_sign_in_is_not_enough_to_change_who_one_is() {
        var alice = house.person("alice");
        var signedIn = alice.signedIn();
        house.clock().pass(Duration.ofMinutes(5));

        for (var reply : new Reply[] {
            signedIn.put("/v1/me/email", Json.object("email", "mallory@example.com")), signedIn.delete("/v1/me")
        }) {
            assertThat(reply.refusal()).isEqualTo("401 not-signed-in-recently");
            assertThat(reply.header("WWW-Authenticate").orElse(""))
                    .contains("error=\"insufficient_user_authentication\"", "max_age=\"300\"");
        }
        assertThat(signedIn.get("/v1/me").text("/email")).isEqualTo(alice.email());
    }

    @Test
    void refreshing_tokens_does_not_make_a_sign_in_fresh() {
        var tokens = house.person("alice").tokens();
        house.clock().pass(Duration.ofMinutes(5));
        var refreshed = house.caller().refresh(tokens.refresh()).tokens();

        assertThat(house.caller().with(refreshed.access()).delete("/v1/me").refusal())
                .isEqualTo("401 not-signed-in-recently");
    }

    @Test
    void who_leaves_takes_everything_along() {
        var alice = house.person("alice");
        var tokens = alice.tokens();

        assertThat(house.caller().with(tokens.access()).delete("/v1/me").status())
                .isEqualTo(204);
        assertThat(house.caller().with(tokens.access()).get("/v1/me").status()).isEqualTo(401);
        assertThat(house.caller().refresh(tokens.refresh()).status()).isEqualTo(401);
        assertThat(alice.signIn().status()).isEqualTo(401);
        assertThat(house.person("alice").id()).isNotEqualTo(alice.id());
    }

    @Test
    void the_last_administrator_cannot_leave() {
        var alice = house.administrator("alice");

        assertThat(alice.signedIn().delete("/v1/me").refusal()).isEqualTo("409 last-administrator");
        assertThat(alice.signIn().status()).isEqualTo(200);
    }
}
