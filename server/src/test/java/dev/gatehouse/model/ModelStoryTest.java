package dev.gatehouse.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.tenant.Tenant;
import dev.gatehouse.testing.Await;
import dev.gatehouse.testing.Caller;
import dev.gatehouse.testing.Json;
import dev.gatehouse.testing.Race;
import dev.gatehouse.testing.Reply;
import dev.gatehouse.testing.TestHouse;
import java.time.Duration;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Administrators write models, and read them again in either form.
@EachDatabase
class ModelStoryTest {

    private static final String TEXT = """
            model
              schema 1.1

            type person

            type document
              relations
                define editor: [person with weekday]
                define viewer: editor or [person, person:*]

            condition weekday(day: int) {
              day < 6
            }
            """;

    private final TestHouse house;
    private final Caller alice;

    ModelStoryTest(TestDatabase on) {
        house = TestHouse.on(on);
        alice = house.administrator("alice").signedIn();
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void a_model_is_written_as_text_and_read_in_both_forms() {
        assertThat(alice.get("/v1/models/current").refusal()).isEqualTo("404 no-such-model");

        var written = write(TEXT);

        assertThat(written.status()).isEqualTo(201);
        var id = written.text("/id");
        assertThat(written.header("Location")).contains("/v1/models/" + id);
        assertThat(written.text("/text")).isEqualTo(TEXT);
        assertThat(written.text("/model/type_definitions/1/relations/viewer/union/child/0/computedUserset/relation"))
                .isEqualTo("editor");
        var version = (ObjectNode) written.json();
        version.remove("left_behind");
        assertThat(alice.get("/v1/models/" + id).json()).isEqualTo(version);
        assertThat(alice.get("/v1/models/current").json()).isEqualTo(version);
    }

    @Test
    void what_was_read_as_json_can_be_written_again() {
        var written = write(TEXT);

        var again = alice.post("/v1/models", "{\"model\":" + written.json().at("/model") + ",\"text\":null}");

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.text("/text")).isEqualTo(TEXT);
        assertThat(again.text("/id")).isGreaterThan(written.text("/id"));
    }

    @Test
    void a_version_never_changes_and_a_new_one_becomes_current() {
        var first = write(TEXT).text("/id");
        var second = write(TEXT.replace("viewer", "reader")).text("/id");

        assertThat(alice.get("/v1/models/current").text("/id")).isEqualTo(second);
        assertThat(alice.get("/v1/models/" + first).text("/text")).isEqualTo(TEXT);
        assertThat(house.house().models().current(Tenant.MAIN))
                .isSameAs(house.house().models().find(Tenant.MAIN, second).orElseThrow());
    }

    @Test
    void a_model_is_the_same_after_a_restart() {
        var id = write(TEXT).text("/id");

        house.restart(Map.of());

        assertThat(house.house().models().current(Tenant.MAIN).own())
                .hasValueSatisfying(stored -> assertThat(stored.id()).isEqualTo(id));
        assertThat(alice.get("/v1/models/current").text("/text")).isEqualTo(TEXT);
    }

    @Test
    void all_faults_of_a_text_are_told_with_line_and_column() {
        var reply = write("model\n  schema 1.1\ntype document\n  relations\n    define viewer: [robot] or reader\n");

        assertThat(reply.refusal()).isEqualTo("422 model-faulty");
        assertThat(reply.text("/detail")).startsWith("5:21: There is no type `robot`.");
        assertThat(reply.json().at("/faults")).hasSize(2);
        assertThat(reply.json().at("/faults/1/line").asInt()).isEqualTo(5);
        assertThat(reply.json().at("/faults/1/column").asInt()).isEqualTo(31);
        assertThat(reply.text("/faults/1/message")).isEqualTo("There is no relation `reader` in the type `document`.");
        assertThat(reply.text("/faults/1/found")).isEqualTo("reader");
        assertThat(alice.get("/v1/models").json().at("/models")).isEmpty();
    }

    @Test
    void faults_of_json_are_told_with_a_pointer_into_the_body() {
        var reply = alice.post(
                "/v1/models", "{\"model\":{\"schema_version\":\"1.1\",\"type_definitions\":[{\"type\":7}]}}");

        assertThat(reply.refusal()).isEqualTo("422 model-faulty");
        assertThat(reply.text("/faults/0/pointer")).isEqualTo("/model/type_definitions/0/type");
        assertThat(reply.text("/faults/0/message")).isEqualTo("Expected a text, found `7`.");
    }

    @Test
    void a_body_has_one_form() {
        assertThat(alice.post("/v1/models", "{}").faults()).containsExactly("/text model");
        assertThat(alice.post("/v1/models", "{\"text\":\"model\",\"model\":{}}").faults())
                .containsExactly("/text model");
    }

    @Test
    void a_dry_run_only_judges() {
        var good = alice.post("/v1/models", Json.object("text", TEXT, "dry_run", true));
        var bad = alice.post("/v1/models", Json.object("text", "type", "dry_run", true));

        assertThat(good.status()).isEqualTo(200);
        assertThat(good.text("/text")).isEqualTo(TEXT);
        assertThat(good.text("/id")).isEmpty();
        assertThat(bad.refusal()).isEqualTo("422 model-faulty");
        assertThat(alice.get("/v1/models/current").refusal()).isEqualTo("404 no-such-model");
    }

    @Test
    void what_a_model_leaves_behind_is_counted_by_kind_and_can_be_found_and_removed() {
        write(TEXT);
        alice.post(
                "/v1/relationships",
                Json.object(
                        "writes",
                        List.of(
                                relationship("charter", "viewer", "person:bob"),
                                relationship("charter", "viewer", "person:carol"),
                                relationship("budget", "viewer", "person:*"),
                                conditional("budget", "editor", "person:bob"))));
        var narrower = TEXT.replace("editor or [person, person:*]", "editor or [person:*]")
                .replace("[person with weekday]", "[person]");

        var dryRun = alice.post("/v1/models", Json.object("text", narrower, "dry_run", true));
        assertThat(left(dryRun)).containsExactly("1 document#editor@person weekday", "2 document#viewer@person ");
        assertThat(dryRun.text("/left_behind/1/why")).isEqualTo("viewer of document may name person:*; not person");
        assertThat(left(write(TEXT))).isEmpty();
        assertThat(left(write(narrower))).isEqualTo(left(dryRun));

        var found = alice.get("/v1/relationships?object_type=document&relation=viewer&user_type=person");
        assertThat(found.json().at("/relationships").findValuesAsText("user"))
                .containsExactly("person:*", "person:bob", "person:carol");
        alice.post(
                "/v1/relationships", Json.object("deletes", List.of(relationship("charter", "viewer", "person:bob"))));
        alice.delete("/v1/relationships?object=document:budget");
        assertThat(left(write(narrower))).containsExactly("1 document#viewer@person ");
    }

    /// A type that no model knows any more is found as it is written.
    @Test
    void what_stands_in_a_type_that_is_gone_is_found_too() {
        write(TEXT);
        alice.post("/v1/relationships", Json.object("writes", List.of(relationship("a", "viewer", "person:bob"))));

        var gone = write("model\n  schema 1.1\ntype paper\n");

        assertThat(left(gone)).containsExactly("1 document#viewer@person ");
        assertThat(gone.text("/left_behind/0/why")).startsWith("the model has no type document");
        assertThat(alice.get("/v1/relationships?object_type=document").json().at("/relationships"))
                .hasSize(1);
    }

    private static List<String> left(Reply reply) {
        return StreamSupport.stream(reply.json().at("/left_behind").spliterator(), false)
                .map(each -> each.at("/relationships").asText() + " "
                        + each.at("/object_type").asText() + "#"
                        + each.at("/relation").asText() + "@" + each.at("/user").asText() + " "
                        + each.at("/condition").asText())
                .toList();
    }

    private static Map<String, Object> relationship(String document, String relation, String user) {
        return Map.of("object", "document:" + document, "relation", relation, "user", user);
    }

    private static Map<String, Object> conditional(String document, String relation, String user) {
        var one = new HashMap<>(relationship(document, relation, user));
        one.put("condition", Map.of("name", "weekday", "context", Map.of()));
        return one;
    }

    @Test
    void the_history_tells_the_newest_first_and_who_wrote_it() {
        var first = write(TEXT).text("/id");
        house.clock().pass(Duration.ofMinutes(1));
        var second = write(TEXT).text("/id");
        var third = write(TEXT).text("/id");

        var page = alice.get("/v1/models?limit=2");
        assertThat(page.text("/models/0/id")).isEqualTo(third);
        assertThat(page.text("/models/1/id")).isEqualTo(second);
        assertThat(page.text("/models/0/created_by"))
                .isEqualTo(alice.get("/v1/me").text("/id"));
        var last = alice.get("/v1/models?limit=2&after=" + page.text("/next"));
        assertThat(last.json().at("/models")).hasSize(1);
        assertThat(last.text("/models/0/id")).isEqualTo(first);
        assertThat(last.text("/next")).isEmpty();
    }

    @Test
    void a_version_that_there_is_not_is_not_found() {
        assertThat(alice.get("/v1/models/01HVMMBCMGZNT3SED4Z17ECXCA").refusal()).isEqualTo("404 no-such-model");
        assertThat(alice.get("/v1/models/whatever").refusal()).isEqualTo("404 no-such-model");
    }

    @Test
    void no_model_crosses_tenants() {
        var id = write(TEXT).text("/id");

        assertThat(house.house().models().find("other", id)).isEmpty();
        assertThat(house.house().models().current("other").own()).isEmpty();
        assertThat(house.house().models().history("other", Optional.empty(), 10))
                .isEmpty();
    }

    @Test
    void only_administrators_come_in() {
        var bob = house.person("bob").signedIn();

        assertThat(bob.post("/v1/models", Json.object("text", TEXT)).refusal()).isEqualTo("403 not-allowed");
        assertThat(bob.get("/v1/models").refusal()).isEqualTo("403 not-allowed");
        assertThat(bob.get("/v1/models/current").refusal()).isEqualTo("403 not-allowed");
        assertThat(house.caller().get("/v1/models").refusal()).isEqualTo("401 not-signed-in");
    }

    @Test
    void another_node_finds_a_version_at_once_and_follows_to_the_current_one() {
        try (var neighbour = house.neighbour()) {
            assertThat(neighbour.house().models().current(Tenant.MAIN).own()).isEmpty();

            var id = write(TEXT).text("/id");

            assertThat(neighbour.house().models().find(Tenant.MAIN, id)).isPresent();
            Await.until(
                    () -> neighbour.house().models().current(Tenant.MAIN).own().isPresent());
        }
    }

    @Test
    void of_many_who_write_at_once_the_last_is_current() {
        var ids = Race.of(
                16, number -> write(TEXT.replace("viewer", "viewer_" + number)).text("/id"));

        assertThat(ids).doesNotHaveDuplicates();
        assertThat(house.house().models().history(Tenant.MAIN, Optional.empty(), 100))
                .extracting(StoredModel.Version::id)
                .containsExactlyElementsOf(
                        ids.stream().sorted(Comparator.reverseOrder()).toList());
        assertThat(id(house.house().models().current(Tenant.MAIN))).isEqualTo(Collections.max(ids));
    }

    /// What such a transaction sees is the past; if it were remembered, questions would be answered from it.
    @Test
    void a_transaction_that_began_before_a_new_version_takes_nobody_back() {
        var models = house.house().models();
        var first = write(TEXT).text("/id");

        var second = house.database().snapshot(tx -> {
            assertThat(id(models.current(tx, Tenant.MAIN))).isEqualTo(first);
            var written = write(TEXT).text("/id");
            assertThat(id(models.current(tx, Tenant.MAIN))).isEqualTo(first);
            return written;
        });

        assertThat(id(models.current(Tenant.MAIN))).isEqualTo(second);
    }

    private static String id(AskedModel asked) {
        return asked.own().orElseThrow().id();
    }

    private Reply write(String text) {
        return alice.post("/v1/models", Json.object("text", text));
    }
}
