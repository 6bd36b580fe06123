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
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Where `REGISTRATION` is `invite`, an invitation lets one person in.
@EachDatabase
class InvitationStoryTest {

    private final TestHouse house;

    InvitationStoryTest(TestDatabase on) {
        house = TestHouse.on(on, Map.of(Variable.REGISTRATION, "invite"));
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void nobody_comes_in_without_one() {
        assertThat(house.caller().register("bob@example.com", Person.PASSWORD).refusal())
                .isEqualTo("403 not-invited");
        assertThat(registered("bob", "gate_invitation_invented").refusal()).isEqualTo("403 not-invited");
    }

    @Test
    void an_invitation_lets_one_person_in_and_no_second() {
        var invitation = invitation();

        assertThat(registered("bob", invitation).status()).isEqualTo(201);
        assertThat(registered("carol", invitation).refusal()).isEqualTo("403 not-invited");
    }

    @Test
    void of_many_who_come_with_the_same_one_at_once_one_is_let_in() {
        var invitation = invitation();
        var replies = Race.of(32, number -> registered("guest" + number, invitation));

        assertThat(replies).filteredOn(reply -> reply.status() == 201).hasSize(1);
        assertThat(replies)
                .filteredOn(reply -> reply.status() != 201)
                .allSatisfy(reply -> assertThat(reply.refusal()).isEqualTo("403 not-invited"));
    }

    @Test
    void a_refused_registration_does_not_spend_it() {
        var invitation = invitation();
        registered("alice", invitation);

        assertThat(registered("bob", invitation).status()).isEqualTo(201);
    }

    @Test
    void after_a_week_it_is_worth_nothing() {
        var invitation = invitation();
        house.clock().pass(Duration.ofDays(7));

        assertThat(registered("bob", invitation).refusal()).isEqualTo("403 not-invited");
    }

    @Test
    void only_administrators_invite() {
        var alice = house.administrator("alice");
        registered("bob", alice.signedIn().post("/v1/invitations").text("/invitation"));
        var bob = new Person(house.caller(), "", "bob@example.com", Person.PASSWORD);

        assertThat(bob.signedIn().post("/v1/invitations").refusal()).isEqualTo("403 not-allowed");
        assertThat(house.caller().post("/v1/invitations").refusal()).isEqualTo("401 not-signed-in");
    }

    private String invitation() {
        var reply = house.administrator("alice").signedIn().post("/v1/invitations");
        assertThat(reply.status()).isEqualTo(201);
        return reply.text("/invitation");
    }

    private Reply registered(String name, String invitation) {
        var form = Json.object("email", name + "@example.com", "password", Person.PASSWORD, "invitation", invitation);
        return house.caller().post("/v1/accounts", form);
    }
}
