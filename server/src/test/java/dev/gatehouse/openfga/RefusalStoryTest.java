package dev.gatehouse.openfga;

import static dev.gatehouse.openfga.TestStore.key;
import static dev.gatehouse.openfga.TestStore.keys;
import static dev.gatehouse.openfga.TestStore.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.testing.Application;
import dev.gatehouse.testing.Caller;
import dev.gatehouse.testing.Json;
import dev.gatehouse.testing.Reply;
import dev.gatehouse.testing.TestHouse;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Every "no" has OpenFGA's form and one of its codes, and says what is wrong.
@EachDatabase
class RefusalStoryTest {

    private static final String NOBODYS = "01HVMMBCMGZNT3SED4Z17ECXCA";

    private final TestHouse house;
    private final Caller alice;
    private final TestStore office;

    RefusalStoryTest(TestDatabase on) {
        house = TestHouse.on(on);
        alice = house.administrator("alice").signedIn();
        office = TestStore.office(alice);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void the_form_is_a_code_and_a_message() {
        var reply = check("document:charter#owner@person:bob");
        assertThat(reply.header("Content-Type")).contains("application/json");
        assertThat(reply.json().fieldNames()).toIterable().containsExactly("code", "message");
        assertThat(reply.text("/message"))
                .startsWith("relation: The type document has no relation owner in the model; it has ");
    }

    @Test
    void a_body_that_cannot_be_read_is_told() {
        assertThat(refusal(office.post("/check", "{\"tuple_key\":"))).isEqualTo("400 validation_error");
        assertThat(refusal(office.post("/check", ""))).isEqualTo("400 validation_error");
        assertThat(refusal(office.post("/check", "[]"))).isEqualTo("400 validation_error");
        assertThat(refusal(office.post("/check", "{\"tuple_key\":7}"))).isEqualTo("400 tuple_key_value_not_specified");
        assertThat(refusal(office.post("/check", "{}"))).isEqualTo("400 tuple_key_value_not_specified");
        var deep = "{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000);
        assertThat(refusal(office.post("/check", "{\"context\":" + deep + "}"))).isEqualTo("400 validation_error");
        var large = "x".repeat((1 << 20) + 1);
        assertThat(office.post("/check", "{\"x\":\"" + large + "\"}").status()).isEqualTo(413);
    }

    @Test
    void all_that_is_wrong_is_told_at_once() {
        var reply = office.tuples("document:charter#viewer@robot:r2", "house:1#viewer@person:bob", "nonsense#x@y");
        assertThat(refusal(reply)).isEqualTo("400 validation_error");
        assertThat(reply.text("/message"))
                .contains("writes/0/user", "writes/1/object", "writes/2/object", "writes/2/user");
    }

    @Test
    void stores_and_models_that_there_are_not() {
        assertThat(refusal(alice.get("/openfga/stores/" + NOBODYS))).isEqualTo("404 store_id_not_found");
        assertThat(refusal(alice.get("/openfga/stores/main"))).isEqualTo("400 validation_error");
        var nobodys = new TestStore(alice, NOBODYS, "");
        assertThat(refusal(nobodys.post("/check", checking("document:a#viewer@person:b"))))
                .isEqualTo("400 latest_authorization_model_not_found");
        assertThat(refusal(nobodys.tuples("document:a#viewer@person:b")))
                .isEqualTo("400 latest_authorization_model_not_found");
        assertThat(refusal(nobodys.post(
                        "/check",
                        Map.of(
                                "tuple_key",
                                key("document:a#viewer@person:b"),
                                "authorization_model_id",
                                office.model()))))
                .isEqualTo("400 authorization_model_not_found");
        assertThat(refusal(nobodys.post("/read", "{}"))).isEqualTo("404 store_id_not_found");
        assertThat(refusal(office.get("/authorization-models/" + NOBODYS)))
                .isEqualTo("400 authorization_model_not_found");
        assertThat(refusal(asked("/check", "authorization_model_id", NOBODYS)))
                .isEqualTo("400 authorization_model_not_found");
        assertThat(refusal(asked("/check", "authorization_model_id", "newest"))).isEqualTo("400 validation_error");
        assertThat(asked("/check", "authorization_model_id", "").status()).isEqualTo(200);

        var empty = TestStore.make(alice, "empty");
        assertThat(refusal(empty.post("/check", checking("document:a#viewer@person:b"))))
                .isEqualTo("400 latest_authorization_model_not_found");
        assertThat(refusal(empty.tuples("document:a#viewer@person:b")))
                .isEqualTo("400 latest_authorization_model_not_found");
        assertThat(refusal(empty.delete("document:a#viewer@person:b")))
                .isEqualTo("400 latest_authorization_model_not_found");
        assertThat(refusal(empty.put("/assertions/" + office.model(), Map.of("assertions", List.of()))))
                .isEqualTo("400 authorization_model_not_found");
    }

    @Test
    void questions_that_make_no_sense() {
        assertThat(refusal(check("charter#viewer@person:bob"))).isEqualTo("400 validation_error");
        assertThat(refusal(check("document:charter#viewer@bob"))).isEqualTo("400 validation_error");
        assertThat(refusal(check("house:1#viewer@person:bob"))).isEqualTo("400 validation_error");
        assertThat(refusal(asked("/check", "consistency", "SOMETIMES"))).isEqualTo("400 validation_error");
        var unfitting = Map.of("tuple_keys", keys("document:charter#reader@person:bob"));
        assertThat(refusal(asked("/check", "contextual_tuples", unfitting))).isEqualTo("400 invalid_tuple");
        var twice = Map.of("tuple_keys", keys("document:a#viewer@person:b", "document:a#viewer@person:b"));
        assertThat(asked("/check", "contextual_tuples", twice).status()).isEqualTo(200);
        assertThat(refusal(check("document:*#viewer@person:bob"))).isEqualTo("400 validation_error");
        var many = IntStream.range(0, 101)
                .mapToObj(i -> key("document:" + i + "#viewer@person:b"))
                .toList();
        assertThat(refusal(asked("/check", "contextual_tuples", Map.of("tuple_keys", many))))
                .isEqualTo("400 validation_error");
        assertThat(refusal(
                        office.post("/expand", Map.of("tuple_key", Map.of("object", "document:a", "relation", "x")))))
                .isEqualTo("400 validation_error");
        assertThat(refusal(office.post("/expand", Map.of("tuple_key", Map.of("object", "document:a")))))
                .isEqualTo("400 invalid_expand_input");
        assertThat(refusal(office.post("/expand", Map.of("tuple_key", Map.of("object", "", "relation", "viewer")))))
                .isEqualTo("400 invalid_expand_input");
    }

    @Test
    void lists_have_codes_of_their_own_for_types_and_relations() {
        assertThat(refusal(objects("house", "viewer", "person:bob"))).isEqualTo("400 type_not_found");
        assertThat(refusal(objects("document", "owner", "person:bob"))).isEqualTo("400 relation_not_found");
        assertThat(refusal(objects("document", "viewer", "robot:r2"))).isEqualTo("400 validation_error");
        assertThat(refusal(objects("", "viewer", "person:bob"))).isEqualTo("400 validation_error");
        assertThat(refusal(objects("document", "may view", "person:bob"))).isEqualTo("400 validation_error");
        assertThat(refusal(users("house", "viewer", List.of(Map.of("type", "person")))))
                .isEqualTo("400 type_not_found");
        assertThat(refusal(users("document", "owner", List.of(Map.of("type", "person")))))
                .isEqualTo("400 relation_not_found");
        assertThat(refusal(users("document", "viewer", List.of(Map.of("type", "robot")))))
                .isEqualTo("400 type_not_found");
        assertThat(refusal(users("document", "viewer", List.of()))).isEqualTo("400 validation_error");
        assertThat(refusal(users("document", "viewer", Collections.nCopies(2, Map.of("type", "person")))))
                .isEqualTo("400 validation_error");
    }

    @Test
    void what_leads_too_deep_is_said_and_not_guessed() {
        for (int i = 0; i < 30; i++) office.tuples("group:" + i + "#member@group:" + (i + 1) + "#member");
        office.tuples("group:30#member@person:bob");
        assertThat(refusal(check("group:0#member@person:bob")))
                .isEqualTo("400 authorization_model_resolution_too_complex");
        assertThat(office.allows("group:20#member@person:bob")).isTrue();
    }

    @Test
    void batches_that_cannot_be_answered() {
        var one = Map.of("correlation_id", "one", "tuple_key", key("document:a#viewer@person:bob"));
        assertThat(refusal(office.post("/batch-check", Map.of("checks", List.of()))))
                .isEqualTo("400 validation_error");
        assertThat(refusal(office.post("/batch-check", Map.of("checks", List.of(one, one)))))
                .isEqualTo("400 validation_error");
        var nameless = Map.of("correlation_id", "not this", "tuple_key", key("document:a#viewer@person:bob"));
        assertThat(refusal(office.post("/batch-check", Map.of("checks", List.of(nameless)))))
                .isEqualTo("400 validation_error");
        assertThat(refusal(
                        office.post("/batch-check", Map.of("checks", List.of(one), "authorization_model_id", NOBODYS))))
                .isEqualTo("400 authorization_model_not_found");
    }

    @Test
    void writes_that_make_no_sense() {
        assertThat(refusal(office.post("/write", "{}"))).isEqualTo("400 invalid_write_input");
        assertThat(refusal(office.tuples())).isEqualTo("400 validation_error");
        var bob = "document:charter#viewer@person:bob";
        assertThat(refusal(office.tuples(bob, bob))).isEqualTo("400 cannot_allow_duplicate_tuples_in_one_request");
        assertThat(refusal(office.post(
                        "/write",
                        Map.of("writes", Map.of("tuple_keys", keys(bob)), "deletes", Map.of("tuple_keys", keys(bob))))))
                .isEqualTo("400 cannot_allow_duplicate_tuples_in_one_request");
        assertThat(refusal(office.tuples("group:staff#member@group:staff#member")))
                .isEqualTo("400 validation_error");
        var many = IntStream.range(0, 1_001)
                .mapToObj(i -> "document:" + i + "#viewer@person:bob")
                .toArray(String[]::new);
        assertThat(refusal(office.tuples(many))).isEqualTo("400 exceeded_entity_limit");
        assertThat(refusal(office.post(
                        "/write",
                        Map.of("authorization_model_id", NOBODYS, "writes", Map.of("tuple_keys", keys(bob))))))
                .isEqualTo("400 authorization_model_not_found");
        assertThat(refusal(office.post(
                        "/write", Map.of("writes", Map.of("tuple_keys", keys(bob), "on_duplicate", "shrug")))))
                .isEqualTo("400 validation_error");
    }

    @Test
    void reads_that_make_no_sense() {
        assertThat(refusal(office.post("/read", Map.of("tuple_key", Map.of())))).isEqualTo("400 validation_error");
        assertThat(refusal(office.post("/read", Map.of("tuple_key", Map.of("object", "document:")))))
                .isEqualTo("400 validation_error");
        assertThat(refusal(office.post("/read", Map.of("tuple_key", Map.of("object", "document:a", "user", "bob")))))
                .isEqualTo("400 validation_error");
        assertThat(refusal(office.post("/read", Map.of("tuple_key", Map.of("object", "document:the charter")))))
                .isEqualTo("400 validation_error");
        assertThat(refusal(office.post("/read", Map.of("page_size", 0)))).isEqualTo("400 page_size_invalid");
        assertThat(refusal(office.get("/changes?page_size=101"))).isEqualTo("400 page_size_invalid");
        assertThat(refusal(office.get("/changes?start_time=yesterday"))).isEqualTo("400 invalid_start_time");
        assertThat(refusal(office.get("/changes?start_time=1969-12-31T23:59:59Z")))
                .isEqualTo("400 invalid_start_time");
        assertThat(refusal(office.get("/authorization-models?page_size=x"))).isEqualTo("400 page_size_invalid");
        assertThat(refusal(office.post("/read", Map.of("continuation_token", "%%"))))
                .isEqualTo("400 invalid_continuation_token");
        for (var path : List.of("/changes", "/authorization-models"))
            for (var token : List.of("bm9uZSBvZiBvdXJzIQpvcgpzbw", "foo", "invalid-token"))
                assertThat(refusal(office.get(path + "?continuation_token=" + token)))
                        .isEqualTo("400 invalid_continuation_token");
        assertThat(refusal(alice.get("/openfga/stores?continuation_token=foo")))
                .isEqualTo("400 invalid_continuation_token");
    }

    @Test
    void models_that_are_wrong_are_told_all_their_faults() {
        assertThat(refusal(office.post("/authorization-models", Map.of("type_definitions", List.of()))))
                .isEqualTo("400 type_definitions_too_few_items");
        var faulty = office.post("/authorization-models", """
                {"schema_version":"1.1","type_definitions":[{"type":"person"},{"type":"document","relations":{
                  "viewer":{"computedUserset":{"relation":"owner"}},"editor":{"computedUserset":{"relation":"author"}}}}]}""");
        assertThat(refusal(faulty)).isEqualTo("400 invalid_authorization_model");
        assertThat(faulty.text("/message")).contains("owner", "author");
        var nameless = office.post("/authorization-models", """
                {"schema_version":"1.1","type_definitions":[{"type":"person"},{"type":"document","relations":{
                  "viewer":{"this":{}}},"metadata":{"relations":{"viewer":{"directly_related_user_types":[
                    {"type":"person"},{"type":"person","relation":""}]}}}}]}""");
        assertThat(refusal(nameless)).isEqualTo("400 invalid_authorization_model");
        assertThat(nameless.text("/message")).contains("directly_related_user_types/1/relation", "empty");
        assertThat(refusal(alice.post("/openfga/stores", Json.object("name", "x"))))
                .isEqualTo("400 validation_error");
        assertThat(refusal(alice.post("/openfga/stores", "{}"))).isEqualTo("400 validation_error");
    }

    @Test
    void models_that_have_not_even_the_form_go_by_another_code() {
        var person = Map.of("type", "person");
        var types = List.of(
                Map.of("type", "some type"),
                Map.of("type", ""),
                Map.of("type", "x".repeat(255)),
                Map.of("type", "document", "relations", Map.of("x".repeat(51), Map.of("this", Map.of()))));
        for (var type : types) assertThat(refusal(model("1.1", person, type))).isEqualTo("400 validation_error");
        assertThat(refusal(model("9.9", person))).isEqualTo("400 validation_error");
        assertThat(refusal(model("1.0", person))).isEqualTo("400 invalid_authorization_model");
        assertThat(model("1.2", person).status()).isEqualTo(201);
    }

    private Reply model(String version, Map<?, ?>... types) {
        return office.post(
                "/authorization-models", Map.of("schema_version", version, "type_definitions", List.of(types)));
    }

    @Test
    void assertions_that_make_no_sense() {
        var path = "/assertions/" + office.model();
        var faulty = office.put(
                path,
                Map.of(
                        "assertions",
                        List.of(Map.of("tuple_key", key("document:a#owner@person:b"), "expectation", true))));
        assertThat(refusal(faulty)).isEqualTo("400 validation_error");
        assertThat(faulty.text("/message")).startsWith("assertions/0/tuple_key/relation: ");
        var many =
                Collections.nCopies(101, Map.of("tuple_key", key("document:a#viewer@person:b"), "expectation", true));
        assertThat(refusal(office.put(path, Map.of("assertions", many)))).isEqualTo("400 assertions_too_many_items");
    }

    @Test
    void who_is_not_known_or_has_no_right_gets_nothing() {
        office.tuples("document:charter#viewer@person:bob");
        var stranger = office.as(house.caller());
        assertThat(refusal(stranger.get(""))).isEqualTo("401 bearer_token_missing");
        assertThat(refusal(office.as(house.caller().with("nonsense")).get(""))).isEqualTo("401 unauthenticated");
        assertThat(stranger.get("").header("WWW-Authenticate")).isPresent();
        var bob = office.as(house.person("bob").signedIn());
        for (var reply : List.of(
                bob.get(""),
                new TestStore(bob.caller(), NOBODYS, "").get(""),
                bob.get("/authorization-models"),
                bob.get("/changes"),
                bob.get("/assertions/" + office.model()),
                bob.post("/check", checking("document:charter#viewer@person:bob")),
                bob.tuples("document:charter#viewer@person:eve"),
                bob.post("/read", "{}"),
                bob.caller().get("/openfga/stores"),
                bob.caller().post("/openfga/stores", Json.object("name", "bob's")),
                bob.caller().delete("/openfga/stores/" + office.id())))
            assertThat(refusal(reply)).isEqualTo("403 forbidden");
        assertThat(office.get("").status()).isEqualTo(200);
    }

    @Test
    void an_application_may_be_given_the_right_to_ask_one_store() {
        var app = new Application(house, alice, "desk", Map.of());
        var main = new TestStore(alice, StoreId.MAIN, "");
        assertThat(main.tuples("gatehouse:" + office.id() + "#ask@client:desk").status())
                .isEqualTo(200);
        var desk = office.as(house.caller().with(app.ownToken()));
        assertThat(desk.allows("document:charter#viewer@person:bob")).isFalse();
        assertThat(desk.get("/authorization-models").status()).isEqualTo(200);
        assertThat(refusal(desk.tuples("document:charter#viewer@person:bob"))).isEqualTo("403 forbidden");
        assertThat(refusal(desk.post("/read", "{}"))).isEqualTo("403 forbidden");
        var another = TestStore.office(alice).as(desk.caller());
        assertThat(refusal(another.get(""))).isEqualTo("403 forbidden");
    }

    @Test
    void no_answer_comes_from_another_store() {
        var other = TestStore.office(alice);
        office.tuples("document:charter#viewer@person:bob");
        assertThat(other.allows("document:charter#viewer@person:bob")).isFalse();
        assertThat(other.post("/read", "{}").json().get("tuples")).isEmpty();
        assertThat(other.get("/changes").json().get("changes")).isEmpty();
        assertThat(refusal(other.get("/authorization-models/" + office.model())))
                .isEqualTo("400 authorization_model_not_found");
    }

    private Reply check(String tuple) {
        return office.post("/check", checking(tuple));
    }

    private static Map<String, Object> checking(String tuple) {
        return Map.of("tuple_key", key(tuple));
    }

    private Reply asked(String path, String member, Object value) {
        return office.post(path, Map.of("tuple_key", key("document:charter#viewer@person:bob"), member, value));
    }

    private Reply objects(String type, String relation, String user) {
        return office.post("/list-objects", Map.of("type", type, "relation", relation, "user", user));
    }

    private Reply users(String type, String relation, List<?> filters) {
        return office.post(
                "/list-users",
                Map.of("object", Map.of("type", type, "id", "1"), "relation", relation, "user_filters", filters));
    }
}
