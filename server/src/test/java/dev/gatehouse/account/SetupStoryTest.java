package dev.gatehouse.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.settings.Variable;
import dev.gatehouse.testing.Json;
import dev.gatehouse.testing.Person;
import dev.gatehouse.testing.Race;
import dev.gatehouse.testing.Reply;
import dev.gatehouse.testing.TestHouse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The first administrator is whoever holds the code that the server printed.
@EachDatabase
class SetupStoryTest {

    private final TestHouse house;

    SetupStoryTest(TestDatabase on) {
        house = TestHouse.on(on, Map.of(Variable.REGISTRATION, "closed"));
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void where_registration_is_closed_nobody_else_gets_an_account() {
        assertThat(house.caller().register("bob@example.com", Person.PASSWORD).refusal())
                .isEqualTo("403 registration-closed");
    }

    @Test
    void the_code_makes_an_administrator() {
        var made = setUp("alice", code());

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().at("/administrator").asBoolean()).isTrue();
    }

    @Test
    void the_code_works_once() {
        var code = code();
        setUp("alice", code);

        assertThat(setUp("bob", code).refusal()).isEqualTo("403 wrong-setup-code");
    }

    @Test
    void a_refused_password_does_not_spend_it() {
        var code = code();
        var plain = Json.object("code", code, "email", "alice@example.com", "password", "password12345678");

        assertThat(house.caller().post("/v1/setup", plain).faults()).containsExactly("/password common");
        assertThat(setUp("alice", code).status()).isEqualTo(201);
    }

    @Test
    void the_code_is_good_for_an_hour() {
        var code = code();
        house.clock().pass(Duration.ofMinutes(59));
        var another = code();
        house.clock().pass(Duration.ofMinutes(1));

        assertThat(setUp("alice", code).refusal()).isEqualTo("403 wrong-setup-code");
        assertThat(setUp("alice", another).status()).isEqualTo(201);
    }

    @Test
    void with_an_administrator_every_other_code_is_void_and_no_new_one_is_printed() {
        var code = code();
        var ofAnotherNode = code();
        setUp("alice", code);

        assertThat(setUp("bob", ofAnotherNode).refusal()).isEqualTo("403 wrong-setup-code");
        assertThat(house.house().registrar().offerSetup()).isEmpty();
    }

    @Test
    void of_many_who_use_it_at_once_one_becomes_the_administrator() {
        var code = code();

        assertOneOf(Race.of(32, number -> setUp("person" + number, code)));
    }

    @Test
    void of_many_who_each_hold_a_code_one_becomes_the_administrator() {
        var codes = List.of(code(), code(), code(), code());

        assertOneOf(Race.of(16, number -> setUp("person" + number, codes.get(number % 4))));
    }

    private static void assertOneOf(List<Reply> replies) {
        assertThat(replies).filteredOn(reply -> reply.status() == 201).hasSize(1);
        assertThat(replies)
                .filteredOn(reply -> reply.status() != 201)
                .allSatisfy(reply -> assertThat(reply.refusal()).isEqualTo("403 wrong-setup-code"));
    }

    private String code() {
        return house.house().registrar().offerSetup().orElseThrow();
    }

    private Reply setUp(String name, String code) {
        var form = Json.object("code", code, "email", name + "@example.com", "password", Person.PASSWORD);
        return house.caller().post("/v1/setup", form);
    }
}
