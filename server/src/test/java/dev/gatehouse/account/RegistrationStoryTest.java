package dev.gatehouse.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.testing.Json;
import dev.gatehouse.testing.Person;
import dev.gatehouse.testing.Race;
import dev.gatehouse.testing.TestHouse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Anybody may register, where `REGISTRATION` is `open`.
@EachDatabase
class RegistrationStoryTest {

    private final TestHouse house;

    RegistrationStoryTest(TestDatabase on) {
        house = TestHouse.on(on);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void a_stranger_registers_and_signs_in() {
        var form = Json.object(
                "email", "alice@example.com", "password", Person.PASSWORD, "name", "Alice Liddell", "locale", "de-AT");
        var reply = house.caller().post("/v1/accounts", form);

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.header("Location"))
                .hasValueSatisfying(place -> assertThat(place).endsWith("/v1/accounts/" + reply.text("/id")));
        assertThat(reply.text("/name")).isEqualTo("Alice Liddell");
        assertThat(reply.text("/locale")).isEqualTo("de-AT");
        assertThat(reply.text("/status")).isEqualTo("active");
        assertThat(reply.json().at("/administrator").asBoolean(true)).isFalse();
        assertThat(reply.http().body()).doesNotContain(Person.PASSWORD);
        assertThat(house.caller().signIn("alice@example.com", Person.PASSWORD).status())
                .isEqualTo(200);
    }

    @Test
    void an_address_of_e_mail_has_one_account_whatever_its_case_and_composition() {
        var composed = "jos\u00e9@example.com";
        var decomposed = "JOSE\u0301@Example.COM";
        assertThat(house.caller().register(composed, Person.PASSWORD).status()).isEqualTo(201);

        assertThat(house.caller().register(decomposed, Person.PASSWORD).refusal())
                .isEqualTo("409 email-taken");
        assertThat(house.caller().signIn(decomposed, Person.PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void of_many_who_register_one_address_at_once_one_gets_it() {
        var replies = Race.of(32, _ -> house.caller().register("alice@example.com", Person.PASSWORD));

        assertThat(replies).filteredOn(reply -> reply.status() == 201).hasSize(1);
        assertThat(replies)
                .filteredOn(reply -> reply.status() != 201)
                .allSatisfy(reply -> assertThat(reply.refusal()).isEqualTo("409 email-taken"));
    }

    @Test
    void everything_that_is_wrong_is_said_at_once() {
        var form = Json.object("email", "alice", "password", 7, "name", " ", "locale", "not a tag!", "admin", true);
        var reply = house.caller().post("/v1/accounts", form);

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.faults())
                .containsExactlyInAnyOrder(
                        "/email email", "/password type", "/name not_blank", "/locale format", "/admin unknown");
    }

    @Test
    void text_that_a_database_cannot_keep_is_refused_and_no_fault_of_ours() {
        var form = "{\"email\":\"alice@example.com\",\"password\":\"%s\",\"name\":\"al\\u0000ice\"}";
        var half = "{\"email\":\"alice@example.com\",\"password\":\"%s\",\"name\":\"al\\ud83dice\"}";

        assertThat(house.caller()
                        .post("/v1/accounts", form.formatted(Person.PASSWORD))
                        .status())
                .isEqualTo(422);
        assertThat(house.caller()
                        .post("/v1/accounts", half.formatted(Person.PASSWORD))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void nobody_registers_as_an_administrator() {
        var form = Json.object("email", "mallory@example.com", "password", Person.PASSWORD, "administrator", true);

        assertThat(house.caller().post("/v1/accounts", form).faults()).containsExactly("/administrator unknown");
    }
}
