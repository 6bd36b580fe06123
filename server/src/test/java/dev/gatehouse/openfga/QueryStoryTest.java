package dev.gatehouse.openfga;

import static dev.gatehouse.openfga.TestStore.key;
import static dev.gatehouse.openfga.TestStore.keys;
import static dev.gatehouse.openfga.TestStore.until;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.testing.Json;
import dev.gatehouse.testing.Reply;
import dev.gatehouse.testing.TestHouse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// An office asks who may do what.
@EachDatabase
class QueryStoryTest {

    private final TestHouse house;
    private final TestStore office;

    QueryStoryTest(TestDatabase on) {
        house = TestHouse.on(on);
        office = TestStore.office(house.administrator("alice").signedIn());
        office.tuples(
                "group:staff#member@person:bob",
                "folder:legal#viewer@group:staff#member",
                "document:charter#parent@folder:legal",
                "document:charter#editor@person:carol",
                "document:charter#blocked@person:dave",
                "document:leaflet#viewer@person:*");
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void a_check_follows_groups_and_folders() {
        assertThat(office.post("/check", Map.of("tuple_key", key("document:charter#reader@person:bob")))
                        .toString())
                .isEqualTo("200 {\"allowed\":true,\"resolution\":\"\"}");
        assertThat(office.allows("document:charter#reader@person:erin")).isFalse();
        assertThat(office.allows("document:charter#reader@group:staff#member")).isTrue();
        assertThat(office.allows("document:leaflet#reader@person:erin")).isTrue();
    }

    @Test
    void what_comes_with_a_question_holds_for_it_alone() {
        var question = Map.of(
                "tuple_key",
                key("document:charter#reader@person:erin"),
                "contextual_tuples",
                Map.of("tuple_keys", keys("group:staff#member@person:erin")));
        assertThat(office.post("/check", question).json().get("allowed").asBoolean())
                .isTrue();
        assertThat(office.allows("document:charter#reader@person:erin")).isFalse();
    }

    @Test
    void a_condition_is_judged_by_the_context() {
        office.post(
                "/write",
                Map.of(
                        "writes",
                        Map.of(
                                "tuple_keys",
                                List.of(until(
                                        "document:charter#editor@person:erin",
                                        Map.of("end", "2027-01-01T00:00:00Z"))))));
        assertThat(checked("2026-12-31T23:59:59Z")).isEqualTo("200 {\"allowed\":true,\"resolution\":\"\"}");
        assertThat(checked("2027-01-01T00:00:00Z")).isEqualTo("200 {\"allowed\":false,\"resolution\":\"\"}");
        assertThat(office.post("/check", Map.of("tuple_key", key("document:charter#editor@person:erin")))
                        .toString())
                .startsWith("400 {\"code\":\"validation_error\"")
                .contains("until", "now");
    }

    @Test
    void null_is_a_value_where_any_will_do() {
        office.post("/authorization-models", """
                {"schema_version":"1.1","type_definitions":[{"type":"person"},{"type":"document","relations":{
                  "viewer":{"this":{}}},"metadata":{"relations":{"viewer":{"directly_related_user_types":[
                    {"type":"person","condition":"given"}]}}}}],
                 "conditions":{"given":{"name":"given","expression":"data != null",
                   "parameters":{"data":{"type_name":"TYPE_NAME_ANY"}}}}}""");
        var given = new HashMap<>(key("document:statutes#viewer@person:bob"));
        given.put("condition", Map.of("name", "given"));
        office.post("/write", Map.of("writes", Map.of("tuple_keys", List.of(given))));
        var nothing = new HashMap<String, Object>();
        nothing.put("data", null);
        assertThat(allowed(Map.of("data", "read me"))).isEqualTo("true");
        assertThat(allowed(Map.of("data", List.of(1, Map.of("a", "b"))))).isEqualTo("true");
        assertThat(allowed(nothing)).isEqualTo("false");
        assertThat(allowed(Map.of())).isEqualTo("validation_error");
    }

    private String allowed(Map<String, Object> context) {
        var reply = office.post(
                "/check", Map.of("tuple_key", key("document:statutes#viewer@person:bob"), "context", context));
        return reply.status() == 200 ? reply.json().get("allowed").asText() : reply.text("/code");
    }

    private String checked(String now) {
        return office.post(
                        "/check",
                        Map.of("tuple_key", key("document:charter#editor@person:erin"), "context", Map.of("now", now)))
                .toString();
    }

    @Test
    void many_checks_are_answered_each_by_its_id() {
        var batch = office.post(
                "/batch-check",
                Map.of(
                        "checks",
                        List.of(
                                item("one", "document:charter#reader@person:bob"),
                                item("two", "document:charter#reader@person:erin"),
                                item("three", "document:charter#owner@person:bob"))));
        assertThat(batch.status()).isEqualTo(200);
        assertThat(batch.json().at("/result/one").toString()).isEqualTo("{\"allowed\":true}");
        assertThat(batch.json().at("/result/two").toString()).isEqualTo("{\"allowed\":false}");
        assertThat(batch.text("/result/three/error/input_error")).isEqualTo("validation_error");
        assertThat(batch.text("/result/three/error/message")).contains("owner");
    }

    private static Map<String, Object> item(String id, String tuple) {
        return Map.of("correlation_id", id, "tuple_key", key(tuple));
    }

    @Test
    void a_relation_is_expanded_one_step_far() {
        var tree =
                office.post("/expand", Map.of("tuple_key", Map.of("object", "document:charter", "relation", "viewer")));
        assertThat(tree.json()).isEqualTo(Json.read("""
                        {"tree":{"root":{"name":"document:charter#viewer","union":{"nodes":[
                          {"name":"document:charter#viewer","leaf":{"users":{"users":[]}}},
                          {"name":"document:charter#viewer","leaf":{"computed":{"userset":"document:charter#editor"}}},
                          {"name":"document:charter#viewer","leaf":{"tupleToUserset":{
                            "tupleset":"document:charter#parent","computed":[{"userset":"folder:legal#viewer"}]}}}
                        ]}}}}"""));
        var difference = office.post(
                "/expand",
                Map.of(
                        "tuple_key",
                        Map.of("object", "document:charter", "relation", "reader"),
                        "contextual_tuples",
                        Map.of("tuple_keys", keys("document:charter#blocked@person:erin"))));
        assertThat(difference.text("/tree/root/difference/subtract/leaf/computed/userset"))
                .isEqualTo("document:charter#blocked");
    }

    @Test
    void objects_are_listed_all_of_them() {
        office.tuples(IntStream.range(0, 900)
                .mapToObj(i -> "document:" + i + "#viewer@person:erin")
                .toArray(String[]::new));
        office.tuples(IntStream.range(900, 1_500)
                .mapToObj(i -> "document:" + i + "#viewer@person:erin")
                .toArray(String[]::new));
        var asked = Map.of("user", "person:erin", "relation", "reader", "type", "document");

        var listed = office.post("/list-objects", asked);
        assertThat(listed.json().get("objects")).hasSize(1_501);

        var streamed = office.post("/streamed-list-objects", asked);
        var lines = streamed.http().body().lines().toList();
        assertThat(lines).hasSize(1_501);
        assertThat(lines.stream()
                        .map(line -> Json.read(line).at("/result/object").asText()))
                .containsExactlyInAnyOrderElementsOf(texts(listed.json().get("objects")));
    }

    private static List<String> texts(JsonNode list) {
        var texts = new ArrayList<String>();
        list.forEach(each -> texts.add(each.asText()));
        return texts;
    }

    @Test
    void a_list_that_is_streamed_says_at_its_end_that_it_is_not_complete() {
        office.tuples("document:charter#viewer@person:erin");
        office.post(
                "/write",
                Map.of(
                        "writes",
                        Map.of(
                                "tuple_keys",
                                List.of(
                                        until(
                                                "document:statutes#editor@person:erin",
                                                Map.of("end", "2027-01-01T00:00:00Z")),
                                        until(
                                                "document:statutes#editor@person:frank",
                                                Map.of("end", "2027-01-01T00:00:00Z"))))));

        var lines = streamed("person:erin").http().body().lines().toList();
        assertThat(lines.subList(0, lines.size() - 1))
                .contains("{\"result\":{\"object\":\"document:charter\"}}")
                .noneMatch(line -> line.contains("statutes"));
        assertThat(lines.getLast())
                .startsWith("{\"error\":{\"code\":2000,\"message\":")
                .contains("until", "now");

        office.delete("document:leaflet#viewer@person:*");
        assertThat(streamed("person:frank").toString()).startsWith("400 {\"code\":\"validation_error\"");
        assertThat(streamed("person:nobody").toString()).isEqualTo("200 ");
    }

    private Reply streamed(String user) {
        return office.post("/streamed-list-objects", Map.of("user", user, "relation", "viewer", "type", "document"));
    }

    @Test
    void users_are_listed_by_their_kind() {
        assertThat(users("charter", Map.of("type", "person")))
                .containsExactlyInAnyOrder(
                        "{\"object\":{\"type\":\"person\",\"id\":\"bob\"}}",
                        "{\"object\":{\"type\":\"person\",\"id\":\"carol\"}}");
        assertThat(users("leaflet", Map.of("type", "person"))).containsExactly("{\"wildcard\":{\"type\":\"person\"}}");
        assertThat(users("charter", Map.of("type", "group", "relation", "member")))
                .containsExactly("{\"userset\":{\"type\":\"group\",\"id\":\"staff\",\"relation\":\"member\"}}");
    }

    private List<String> users(String document, Map<String, Object> filter) {
        var reply = office.post(
                "/list-users",
                Map.of(
                        "object",
                        Map.of("type", "document", "id", document),
                        "relation",
                        "reader",
                        "user_filters",
                        List.of(filter)));
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        var users = new ArrayList<String>();
        reply.json().get("users").forEach(user -> users.add(user.toString()));
        return users;
    }

    @Test
    void a_question_can_be_asked_of_an_older_model_and_of_everything_that_is_there() {
        office.write("""
                model
                  schema 1.1
                type person
                type document
                  relations
                    define owner: [person]
                """);
        var question = Map.of(
                "tuple_key",
                key("document:charter#reader@person:bob"),
                "authorization_model_id",
                office.model(),
                "consistency",
                "HIGHER_CONSISTENCY");
        assertThat(office.post("/check", question).json().get("allowed").asBoolean())
                .isTrue();
    }

    @Test
    void models_are_listed_and_shown_as_they_were_written() {
        var newer = office.write("model\n  schema 1.1\ntype person\n").text("/authorization_model_id");
        var page = office.get("/authorization-models?page_size=1");
        assertThat(page.text("/authorization_models/0/id")).isEqualTo(newer);
        var next =
                office.get("/authorization-models?page_size=1&continuation_token=" + page.text("/continuation_token"));
        assertThat(next.text("/authorization_models/0/id")).isEqualTo(office.model());
        assertThat(next.text("/continuation_token")).isEmpty();

        var shown = office.get("/authorization-models/" + office.model());
        assertThat(shown.json().get("authorization_model"))
                .isEqualTo(next.json().at("/authorization_models/0"));
        assertThat(shown.text("/authorization_model/schema_version")).isEqualTo("1.1");
        assertThat(shown.text("/authorization_model/conditions/until/expression"))
                .isEqualTo("now < end");
    }

    @Test
    void assertions_are_kept_with_a_model() {
        var empty = office.get("/assertions/" + office.model());
        assertThat(empty.json().get("assertions")).isEmpty();
        var assertions = Map.of(
                "assertions",
                List.of(Map.of(
                        "tuple_key",
                        key("document:charter#reader@person:erin"),
                        "expectation",
                        true,
                        "contextual_tuples",
                        keys("group:staff#member@person:erin"),
                        "context",
                        Map.of("now", "2026-11-22T00:00:00Z"))));
        assertThat(office.put("/assertions/" + office.model(), assertions).status())
                .isEqualTo(204);
        var read = office.get("/assertions/" + office.model());
        assertThat(read.header("Content-Type").orElse("")).startsWith("application/json");
        assertThat(read.text("/authorization_model_id")).isEqualTo(office.model());
        assertThat(read.json().get("assertions"))
                .isEqualTo(Json.read(Json.write(assertions)).get("assertions"));
        var unsaid = Map.of("assertions", List.of(Map.of("tuple_key", key("document:charter#reader@person:erin"))));
        assertThat(office.put("/assertions/" + office.model(), unsaid).status()).isEqualTo(204);
        assertThat(office.get("/assertions/" + office.model()).json().at("/assertions/0/expectation"))
                .isEqualTo(Json.read("false"));
        assertThat(office.put("/assertions/" + office.model(), Map.of()).status())
                .isEqualTo(204);
        assertThat(office.get("/assertions/" + office.model()).json().get("assertions"))
                .isEmpty();
    }
}
