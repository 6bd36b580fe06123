package dev.gatehouse.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.testing.Caller;
import dev.gatehouse.testing.Json;
import dev.gatehouse.testing.Person;
import dev.gatehouse.testing.Race;
import dev.gatehouse.testing.Reply;
import dev.gatehouse.testing.Rows;
import dev.gatehouse.testing.TestHouse;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Administrators look after accounts.
@EachDatabase
class AdministrationStoryTest {

    private final TestHouse house;

    AdministrationStoryTest(TestDatabase on) {
        house = TestHouse.on(on);
    }

    @AfterEach
    void close() {
        house.close();
    }

    private static final List<Function<Caller, Reply>> EVERYTHING = List.of(
            caller -> caller.get("/v1/accounts"),
            caller -> caller.get("/v1/accounts/" + UUID.randomUUID()),
            caller -> caller.patch("/v1/accounts/" + UUID.randomUUID(), Json.object("administrator", true)),
            caller -> caller.delete("/v1/accounts/" + UUID.randomUUID()),
            caller -> caller.post("/v1/accounts/" + UUID.randomUUID() + "/sign-out"),
            caller -> caller.post("/v1/invitations"));

    @Test
    void nobody_else_may_do_any_of_it() {
        var bob = house.person("bob").signedIn();

        assertThat(EVERYTHING).allSatisfy(thing -> {
            assertThat(thing.apply(bob).refusal()).isEqualTo("403 not-allowed");
            assertThat(thing.apply(house.caller()).refusal()).isEqualTo("401 not-signed-in");
        });
    }

    @Test
    void who_is_not_there_is_not_found() {
        var admin = house.administrator("alice").signedIn();

        assertThat(EVERYTHING.subList(1, 5))
                .allSatisfy(thing -> assertThat(thing.apply(admin).refusal()).isEqualTo("404 no-such-account"));
        assertThat(admin.get("/v1/accounts/bob").status()).isEqualTo(422);
    }

    @Test
    void they_vouch_for_an_address_until_it_is_another() {
        var admin = house.administrator("alice").signedIn();
        var bob = house.person("bob");
        var path = "/v1/accounts/" + bob.id();
        assertThat(admin.get(path).json().get("email_verified").asBoolean()).isFalse();
        assertThat(isVerified(admin.patch(path, Json.object("email_verified", true))))
                .isTrue();

        var me = bob.signedIn();
        assertThat(isVerified(me.put("/v1/me/email", Json.object("email", "BOB@example.com"))))
                .isTrue();
        assertThat(isVerified(me.put("/v1/me/email", Json.object("email", "rob@example.com"))))
                .isFalse();
        assertThat(me.patch("/v1/me", Json.object("email_verified", true)).status())
                .isEqualTo(422);
        var both = Json.object("email", "robert@example.com", "email_verified", true);
        assertThat(isVerified(admin.patch(path, both))).isTrue();
        assertThat(isVerified(admin.patch(path, Json.object("email", "bobby@example.com"))))
                .isFalse();
    }

    private static boolean isVerified(Reply reply) {
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        return reply.json().get("email_verified").asBoolean();
    }

    @Test
    void they_change_what_is_known_of_a_person() {
        var admin = house.administrator("alice").signedIn();
        var bob = house.person("bob");
        var changed = admin.patch(
                "/v1/accounts/" + bob.id(), Json.object("name", "Bob", "locale", "fr", "email", "Robert@example.com"));

        assertThat(changed.text("/name")).isEqualTo("Bob");
        assertThat(admin.get("/v1/accounts/" + bob.id()).json()).isEqualTo(changed.json());
        assertThat(house.caller().signIn("robert@example.com", Person.PASSWORD).status())
                .isEqualTo(200);
        assertThat(admin.patch("/v1/accounts/" + bob.id(), Json.object("email", "ALICE@example.com"))
                        .refusal())
                .isEqualTo("409 email-taken");
    }

    @Test
    void they_can_neither_set_nor_see_a_password() {
        var admin = house.administrator("alice").signedIn();
        var bob = house.person("bob");

        assertThat(admin.patch("/v1/accounts/" + bob.id(), Json.object("password", "chosen by somebody else"))
                        .faults())
                .containsExactly("/password unknown");
        assertThat(admin.get("/v1/accounts/" + bob.id()).http().body()).doesNotContain("argon2", "hash", "password");
    }

    @Test
    void they_end_every_session_of_a_person() {
        var admin = house.administrator("alice").signedIn();
        var bob = house.person("bob");
        var first = bob.tokens();
        var second = bob.tokens();

        assertThat(admin.post("/v1/accounts/" + bob.id() + "/sign-out").status())
                .isEqualTo(204);
        assertThat(house.caller().with(first.access()).get("/v1/me").status()).isEqualTo(401);
        assertThat(house.caller().refresh(second.refresh()).status()).isEqualTo(401);
        assertThat(bob.signIn().status()).isEqualTo(200);
        assertThat(admin.get("/v1/me").status()).isEqualTo(200);
    }

    @Test
    void a_new_administrator_may_at_once_and_a_dismissed_one_may_no_more() {
        var alice = house.administrator("alice");
        var bob = house.person("bob");
        var signedIn = bob.signedIn();
        alice.signedIn().patch("/v1/accounts/" + bob.id(), Json.object("administrator", true));
        assertThat(signedIn.get("/v1/accounts").status()).isEqualTo(200);

        signedIn.patch("/v1/accounts/" + alice.id(), Json.object("administrator", false));
        assertThat(alice.signedIn().get("/v1/accounts").refusal()).isEqualTo("403 not-allowed");
    }

    @Test
    void the_last_one_is_kept() {
        var alice = house.administrator("alice");
        var admin = alice.signedIn();
        var me = "/v1/accounts/" + alice.id();

        assertThat(admin.patch(me, Json.object("administrator", false)).refusal())
                .isEqualTo("409 last-administrator");
        assertThat(admin.patch(me, Json.object("status", "disabled")).refusal()).isEqualTo("409 last-administrator");
        assertThat(admin.delete(me).refusal()).isEqualTo("409 last-administrator");
        assertThat(admin.get("/v1/accounts").status()).isEqualTo(200);
    }

    @Test
    void a_disabled_administrator_does_not_count() {
        var alice = house.administrator("alice");
        var admin = alice.signedIn();
        var bob = house.person("bob");
        admin.patch("/v1/accounts/" + bob.id(), Json.object("administrator", true, "status", "disabled"));

        assertThat(admin.delete("/v1/accounts/" + alice.id()).refusal()).isEqualTo("409 last-administrator");
    }

    @Test
    void of_two_who_dismiss_each_other_at_once_one_stays() {
        var alice = house.administrator("alice");
        var bob = house.person("bob");
        var people = List.of(alice, bob);
        alice.signedIn().patch("/v1/accounts/" + bob.id(), Json.object("administrator", true));
        var callers = people.stream().map(Person::signedIn).toList();

        Race.of(
                8,
                number -> callers.get(number % 2)
                        .patch(
                                "/v1/accounts/" + people.get((number + 1) % 2).id(),
                                Json.object("administrator", false)));

        assertThat(people.stream().map(Person::signedIn).map(person -> person.get("/v1/me")))
                .filteredOn(me -> me.json().at("/administrator").asBoolean())
                .hasSize(1);
    }

    @Test
    void of_two_who_remove_each_other_at_once_one_stays() {
        var alice = house.administrator("alice");
        var bob = house.person("bob");
        var people = List.of(alice, bob);
        alice.signedIn().patch("/v1/accounts/" + bob.id(), Json.object("administrator", true));
        var callers = people.stream().map(Person::signedIn).toList();

        Race.of(
                8,
                number -> callers.get(number % 2)
                        .delete("/v1/accounts/" + people.get((number + 1) % 2).id()));

        assertThat(people).filteredOn(person -> person.signIn().status() == 200).hasSize(1);
    }

    @Test
    void who_is_removed_while_signing_in_is_let_in_or_not_known() {
        var admin = house.administrator("alice").signedIn();
        for (int round = 0; round < 5; round++) {
            var bob = house.person("bob");
            var statuses = Race.of(
                    12, number -> (number == 5 ? admin.delete("/v1/accounts/" + bob.id()) : bob.signIn()).status());
            assertThat(statuses).isSubsetOf(200, 204, 401, 429).containsOnlyOnce(204);
        }
    }

    @Test
    void of_many_who_remove_one_account_at_once_one_does() {
        var admin = house.administrator("alice").signedIn();
        var bob = house.person("bob");
        var replies = Race.of(16, _ -> admin.delete("/v1/accounts/" + bob.id()));

        assertThat(replies).filteredOn(reply -> reply.status() == 204).hasSize(1);
        assertThat(Rows.texts(house.database(), "audit_record", "action"))
                .filteredOn("account.removed"::equals)
                .hasSize(1);
    }
}
