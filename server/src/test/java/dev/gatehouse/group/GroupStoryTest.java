package dev.gatehouse.group;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.relation.Place;
import dev.gatehouse.tenant.Tenant;
import dev.gatehouse.testing.Caller;
import dev.gatehouse.testing.Json;
import dev.gatehouse.testing.Person;
import dev.gatehouse.testing.Race;
import dev.gatehouse.testing.Reply;
import dev.gatehouse.testing.TestHouse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Administrators put people into groups.
@EachDatabase
class GroupStoryTest {

    private final TestHouse house;
    private final Caller alice;
    private final Person bob;

    GroupStoryTest(TestDatabase on) {
        house = TestHouse.on(on);
        alice = house.administrator("alice").signedIn();
        bob = house.person("bob");
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void a_group_is_made_shown_renamed_and_removed() {
        var made = alice.post("/v1/groups", Json.object("name", " Staff ", "description", "Everybody with a key"));
        assertThat(made.status()).isEqualTo(201);
        var path = "/v1/groups/" + made.text("/id");
        assertThat(made.header("Location")).contains(path);
        assertThat(made.text("/name")).isEqualTo("Staff");

        assertThat(alice.patch(path, "{\"name\":\"Crew\"}").status()).isEqualTo(200);
        assertThat(alice.get(path).text("/name")).isEqualTo("Crew");
        assertThat(alice.get(path).text("/description")).isEqualTo("Everybody with a key");
        assertThat(alice.patch(path, "{\"description\":null}").json().has("description"))
                .isFalse();

        assertThat(alice.delete(path).status()).isEqualTo(204);
        assertThat(alice.get(path).refusal()).isEqualTo("404 no-such-group");
        assertThat(alice.patch(path, "{}").refusal()).isEqualTo("404 no-such-group");
        assertThat(alice.delete(path).refusal()).isEqualTo("404 no-such-group");
    }

    @Test
    void a_group_may_have_an_id_that_people_can_read() {
        make("staff");
        assertThat(alice.get("/v1/groups/staff").text("/name")).isEqualTo("Staff");
        assertThat(alice.post("/v1/groups", Json.object("id", "staff", "name", "Others"))
                        .refusal())
                .isEqualTo("409 group-id-taken");
    }

    @Test
    void no_two_groups_have_a_name_that_people_would_take_for_one() {
        make("staff");
        make("crew");
        assertThat(alice.post("/v1/groups", Json.object("name", "STAFF ")).refusal())
                .isEqualTo("409 group-name-taken");
        assertThat(alice.patch("/v1/groups/crew", "{\"name\":\"staff\"}").refusal())
                .isEqualTo("409 group-name-taken");
    }

    @Test
    void every_fault_of_a_new_group_is_named_at_once() {
        var reply = alice.post("/v1/groups", Json.object("id", "The Staff", "name", "two\nlines"));
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.http().body()).contains("/id", "/name");
    }

    @Test
    void groups_are_found_by_how_their_name_begins_and_listed_page_by_page() {
        List.of("apes", "bees", "bears", "cats").forEach(this::make);
        assertThat(ids(alice.get("/v1/groups?q=BE"))).containsExactly("bears", "bees");

        var first = alice.get("/v1/groups?limit=3");
        assertThat(ids(first)).containsExactly("apes", "bears", "bees");
        var rest = alice.get("/v1/groups?limit=3&after=" + first.text("/next"));
        assertThat(ids(rest)).containsExactly("cats");
        assertThat(rest.json().has("next")).isFalse();
    }

    @Test
    void people_applications_and_groups_come_and_go() {
        make("staff");
        make("crew");
        alice.post(
                "/v1/clients",
                Json.object(
                        "client_id", "robot", "client_name", "Robot", "grant_types", List.of("client_credentials")));

        assertThat(add("staff", person()).status()).isEqualTo(204);
        assertThat(add("staff", "client:robot").status()).isEqualTo(204);
        assertThat(add("staff", "group:crew").status()).isEqualTo(204);
        assertThat(add("staff", "group:crew").status()).isEqualTo(204);
        assertThat(members("staff")).containsExactly("client:robot", "group:crew", person());

        assertThat(take("staff", "group:crew").status()).isEqualTo(204);
        assertThat(take("staff", "group:crew").status()).isEqualTo(204);
        assertThat(members("staff")).containsExactly("client:robot", person());
    }

    @Test
    void members_are_listed_page_by_page() {
        make("staff");
        var all = IntStream.range(10, 15).mapToObj(number -> "crew-" + number).toList();
        all.forEach(this::make);
        all.forEach(id -> add("staff", "group:" + id));

        var seen = new ArrayList<String>();
        var page = alice.get("/v1/groups/staff/members?limit=2");
        seen.addAll(subjects(page));
        while (page.json().has("next")) {
            page = alice.get("/v1/groups/staff/members?limit=2&after=" + page.text("/next"));
            seen.addAll(subjects(page));
        }
        assertThat(seen)
                .containsExactlyElementsOf(all.stream().map("group:"::concat).toList());
    }

    @Test
    void whoever_is_not_there_cannot_be_added() {
        make("staff");
        assertThat(add("staff", "person:0198c7a0-0000-7000-8000-000000000000").refusal())
                .isEqualTo("404 no-such-subject");
        assertThat(add("staff", person().toUpperCase(Locale.ROOT).replace("PERSON", "person"))
                        .refusal())
                .isEqualTo("404 no-such-subject");
        assertThat(add("staff", "client:nobody").refusal()).isEqualTo("404 no-such-subject");
        assertThat(add("staff", "group:nobody").refusal()).isEqualTo("404 no-such-subject");
        assertThat(add("nobody", person()).refusal()).isEqualTo("404 no-such-group");
        assertThat(alice.get("/v1/groups/nobody/members").refusal()).isEqualTo("404 no-such-group");
        assertThat(members("staff")).isEmpty();
    }

    @Test
    void a_subject_of_another_form_is_told_what_would_do() {
        make("staff");
        for (var subject : List.of("bob", "person:*", "document:charter", "person:" + "x".repeat(300))) {
            var reply = add("staff", subject);
            assertThat(reply.status()).as(subject).isEqualTo(422);
            assertThat(reply.http().body()).contains("person:ID, client:ID or group:ID");
        }
    }

    @Test
    void no_group_is_in_itself_by_however_many_others() {
        List.of("staff", "crew", "cooks").forEach(this::make);
        assertThat(add("staff", "group:staff").refusal()).isEqualTo("409 group-in-itself");
        add("staff", "group:crew");
        add("crew", "group:cooks");
        assertThat(add("cooks", "group:staff").refusal()).isEqualTo("409 group-in-itself");
        assertThat(members("cooks")).isEmpty();
    }

    @Test
    void groups_stand_in_one_another_only_as_deep_as_questions_can_follow() {
        IntStream.rangeClosed(0, 10).forEach(number -> make("level-" + number));
        for (int level = 0; level < 9; level++) {
            assertThat(add("level-" + level, "group:level-" + (level + 1)).status())
                    .isEqualTo(204);
        }
        assertThat(add("level-9", "group:level-10").refusal()).isEqualTo("409 groups-too-deep");
        assertThat(add("level-10", "group:level-0").refusal()).isEqualTo("409 groups-too-deep");
        assertThat(members("level-9")).isEmpty();
    }

    @Test
    void of_fifty_who_add_one_member_all_are_told_that_it_is_done_and_one_did_it() {
        make("staff");
        var answers = Race.of(50, _ -> add("staff", person()).status());
        assertThat(answers).containsOnly(204);
        assertThat(members("staff")).containsExactly(person());
        assertThat(house.house()
                        .relationships()
                        .changes(Tenant.MAIN, Place.START, Optional.of("group"), 10)
                        .orElseThrow()
                        .changes())
                .hasSize(1);
    }

    @Test
    void two_groups_that_are_put_into_each_other_at_the_same_moment_make_no_circle() {
        for (int round = 0; round < 10; round++) {
            var one = "one-" + round;
            var two = "two-" + round;
            make(one);
            make(two);
            var answers = Race.of(2, number -> number == 0 ? add(one, "group:" + two) : add(two, "group:" + one));
            assertThat(answers).extracting(Reply::status).containsExactlyInAnyOrder(204, 409);
        }
    }

    @Test
    void nobody_is_left_in_a_group_who_was_removed_at_the_same_moment() {
        make("staff");
        for (int round = 0; round < 10; round++) {
            var carol = house.person("carol-" + round);
            Race.of(
                    2,
                    number -> number == 0
                            ? add("staff", "person:" + carol.id())
                            : alice.delete("/v1/accounts/" + carol.id()));
        }
        assertThat(members("staff")).isEmpty();
    }

    @Test
    void a_removed_group_leaves_nothing_behind() {
        List.of("staff", "crew", "cooks").forEach(this::make);
        add("staff", "group:crew");
        add("crew", "group:cooks");
        add("crew", person());

        assertThat(alice.delete("/v1/groups/crew").status()).isEqualTo(204);
        assertThat(members("staff")).isEmpty();

        make("crew");
        assertThat(members("crew")).isEmpty();
    }

    @Test
    void another_node_sees_it_at_once() {
        make("staff");
        try (var neighbour = house.neighbour()) {
            var there = new Caller(neighbour, alice.address(), alice.authorization());
            assertThat(there.put("/v1/groups/staff/members/" + person(), "").status())
                    .isEqualTo(204);
            assertThat(members("staff")).containsExactly(person());
        }
    }

    @Test
    void only_administrators_come_in() {
        make("staff");
        assertThat(house.caller().get("/v1/groups").status()).isEqualTo(401);
        assertThat(bob.signedIn().get("/v1/groups").refusal()).isEqualTo("403 not-allowed");
        assertThat(bob.signedIn()
                        .put("/v1/groups/staff/members/" + person(), "")
                        .refusal())
                .isEqualTo("403 not-allowed");
    }

    private String person() {
        return "person:" + bob.id();
    }

    private void make(String id) {
        var name = id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1);
        var made = alice.post("/v1/groups", Json.object("id", id, "name", name));
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
    }

    private Reply add(String group, String subject) {
        return alice.put("/v1/groups/" + group + "/members/" + subject, "");
    }

    private Reply take(String group, String subject) {
        return alice.delete("/v1/groups/" + group + "/members/" + subject);
    }

    private List<String> members(String group) {
        return subjects(alice.get("/v1/groups/" + group + "/members"));
    }

    private static List<String> ids(Reply reply) {
        return reply.json().at("/groups").findValuesAsText("id");
    }

    private static List<String> subjects(Reply reply) {
        return reply.json().at("/members").findValuesAsText("subject");
    }
}
