package dev.gatehouse.role;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.check.Occasion;
import dev.gatehouse.check.QuestionResult;
import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.model.ReadyModel;
import dev.gatehouse.permissions.check.Finding;
import dev.gatehouse.permissions.check.Question;
import dev.gatehouse.permissions.relation.Relationship;
import dev.gatehouse.relation.Consistency;
import dev.gatehouse.relation.ConsistencyToken;
import dev.gatehouse.relation.Place;
import dev.gatehouse.relation.RelationshipFilter;
import dev.gatehouse.relation.Relationships;
import dev.gatehouse.tenant.Tenant;
import dev.gatehouse.testing.Caller;
import dev.gatehouse.testing.Json;
import dev.gatehouse.testing.Person;
import dev.gatehouse.testing.Race;
import dev.gatehouse.testing.Reply;
import dev.gatehouse.testing.TestHouse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Somebody gets a role and may do what it allows, there and nowhere else.
@EachDatabase
class RoleStoryTest {

    private static final Optional<String> EVERYWHERE = Optional.empty();
    private static final Optional<String> THE_CHARTER = Optional.of("{\"type\":\"document\",\"id\":\"charter\"}");
    private static final Optional<String> DOCUMENTS = Optional.of("{\"type\":\"document\"}");

    private final TestHouse house;
    private final Caller alice;
    private final Person bob;
    private final Relationships relationships;

    RoleStoryTest(TestDatabase on) {
        house = TestHouse.on(on);
        alice = house.administrator("alice").signedIn();
        bob = house.person("bob");
        relationships = new Relationships(house.database(), house.house().audit(), (_, _) -> ReadyModel.MODEL);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void a_role_is_defined_shown_and_defined_anew() {
        var made = define("editor", "write", "read", "read");
        assertThat(made.status()).as(made.toString()).isEqualTo(200);
        assertThat(made.json().at("/actions").toString()).isEqualTo("[\"read\",\"write\"]");

        alice.put("/v1/roles/editor", "{\"actions\":[\"read\"],\"description\":\"Reads\"}");
        var shown = alice.get("/v1/roles/editor");
        assertThat(shown.json().at("/actions").toString()).isEqualTo("[\"read\"]");
        assertThat(shown.text("/description")).isEqualTo("Reads");
        assertThat(shown.text("/created_at")).isEqualTo(made.text("/created_at"));
        assertThat(alice.get("/v1/roles").json().at("/roles").findValuesAsText("name"))
                .containsExactly("editor");
    }

    @Test
    void what_is_said_twice_changes_nothing() {
        define("editor", "read");
        give("editor", subject(), THE_CHARTER);
        var before = newest();
        define("editor", "read");
        assertThat(give("editor", subject(), THE_CHARTER).status()).isEqualTo(204);
        assertThat(newest()).isEqualTo(before);
    }

    @Test
    void a_role_held_everywhere_counts_for_every_thing_and_its_actions_only() {
        define("editor", "read", "write");
        give("editor", subject(), EVERYWHERE);

        assertThat(may("write", "document", "charter")).isTrue();
        assertThat(may("read", "invoice", "2026/11")).isTrue();
        assertThat(may("delete", "document", "charter")).isFalse();
    }

    @Test
    void an_application_asks_by_one_call() {
        define("editor", "write");
        give("editor", subject(), DOCUMENTS);
        var asked = Json.object(
                "subject", Map.of("type", "person", "id", bob.id()),
                "action", Map.of("name", "write"),
                "resource", Map.of("type", "document", "id", "never-heard-of"));
        assertThat(alice.post("/access/v1/evaluation", asked)
                        .json()
                        .at("/decision")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void a_role_on_one_thing_counts_for_that_thing_only() {
        define("editor", "write");
        give("editor", subject(), THE_CHARTER);

        assertThat(may("write", "document", "charter")).isTrue();
        assertThat(may("delete", "document", "charter")).isFalse();
        assertThat(may("write", "document", "statutes")).isFalse();
        assertThat(may("write", "invoice", "charter")).isFalse();
    }

    @Test
    void a_role_on_a_type_counts_for_everything_of_it() {
        define("editor", "write");
        give("editor", subject(), DOCUMENTS);

        assertThat(may("write", "document", "charter")).isTrue();
        assertThat(may("write", "document", "never/heard of".replace(' ', '-'))).isTrue();
        assertThat(may("write", "invoice", "charter")).isFalse();
    }

    @Test
    void a_role_defined_anew_counts_so_at_once() {
        define("editor", "read");
        give("editor", subject(), EVERYWHERE);
        define("editor", "write");
        assertThat(may("read", "document", "charter")).isFalse();
        assertThat(may("write", "document", "charter")).isTrue();
    }

    @Test
    void whoever_is_in_a_group_holds_what_it_holds() {
        alice.post("/v1/groups", Json.object("id", "staff", "name", "Staff"));
        alice.post("/v1/groups", Json.object("id", "crew", "name", "Crew"));
        alice.put("/v1/groups/staff/members/group:crew", "");
        alice.put("/v1/groups/crew/members/" + subject(), "");
        define("editor", "write");
        give("editor", "group:staff", THE_CHARTER);
        assertThat(may("write", "document", "charter")).isTrue();

        alice.delete("/v1/groups/crew/members/" + subject());
        assertThat(may("write", "document", "charter")).isFalse();
    }

    @Test
    void what_is_taken_in_one_place_stays_in_others() {
        define("editor", "write");
        give("editor", subject(), THE_CHARTER);
        give("editor", subject(), DOCUMENTS);

        assertThat(take("editor", subject(), "&type=document").status()).isEqualTo(204);
        assertThat(may("write", "document", "charter")).isTrue();
        assertThat(may("write", "document", "statutes")).isFalse();

        take("editor", subject(), "&type=document&id=charter");
        assertThat(may("write", "document", "charter")).isFalse();
        assertThat(take("editor", subject(), "&type=document&id=charter").status())
                .isEqualTo(204);
    }

    @Test
    void an_assignment_that_nobody_holds_any_more_is_looked_at_by_no_question() {
        define("editor", "write");
        give("editor", subject(), THE_CHARTER);
        take("editor", subject(), "&type=document&id=charter");
        assertThat(relationships.list(
                        Tenant.MAIN,
                        RelationshipFilter.ofObject("thing:document/charter").withRelation("assignment"),
                        Optional.empty(),
                        10))
                .isEmpty();
    }

    @Test
    void a_removed_role_is_held_by_nobody_and_comes_back_to_nobody() {
        define("editor", "write");
        give("editor", subject(), EVERYWHERE);
        give("editor", subject(), THE_CHARTER);
        give("editor", subject(), DOCUMENTS);
        define("reader", "read");
        give("reader", subject(), THE_CHARTER);

        assertThat(alice.delete("/v1/roles/editor").status()).isEqualTo(204);
        assertThat(alice.get("/v1/roles/editor").refusal()).isEqualTo("404 no-such-role");
        assertThat(may("write", "document", "charter")).isFalse();

        define("editor", "write");
        assertThat(may("write", "document", "charter")).isFalse();
        assertThat(may("read", "document", "charter")).isTrue();
        assertThat(holders("/v1/roles/editor/holders")).isEmpty();
    }

    @Test
    void holders_are_listed_with_where_they_hold_it_page_by_page() {
        var carol = "person:" + house.person("carol").id();
        define("editor", "write");
        give("editor", subject(), EVERYWHERE);
        give("editor", subject(), THE_CHARTER);
        give("editor", carol, THE_CHARTER);
        give("editor", carol, DOCUMENTS);

        var both = Stream.of(subject(), carol)
                .sorted()
                .map(name -> name + " document/charter")
                .toList();
        var whole = List.of(carol + " document", both.get(0), both.get(1), subject() + " ");
        assertThat(holders("/v1/roles/editor/holders")).containsExactlyElementsOf(whole);
        assertThat(holders("/v1/roles/editor/holders?type=document&id=charter")).containsExactlyElementsOf(both);
        for (int limit = 1; limit < 5; limit++)
            assertThat(pages("/v1/roles/editor/holders?limit=" + limit, "/holders"))
                    .as("pages of " + limit)
                    .containsExactlyElementsOf(whole);
    }

    @Test
    void one_sees_what_somebody_holds_and_by_which_group() {
        alice.post("/v1/groups", Json.object("id", "staff", "name", "Staff"));
        alice.put("/v1/groups/staff/members/" + subject(), "");
        define("editor", "write");
        define("reader", "read");
        give("reader", "group:staff", EVERYWHERE);
        give("reader", "group:staff", DOCUMENTS);
        give("editor", subject(), EVERYWHERE);
        give("editor", subject(), THE_CHARTER);

        var path = "/v1/subjects/" + subject() + "/roles";
        var whole = List.of("group:staff document", "group:staff ", subject() + " document/charter", subject() + " ");
        for (int limit = 1; limit < 6; limit++)
            assertThat(pages(path + "?limit=" + limit, "/roles")).containsExactlyElementsOf(whole);
    }

    @Test
    void whoever_or_whatever_is_not_there_cannot_be_given() {
        define("editor", "write");
        assertThat(give("editor", "client:nobody", EVERYWHERE).refusal()).isEqualTo("404 no-such-subject");
        assertThat(give("nothing", subject(), THE_CHARTER).refusal()).isEqualTo("404 no-such-role");
        assertThat(take("nothing", subject(), "").refusal()).isEqualTo("404 no-such-role");
        assertThat(alice.get("/v1/roles/nothing/holders").refusal()).isEqualTo("404 no-such-role");
        assertThat(alice.delete("/v1/roles/nothing").refusal()).isEqualTo("404 no-such-role");
        assertThat(holders("/v1/roles/editor/holders")).isEmpty();
        assertThat(relationships.list(Tenant.MAIN, RelationshipFilter.ofUser("client:nobody"), Optional.empty(), 9))
                .isEmpty();
    }

    @Test
    void every_fault_is_named_at_its_place() {
        assertThat(alice.put("/v1/roles/Editor!", "{\"actions\":[]}").status()).isEqualTo(422);
        assertThat(define("editor", "read it").http().body()).contains("/actions/0");
        define("editor", "write");
        assertThat(give("editor", "bob", EVERYWHERE).http().body()).contains("person:ID, client:ID or group:ID");
        assertThat(give("editor", subject(), Optional.of("{\"type\":\"everything\"}"))
                        .http()
                        .body())
                .contains("/on/type");
        assertThat(give("editor", subject(), Optional.of("{\"type\":\"a/b\",\"id\":\"c#d\"}"))
                        .http()
                        .body())
                .contains("/on/type", "/on/id");
        assertThat(take("editor", subject(), "&id=charter").status()).isEqualTo(422);
        assertThat(alice.get("/v1/roles/editor/holders?after=x").status()).isEqualTo(422);
    }

    @Test
    void a_tenants_own_idea_of_things_is_respected() {
        var model = """
                model
                  schema 1.1
                type thing
                  relations
                    define owner: [person]
                """;
        var written = alice.post("/v1/models", Json.object("text", model));
        assertThat(written.status()).as(written.toString()).isEqualTo(201);
        assertThat(define("editor", "write").refusal()).isEqualTo("409 not-in-model");
        assertThat(alice.get("/v1/roles/editor").refusal()).isEqualTo("404 no-such-role");
    }

    @Test
    void of_fifty_who_give_one_role_one_did_it() {
        define("editor", "write");
        var answers = Race.of(50, _ -> give("editor", subject(), THE_CHARTER).status());
        assertThat(answers).containsOnly(204);
        assertThat(relationships
                        .changes(Tenant.MAIN, Place.START, Optional.of("assignment"), 10)
                        .orElseThrow()
                        .changes())
                .hasSize(2);
        assertThat(may("write", "document", "charter")).isTrue();
    }

    @Test
    void a_role_and_its_holders_never_survive_apart() {
        for (int round = 0; round < 10; round++) {
            define("editor", "write");
            Race.of(
                    2,
                    number -> number == 0 ? give("editor", subject(), THE_CHARTER) : alice.delete("/v1/roles/editor"));
            assertThat(may("write", "document", "charter")).isFalse();
            assertThat(relationships.list(Tenant.MAIN, RelationshipFilter.ofUser(subject()), Optional.empty(), 10))
                    .isEmpty();
        }
    }

    @Test
    void another_node_knows_with_the_token_of_the_moment() {
        define("editor", "write");
        give("editor", subject(), THE_CHARTER);
        try (var neighbour = house.neighbour()) {
            give("editor", subject(), DOCUMENTS);
            assertThat(may(neighbour, "write", "document", "statutes", newest()))
                    .isTrue();
        }
    }

    @Test
    void only_administrators_come_in() {
        assertThat(house.caller().get("/v1/roles").status()).isEqualTo(401);
        assertThat(bob.signedIn().put("/v1/roles/editor", "{\"actions\":[]}").refusal())
                .isEqualTo("403 not-allowed");
        assertThat(bob.signedIn().get("/v1/subjects/" + subject() + "/roles").refusal())
                .isEqualTo("403 not-allowed");
    }

    private String subject() {
        return "person:" + bob.id();
    }

    private ConsistencyToken newest() {
        return relationships.newest(Tenant.MAIN);
    }

    private Reply define(String role, String... actions) {
        return alice.put("/v1/roles/" + role, Json.object("actions", List.of(actions)));
    }

    private Reply give(String role, String subject, Optional<String> on) {
        var where = on.map(json -> ",\"on\":" + json).orElse("");
        return alice.post("/v1/roles/" + role + "/holders", "{\"subject\":\"" + subject + "\"" + where + "}");
    }

    private Reply take(String role, String subject, String where) {
        return alice.delete("/v1/roles/" + role + "/holders?subject=" + subject + where);
    }

    private boolean may(String action, String type, String id) {
        return may(house, action, type, id, newest());
    }

    /// As an application asks it, of things too that no relationship names.
    private boolean may(TestHouse asked, String action, String type, String id, ConsistencyToken since) {
        var thing = "thing:" + type + "/" + id;
        var occasion = new Occasion(
                Tenant.MAIN,
                Optional.empty(),
                new Consistency.AtLeast(since),
                List.of(
                        Relationship.of(thing, "within", "thing:" + type),
                        Relationship.of("thing:" + type, "within", "thing:everything")));
        var question = new Question(subject(), "may", thing, Map.of("action", action));
        return switch (asked.house().questions().ask(occasion, permissions -> permissions.check(question))) {
            case QuestionResult.Given<Finding>(var finding, var _) -> finding.isAllowed();
            case QuestionResult<Finding> other -> throw new AssertionError(other);
        };
    }

    private List<String> holders(String path) {
        return told(alice.get(path), "/holders");
    }

    private List<String> pages(String path, String member) {
        var all = new ArrayList<String>();
        var page = alice.get(path);
        all.addAll(told(page, member));
        while (page.json().has("next")) {
            var next = URLEncoder.encode(page.text("/next"), StandardCharsets.UTF_8);
            page = alice.get(path + "&after=" + next);
            all.addAll(told(page, member));
        }
        return all;
    }

    private static List<String> told(Reply reply, String member) {
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        var all = new ArrayList<String>();
        for (var each : reply.json().at(member)) {
            var id = each.at("/on/id").asText();
            all.add(each.at("/subject").asText() + " " + each.at("/on/type").asText() + (id.isEmpty() ? "" : "/" + id));
        }
        return all;
    }
}
