package dev.gatehouse.authzen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.model.ModelSource;
import dev.gatehouse.model.ModelWriting;
import dev.gatehouse.permissions.relation.Relationship;
import dev.gatehouse.relation.Changes;
import dev.gatehouse.relation.ConsistencyToken;
import dev.gatehouse.tenant.Tenant;
import dev.gatehouse.testing.Json;
import dev.gatehouse.testing.Reply;
import dev.gatehouse.testing.TestHouse;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// An application asks what bob may do in an archive.
@EachDatabase
class AuthzenStoryTest {

    private static final Scene ARCHIVE =
            Scene.of("""
            model
              schema 1.1

            type user

            type document
              relations
                define reader: [user]
                define can_read: reader
                define can_sign: [user with in_office]

            condition in_office(subject_ip_address: ipaddress, network: string) {
              subject_ip_address.in_cidr(network)
            }
            """, "document:charter#reader@user:bob", "document:charter#can_sign@user:bob with in_office");

    private static final String BOB_READS = """
            {"subject": {"type": "user", "id": "bob"}, "action": {"name": "read"},
             "resource": {"type": "document", "id": "charter"}}""";

    private final AskedHouse house;

    AuthzenStoryTest(TestDatabase on) {
        house = new AskedHouse(on, ARCHIVE);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void an_application_gets_a_decision_with_one_call() {
        var reply = house.evaluate(BOB_READS);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Content-Type")).contains("application/json");
        assertThat(reply.http().body()).isEqualTo("{\"decision\":true}");
    }

    @Test
    void it_asks_with_its_access_token_as_well() {
        assertThat(house.house
                        .caller()
                        .with(house.gateway.ownToken())
                        .post("/access/v1/evaluation", BOB_READS)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_grant_that_is_taken_back_counts_no_more() {
        house.change(Changes.delete(Relationship.of("document:charter", "reader", "user:bob")));
        assertThat(house.evaluate(BOB_READS).http().body()).isEqualTo("{\"decision\":false}");
    }

    @Test
    void strangers_and_those_who_may_not_ask_are_told_nothing() {
        var stranger = house.house.caller().post("/access/v1/evaluation", BOB_READS);
        assertThat(stranger.status()).isEqualTo(401);
        assertThat(stranger.header("WWW-Authenticate")).isPresent();
        assertThat(stranger.json().at("/error/status").asInt()).isEqualTo(401);
        assertThat(stranger.text("/error/message")).isNotEmpty();
        var carol = house.house.person("carol").signedIn();
        for (var path : List.of("evaluation", "evaluations", "search/subject", "search/resource", "search/action"))
            assertThat(carol.post("/access/v1/" + path, BOB_READS).status())
                    .as(path)
                    .isEqualTo(403);
    }

    @Test
    void what_conditions_need_comes_from_properties_and_context() {
        var signs = "{\"subject\":{\"type\":\"user\",\"id\":\"bob\",\"properties\":{\"ip_address\":\"%s\"}},"
                + "\"action\":{\"name\":\"sign\"},\"resource\":{\"type\":\"document\",\"id\":\"charter\"},"
                + "\"context\":{\"network\":\"192.0.2.0/24\"}}";
        assertThat(house.evaluate(signs.formatted("192.0.2.7")).http().body()).isEqualTo("{\"decision\":true}");
        assertThat(house.evaluate(signs.formatted("198.51.100.7")).http().body())
                .isEqualTo("{\"decision\":false}");
        var nonsense = house.evaluate(signs.formatted("at home"));
        assertThat(nonsense.json().at("/decision").asBoolean(true)).isFalse();
        assertThat(nonsense.text("/context/id")).isEqualTo("condition_failed");
    }

    @Test
    void what_is_missing_is_named_for_whoever_runs_the_application() {
        var reply = house.evaluate(BOB_READS.replace("read", "sign"));
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().at("/decision").asBoolean(true)).isFalse();
        assertThat(reply.text("/context/id")).isEqualTo("missing_context");
        assertThat(reply.text("/context/reason_admin/en")).contains("in_office", "subject_ip_address", "network");
    }

    @Test
    void everything_that_is_wrong_is_told_at_once_and_as_a_bad_request() {
        for (var path : List.of("evaluation", "evaluations"))
            assertThat(message(house.asker.post("/access/v1/" + path, "{\"subject\":{\"id\":\"bob\"},\"action\":{}}")))
                    .contains("/subject/type is required", "/action/name is required", "/resource is required");
        assertThat(message(house.evaluate("{\"subject\":\"alice\",\"action\":{\"name\":7},\"resource\":[]}")))
                .contains("/subject must be an object", "/action/name must be a string", "/resource must be an object");
        assertThat(message(house.search("subject", "{\"subject\":{\"type\":\"user\"},\"resource\":{\"id\":\"1\"}}")))
                .contains("/action is required", "/resource/type is required");
        assertThat(message(house.search("resource", BOB_READS.replace("\"id\": \"bob\"", "\"x\": 1"))))
                .isEqualTo("/subject/id is required");
        assertThat(message(house.search("action", "{\"subject\":{\"type\":\"user\",\"id\":\"bob\"}}")))
                .isEqualTo("/resource is required");
        assertThat(message(house.evaluateAll("{\"evaluations\":{}}"))).contains("/evaluations must be an array");
        assertThat(message(house.evaluateAll(
                        "{\"evaluations\":[{}],\"options\":{\"evaluations_semantic\":\"first_come\"}}")))
                .contains("execute_all, deny_on_first_deny, permit_on_first_permit");
        assertThat(message(house.search("action", BOB_READS.replace("{\"sub", "{\"page\":{\"limit\":-1},\"sub"))))
                .contains("/page/limit");
    }

    @Test
    void what_is_no_json_is_a_bad_request() throws Exception {
        for (var nonsense : List.of("{", "[]", "null", "\"alice\"", "{}{}", "[".repeat(50_000)))
            message(house.evaluate(nonsense));
        var deep = "{\"a\":".repeat(500) + "1" + "}".repeat(500);
        assertThat(message(house.evaluate("{\"context\":" + deep + "}"))).contains("nested");
        assertThat(message(house.evaluate(""))).contains("empty");
        message(send(house.house, BOB_READS, "Content-Type", "text/plain"));
    }

    @Test
    void what_can_be_no_name_is_a_bad_request() {
        assertThat(message(house.evaluate(BOB_READS.replace("bob", "bob the builder"))))
                .startsWith("/subject ");
        assertThat(message(house.evaluate(BOB_READS.replace("\"charter\"", "\"\""))))
                .startsWith("/resource ");
        assertThat(message(house.search("subject", BOB_READS.replace("charter", "the charter"))))
                .startsWith("/resource ");
    }

    @Test
    void a_request_keeps_its_name() throws Exception {
        for (var id : List.of("bfe9eb29-ab87-4ca3-be83-a1d5d8305716", "Root=1-67891233;a:b/c", "7"))
            assertThat(send(house.house, BOB_READS, "X-Request-ID", id).requestId())
                    .isEqualTo(id);
        assertThat(send(house.house, "{", "X-Request-ID", "the-broken-one").requestId())
                .isEqualTo("the-broken-one");
        assertThat(house.evaluate(BOB_READS).requestId()).isNotEmpty();
    }

    @Test
    void what_need_not_be_evaluated_is_not_in_the_answer() {
        var three = """
                {"subject": {"type": "user", "id": "bob"}, "action": {"name": "read"},
                 "options": {"evaluations_semantic": "%s", "more": 1},
                 "evaluations": [{"resource": {"type": "document", "id": "charter"}},
                                 {"resource": {"type": "document", "id": "treaty"}},
                                 {"resource": {"type": "document", "id": "charter"}}]}""";
        assertThat(decisions(house.evaluateAll(three.formatted("execute_all")))).containsExactly(true, false, true);
        assertThat(decisions(house.evaluateAll(three.formatted("deny_on_first_deny"))))
                .containsExactly(true, false);
        assertThat(decisions(house.evaluateAll(three.formatted("permit_on_first_permit"))))
                .containsExactly(true);
        assertThat(decisions(house.evaluateAll(three.replace("\"evaluations_semantic\": \"%s\", ", ""))))
                .containsExactly(true, false, true);
    }

    @Test
    void a_thousand_evaluations_go_at_once_and_no_more() {
        var one = "{\"resource\":{\"type\":\"document\",\"id\":\"charter\"}}";
        var many = "{\"subject\":{\"type\":\"user\",\"id\":\"bob\"},\"action\":{\"name\":\"read\"},\"evaluations\":[";
        assertThat(decisions(house.evaluateAll(many + String.join(",", repeat(one, 1_000)) + "]}")))
                .hasSize(1_000)
                .containsOnly(true);
        assertThat(message(house.evaluateAll(many + String.join(",", repeat(one, 1_001)) + "]}")))
                .contains("/evaluations");
    }

    @Test
    void a_long_search_is_walked_through_page_by_page() {
        house.write(IntStream.range(0, 2_500)
                .mapToObj(number -> Relationship.of("document:%04d".formatted(number), "reader", "user:bob"))
                .toList());
        var first = house.search("resource", resources(Map.of()));
        assertThat(ids(first)).hasSize(1_000).isSorted();
        assertThat(first.json().at("/page/count").asInt()).isEqualTo(1_000);
        assertThat(first.json().at("/page/total").asInt()).isEqualTo(2_501);
        assertThat(walk(Map.of()))
                .hasSize(2_501)
                .doesNotHaveDuplicates()
                .isSorted()
                .contains("0000", "2499", "charter");
        assertThat(walk(Map.of("limit", 999))).isEqualTo(walk(Map.of()));
    }

    @Test
    void a_page_is_one_of_the_very_search() {
        house.write(Relationship.of("document:treaty", "reader", "user:bob"));
        var token = house.search("resource", resources(Map.of("limit", 1))).text("/page/next_token");
        assertThat(house.search("resource", resources(Map.of("limit", 1, "token", token)))
                        .status())
                .isEqualTo(200);
        assertThat(message(house.search("resource", resources(Map.of("limit", 2, "token", token)))))
                .contains("/page/token");
        assertThat(message(house.search(
                        "resource", resources(Map.of("token", token)).replace("bob", "carol"))))
                .contains("/page/token");
        assertThat(message(house.search("resource", resources(Map.of("token", "nonsense")))))
                .contains("/page/token");
    }

    @Test
    void a_search_that_cannot_be_complete_says_what_it_needs() {
        assertThat(message(house.search("subject", BOB_READS.replace("read", "sign"))))
                .contains("in_office", "network");
    }

    @Test
    void an_action_search_is_not_silent_about_what_it_cannot_tell() {
        var reply = house.search("action", BOB_READS);
        assertThat(reply.json().at("/results").toString()).isEqualTo("[{\"name\":\"can_read\"},{\"name\":\"reader\"}]");
        assertThat(reply.text("/context/id")).isEqualTo("missing_context");
    }

    @Test
    void a_decision_is_at_least_as_fresh_as_the_token_that_is_shown() throws Exception {
        try (var neighbour = house.house.neighbour()) {
            var token = house.change(Changes.delete(Relationship.of("document:charter", "reader", "user:bob")));
            for (var moment : List.of(token.text(), "fully-up-to-date"))
                assertThat(send(neighbour, BOB_READS, "Gatehouse-Consistency", moment)
                                .http()
                                .body())
                        .isEqualTo("{\"decision\":false}");
        }
    }

    @Test
    void a_moment_that_never_was_is_a_bad_request() throws Exception {
        var future = new ConsistencyToken(Tenant.MAIN, 1_000_000).text();
        for (var bad : List.of("yesterday", future))
            assertThat(message(send(house.house, BOB_READS, "Gatehouse-Consistency", bad)))
                    .contains("Gatehouse-Consistency");
    }

    @Test
    void an_older_model_can_be_asked() throws Exception {
        var older = house.house
                .house()
                .models()
                .current(Tenant.MAIN)
                .own()
                .orElseThrow()
                .id();
        var other = new ModelSource.Text(ARCHIVE.model().replace("    define can_read: reader\n", ""));
        assertThat(house.house.house().models().write(Tenant.MAIN, other, AskedHouse.HAND))
                .isInstanceOf(ModelWriting.Written.class);
        assertThat(house.evaluate(BOB_READS).text("/context/id")).isEqualTo("not_in_model");
        assertThat(send(house.house, BOB_READS, "Gatehouse-Model", older).http().body())
                .isEqualTo("{\"decision\":true}");
        assertThat(message(send(house.house, BOB_READS, "Gatehouse-Model", "nonsense")))
                .contains("nonsense");
    }

    @Test
    void whoever_knows_our_address_finds_the_doors() {
        var reply = house.house.caller().get("/.well-known/authzen-configuration");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Content-Type")).contains("application/json");
        assertThat(reply.text("/policy_decision_point")).isEqualTo("https://id.example.com");
        var doors = new ArrayList<String>();
        reply.json()
                .properties()
                .forEach(member ->
                        doors.add(member.getKey() + " " + member.getValue().asText()));
        assertThat(doors)
                .containsExactly(
                        "policy_decision_point https://id.example.com",
                        "access_evaluation_endpoint https://id.example.com/access/v1/evaluation",
                        "access_evaluations_endpoint https://id.example.com/access/v1/evaluations",
                        "search_subject_endpoint https://id.example.com/access/v1/search/subject",
                        "search_resource_endpoint https://id.example.com/access/v1/search/resource",
                        "search_action_endpoint https://id.example.com/access/v1/search/action");
    }

    /// An evaluation with another header beside those that every request has.
    private Reply send(TestHouse at, String body, String header, String value) throws Exception {
        var request = HttpRequest.newBuilder(at.url("/access/v1/evaluation"))
                .setHeader("Content-Type", "application/json")
                .setHeader("Authorization", house.asker.authorization().orElseThrow())
                .setHeader(header, value)
                .POST(BodyPublishers.ofString(body))
                .build();
        return new Reply(at.http().send(request, BodyHandlers.ofString()));
    }

    private List<String> walk(Map<String, Object> page) {
        var all = new ArrayList<String>();
        var token = "";
        do {
            var next = new HashMap<>(page);
            if (!token.isEmpty()) next.put("token", token);
            var reply = house.search("resource", resources(next));
            all.addAll(ids(reply));
            token = reply.text("/page/next_token");
        } while (!token.isEmpty());
        return all;
    }

    private static String resources(Map<String, Object> page) {
        return Json.object(
                "subject", Map.of("type", "user", "id", "bob"),
                "action", Map.of("name", "read"),
                "resource", Map.of("type", "document"),
                "page", page);
    }

    /// What a bad request is told.
    private static String message(Reply reply) {
        assertThat(reply.status()).as(reply.http().body()).isEqualTo(400);
        assertThat(reply.header("Content-Type")).contains("application/json");
        assertThat(reply.json().at("/error/status").asInt()).isEqualTo(400);
        return reply.text("/error/message");
    }

    private static List<Boolean> decisions(Reply reply) {
        assertThat(reply.status()).as(reply.http().body()).isEqualTo(200);
        return StreamSupport.stream(reply.json().at("/evaluations").spliterator(), false)
                .map(each -> each.get("decision").asBoolean())
                .toList();
    }

    private static List<String> ids(Reply reply) {
        assertThat(reply.status()).as(reply.http().body()).isEqualTo(200);
        return StreamSupport.stream(reply.json().at("/results").spliterator(), false)
                .map(each -> each.get("id").asText())
                .toList();
    }

    private static List<String> repeat(String text, int times) {
        return IntStream.range(0, times).mapToObj(_ -> text).toList();
    }
}
