package dev.gatehouse.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.testing.Caller;
import dev.gatehouse.testing.Json;
import dev.gatehouse.testing.Reply;
import dev.gatehouse.testing.TestHouse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// An application asks over HTTP who may do what, and why.
@EachDatabase
class CheckStoryTest {

    private static final String MODEL = """
            model
              schema 1.1
            type folder
              relations
                define parent: [folder]
                define viewer: [person, group#member] or viewer from parent
            type document
              relations
                define parent: [folder]
                define blocked: [person]
                define guest: [person with in_office]
                define viewer: [person] or viewer from parent
                define can_read: (viewer or guest) but not blocked
            condition in_office(address: ipaddress) {
              address.in_cidr("10.0.0.0/8")
            }
            """;

    private final TestHouse house;
    private final Caller admin;

    CheckStoryTest(TestDatabase on) {
        house = TestHouse.on(on);
        admin = house.administrator("alice").signedIn();
        assertThat(admin.post("/v1/models", Json.object("text", MODEL)).status())
                .isEqualTo(201);
        write("folder:statutes", "viewer", "group:staff#member");
        write("document:charter", "parent", "folder:statutes");
        write("group:staff", "member", "person:bob");
        write("group:staff", "member", "person:carol");
        write("document:charter", "blocked", "person:carol");
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void who_is_in_a_group_that_views_the_folder_may_read_what_is_in_it_unless_blocked() {
        assertThat(check("person:bob").json().at("/allowed").asBoolean()).isTrue();
        assertThat(check("person:carol").json().at("/allowed").asBoolean()).isFalse();
        assertThat(check("person:eve").json().at("/allowed").asBoolean()).isFalse();
    }

    @Test
    void a_check_with_the_token_of_a_write_sees_it_on_another_node_too() {
        var token = write("document:charter", "blocked", "person:bob");
        try (var neighbour = house.neighbour()) {
            var there = new Caller(neighbour, admin.address(), admin.authorization());
            var question = Json.write(Map.of(
                    "user", "person:bob",
                    "relation", "can_read",
                    "object", "document:charter",
                    "consistency_token", token));
            assertThat(there.post("/v1/check", question).json().at("/allowed").asBoolean())
                    .isFalse();
        }
    }

    @Test
    void many_questions_are_answered_in_their_order() {
        var answers = admin.post(
                        "/v1/checks",
                        Json.write(Map.of("checks", List.of(question("person:carol"), question("person:bob")))))
                .json()
                .at("/results");
        assertThat(answers.at("/0/allowed").asBoolean()).isFalse();
        assertThat(answers.at("/1/allowed").asBoolean()).isTrue();
    }

    @Test
    void what_is_wrong_with_one_of_many_questions_is_told_with_its_place() {
        var answer = admin.post(
                "/v1/checks",
                Json.write(Map.of("checks", List.of(question("bob"), question("person:bob"), question("bob")))));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().at("/errors").findValuesAsText("pointer"))
                .containsExactly("/checks/0/user", "/checks/2/user");
    }

    @Test
    void what_a_condition_lacks_is_named_and_may_be_given() {
        write(Map.of(
                "object", "document:charter",
                "relation", "guest",
                "user", "person:dave",
                "condition", Map.of("name", "in_office")));
        var lacking = check("person:dave");
        assertThat(lacking.status()).isEqualTo(422);
        assertThat(lacking.text("/type")).endsWith("/undecided");
        assertThat(lacking.json().at("/missing/0").asText()).isEqualTo("address");
        assertThat(checkIn("10.1.2.3").at("/allowed").asBoolean()).isTrue();
        assertThat(checkIn("192.0.2.1").at("/allowed").asBoolean()).isFalse();
    }

    @Test
    void a_relationship_may_come_with_the_question_and_holds_for_it_alone() {
        var question = Map.of(
                "user", "person:eve",
                "relation", "can_read",
                "object", "document:charter",
                "contextual_relationships",
                        List.of(Map.of("object", "group:staff", "relation", "member", "user", "person:eve")));
        assertThat(admin.post("/v1/check", Json.write(question))
                        .json()
                        .at("/allowed")
                        .asBoolean())
                .isTrue();
        assertThat(check("person:eve").json().at("/allowed").asBoolean()).isFalse();
    }

    @Test
    void lists_are_of_those_for_whom_the_check_says_yes() {
        assertThat(admin.post(
                                "/v1/subjects",
                                Json.object("object", "document:charter", "relation", "can_read", "type", "person"))
                        .json()
                        .at("/names"))
                .hasToString("[\"person:bob\"]");
        assertThat(admin.post(
                                "/v1/objects",
                                Json.object("user", "person:bob", "relation", "can_read", "type", "document"))
                        .json()
                        .at("/names"))
                .hasToString("[\"document:charter\"]");
    }

    @Test
    void an_explanation_names_the_path_and_where_the_others_ended() {
        var why =
                admin.post("/v1/explain", Json.write(question("person:carol"))).json();
        assertThat(why.at("/allowed").asBoolean()).isFalse();
        assertThat(why.at("/tree").asText()).contains("group:staff#member", "document:charter#blocked");
        assertThat(why.at("/branches/0/what").asText()).isEqualTo("document:charter#can_read");
    }

    @Test
    void all_that_is_wrong_with_a_question_is_told_at_once() {
        var refused = admin.post(
                "/v1/check", Json.object("user", "persn:bob", "relation", "can_rd", "object", "document:charter"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().at("/errors").findValuesAsText("pointer")).containsExactly("/user", "/relation");
    }

    @Test
    void a_token_that_was_made_up_is_refused() {
        var made = new dev.gatehouse.relation.ConsistencyToken("main", 1_000_000).text();
        for (var token : List.of("nonsense", made)) {
            var question = Map.of(
                    "user", "person:bob",
                    "relation", "can_read",
                    "object", "document:charter",
                    "consistency_token", token);
            var refused = admin.post("/v1/check", Json.write(question));
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.json().at("/errors/0/pointer").asText()).isEqualTo("/consistency_token");
        }
    }

    @Test
    void the_question_that_is_wrong_is_named_also_when_it_is_asked_twice() {
        var wrong = Map.of("user", "person:bob", "relation", "can_raed", "object", "document:charter");
        var refused =
                admin.post("/v1/checks", Json.write(Map.of("checks", List.of(question("person:bob"), wrong, wrong))));
        assertThat(refused.json().at("/errors").findValuesAsText("pointer"))
                .containsExactly("/checks/1/relation", "/checks/2/relation");
        assertThat(refused.json().at("/errors/0/message").asText()).contains("can_raed", "it has", "can_read");
    }

    @Test
    void a_relationship_written_by_another_nodes_model_is_asked_of_that_model_at_once() {
        try (var neighbour = house.neighbour()) {
            var there = new Caller(neighbour, admin.address(), admin.authorization());
            assertThat(check("person:eve").json().at("/allowed").asBoolean()).isFalse();
            there.post(
                    "/v1/models",
                    Json.object(
                            "text",
                            MODEL.replace("(viewer or guest)", "(viewer or guest or author)")
                                    .replace("define blocked", "define author: [person]\n    define blocked")));
            write("document:charter", "author", "person:eve");
            assertThat(check("person:eve").json().at("/allowed").asBoolean()).isTrue();
        }
    }

    @Test
    void what_is_fully_up_to_date_knows_a_model_that_another_node_has_just_written() {
        try (var neighbour = house.neighbour()) {
            var there = new Caller(neighbour, admin.address(), admin.authorization());
            var question = Json.write(Map.of(
                    "user", "person:bob",
                    "relation", "can_read",
                    "object", "document:charter",
                    "fully_up_to_date", true));
            assertThat(admin.post("/v1/check", question).json().at("/allowed").asBoolean())
                    .isTrue();
            there.post("/v1/models", Json.object("text", MODEL.replace("(viewer or guest)", "guest")));
            assertThat(admin.post("/v1/check", question).json().at("/allowed").asBoolean())
                    .isFalse();
        }
    }

    private Reply check(String user) {
        return admin.post("/v1/check", Json.write(question(user)));
    }

    private com.fasterxml.jackson.databind.JsonNode checkIn(String address) {
        return admin.post(
                        "/v1/check",
                        Json.write(Map.of(
                                "user", "person:dave",
                                "relation", "can_read",
                                "object", "document:charter",
                                "context", Map.of("address", address))))
                .json();
    }

    private static Map<String, Object> question(String user) {
        return Map.of("user", user, "relation", "can_read", "object", "document:charter");
    }

    private String write(String object, String relation, String user) {
        return write(Map.of("object", object, "relation", relation, "user", user));
    }

    private String write(Map<String, Object> relationship) {
        var reply = admin.post("/v1/relationships", Json.write(Map.of("writes", List.of(relationship))));
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        return reply.text("/consistency_token");
    }
}
