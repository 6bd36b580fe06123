package dev.gatehouse.openfga;

import static dev.gatehouse.openfga.TestStore.key;
import static dev.gatehouse.openfga.TestStore.keys;
import static dev.gatehouse.openfga.TestStore.refusal;
import static dev.gatehouse.openfga.TestStore.until;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.relation.Trimming;
import dev.gatehouse.testing.TestHouse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Tuples are written, read and followed.
@EachDatabase
class TupleStoryTest {

    private final TestHouse house;
    private final TestStore office;

    TupleStoryTest(TestDatabase on) {
        house = TestHouse.on(on);
        office = TestStore.office(house.administrator("alice").signedIn());
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void what_is_written_can_be_read_by_any_part_of_it() {
        var written = office.tuples(
                "document:charter#viewer@person:bob",
                "document:charter#editor@person:carol",
                "document:statutes#viewer@person:bob",
                "folder:legal#viewer@group:staff#member",
                "document:charter#viewer@person:*");
        assertThat(written.toString()).isEqualTo("200 {}");

        assertThat(read(Map.of())).hasSize(5);
        assertThat(read(Map.of("tuple_key", Map.of("object", "document:charter"))))
                .hasSize(3);
        assertThat(read(Map.of("tuple_key", Map.of("object", "document:charter", "relation", "viewer"))))
                .containsExactlyInAnyOrder("document:charter#viewer@person:bob", "document:charter#viewer@person:*");
        assertThat(read(Map.of("tuple_key", Map.of("object", "document:", "user", "person:bob"))))
                .containsExactlyInAnyOrder("document:charter#viewer@person:bob", "document:statutes#viewer@person:bob");
        assertThat(read(Map.of("tuple_key", Map.of("object", "document:", "relation", "editor", "user", "person:"))))
                .containsExactly("document:charter#editor@person:carol");
        assertThat(read(Map.of("tuple_key", key("document:charter#viewer@person:bob"))))
                .containsExactly("document:charter#viewer@person:bob");
        assertThat(read(Map.of("tuple_key", key("document:charter#viewer@person:dave"))))
                .isEmpty();
    }

    @Test
    void a_condition_comes_back_with_its_values_and_the_time_of_the_write() {
        office.post(
                "/write",
                Map.of(
                        "writes",
                        Map.of(
                                "tuple_keys",
                                List.of(until(
                                        "document:charter#editor@person:bob",
                                        Map.of("end", "2027-01-01T00:00:00Z"))))));
        var tuple = office.post("/read", "{}").json().at("/tuples/0");
        assertThat(tuple.at("/key/condition/name").asText()).isEqualTo("until");
        assertThat(tuple.at("/key/condition/context/end").asText()).isEqualTo("2027-01-01T00:00:00Z");
        assertThat(tuple.get("timestamp").asText())
                .isEqualTo(house.clock().instant().toString());
    }

    @Test
    void pages_are_complete_and_without_repetition() {
        office.tuples(IntStream.range(0, 7)
                .mapToObj(i -> "document:" + i + "#viewer@person:bob")
                .toArray(String[]::new));
        var found = new ArrayList<String>();
        var token = "";
        do {
            var page = office.post("/read", Map.of("page_size", 3, "continuation_token", token));
            page.json()
                    .get("tuples")
                    .forEach(tuple -> found.add(tuple.at("/key/object").asText()));
            token = page.text("/continuation_token");
        } while (!token.isEmpty());
        assertThat(found).hasSize(7).doesNotHaveDuplicates();
    }

    @Test
    void writes_and_deletes_go_together_or_not_at_all() {
        office.tuples("document:charter#viewer@person:bob");
        var both = office.post(
                "/write",
                Map.of(
                        "writes", Map.of("tuple_keys", keys("document:charter#viewer@person:carol")),
                        "deletes", Map.of("tuple_keys", keys("document:charter#viewer@person:bob"))));
        assertThat(both.status()).isEqualTo(200);
        assertThat(read(Map.of())).containsExactly("document:charter#viewer@person:carol");

        var half = office.post(
                "/write",
                Map.of(
                        "writes", Map.of("tuple_keys", keys("document:charter#viewer@person:dave")),
                        "deletes", Map.of("tuple_keys", keys("document:charter#viewer@person:erin"))));
        assertThat(refusal(half)).isEqualTo("400 write_failed_due_to_invalid_input");
        assertThat(read(Map.of())).containsExactly("document:charter#viewer@person:carol");
    }

    @Test
    void what_is_done_already_can_be_ignored_on_each_side_alone() {
        var bob = "document:charter#editor@person:bob";
        office.tuples(bob);
        assertThat(refusal(office.tuples(bob))).isEqualTo("400 write_failed_due_to_invalid_input");
        assertThat(refusal(office.delete("document:charter#editor@person:carol")))
                .isEqualTo("400 write_failed_due_to_invalid_input");

        var written =
                office.post("/write", Map.of("writes", Map.of("tuple_keys", keys(bob), "on_duplicate", "ignore")));
        assertThat(written.status()).isEqualTo(200);
        var carol = keys("document:charter#editor@person:carol");
        var deleted = office.post("/write", Map.of("deletes", Map.of("tuple_keys", carol, "on_missing", "ignore")));
        assertThat(deleted.status()).isEqualTo(200);
        var mixed = office.post(
                "/write",
                Map.of(
                        "writes", Map.of("tuple_keys", keys(bob), "on_duplicate", "ignore"),
                        "deletes", Map.of("tuple_keys", carol, "on_missing", "error")));
        assertThat(refusal(mixed)).isEqualTo("400 write_failed_due_to_invalid_input");
    }

    @Test
    void what_is_said_of_duplicates_may_be_empty() {
        var bob = keys("document:charter#editor@person:bob");
        var said = Map.of("writes", Map.of("tuple_keys", bob, "on_duplicate", ""));
        assertThat(office.post("/write", said).status()).isEqualTo(200);
        assertThat(refusal(office.post("/write", said))).isEqualTo("400 write_failed_due_to_invalid_input");
    }

    @Test
    void changes_of_one_request_are_told_as_they_stand_in_it_and_what_is_deleted_first() {
        office.tuples("document:statutes#viewer@person:bob", "document:charter#viewer@person:bob");
        office.post(
                "/write",
                Map.of(
                        "writes", Map.of("tuple_keys", keys("document:annex#viewer@person:bob")),
                        "deletes", Map.of("tuple_keys", keys("document:statutes#viewer@person:bob"))));
        assertThat(told(changes("")))
                .containsExactly(
                        "WRITE document:statutes#viewer@person:bob",
                        "WRITE document:charter#viewer@person:bob",
                        "DELETE document:statutes#viewer@person:bob",
                        "WRITE document:annex#viewer@person:bob");
    }

    @Test
    void what_is_there_with_another_condition_is_never_ignored() {
        var bob = "document:charter#editor@person:bob";
        office.tuples(bob);
        var other = List.of(until(bob, Map.of()));
        assertThat(refusal(office.post("/write", Map.of("writes", Map.of("tuple_keys", other)))))
                .isEqualTo("400 write_failed_due_to_invalid_input");
        assertThat(refusal(
                        office.post("/write", Map.of("writes", Map.of("tuple_keys", other, "on_duplicate", "ignore")))))
                .isEqualTo("409 Aborted");
    }

    @Test
    void writes_fit_the_model_that_they_name() {
        var older = office.model();
        office.write("""
                model
                  schema 1.1
                type person
                type document
                  relations
                    define owner: [person]
                """);
        assertThat(refusal(office.tuples("document:charter#viewer@person:bob"))).isEqualTo("400 validation_error");
        assertThat(office.tuples("document:charter#owner@person:bob").status()).isEqualTo(200);
        var named = office.post(
                "/write",
                Map.of(
                        "authorization_model_id",
                        older,
                        "writes",
                        Map.of("tuple_keys", keys("document:charter#viewer@person:bob"))));
        assertThat(named.status()).isEqualTo(200);
        // What fits no model any more can still be deleted.
        assertThat(office.delete("document:charter#viewer@person:bob").status()).isEqualTo(200);
    }

    @Test
    void changes_are_told_in_their_order_once_each() {
        office.tuples("document:charter#viewer@person:bob", "folder:legal#viewer@person:bob");
        office.delete("document:charter#viewer@person:bob");

        var first = changes("page_size=2");
        assertThat(told(first))
                .containsExactly("WRITE document:charter#viewer@person:bob", "WRITE folder:legal#viewer@person:bob");
        var second =
                changes("continuation_token=" + first.get("continuation_token").asText());
        assertThat(told(second)).containsExactly("DELETE document:charter#viewer@person:bob");
        var token = second.get("continuation_token").asText();
        assertThat(changes("continuation_token=" + token)
                        .get("continuation_token")
                        .asText())
                .isEqualTo(token);

        office.tuples("document:charter#viewer@person:carol");
        assertThat(told(changes("continuation_token=" + token)))
                .containsExactly("WRITE document:charter#viewer@person:carol");
    }

    @Test
    void changes_can_be_those_of_one_type() {
        office.tuples("document:charter#viewer@person:bob", "folder:legal#viewer@person:bob");
        var folders = changes("type=folder");
        assertThat(told(folders)).containsExactly("WRITE folder:legal#viewer@person:bob");
        var token = folders.get("continuation_token").asText();
        assertThat(told(changes("type=folder&continuation_token=" + token))).isEmpty();
        assertThat(refusal(office.get("/changes?type=document&continuation_token=" + token)))
                .isEqualTo("400 query_string_type_continuation_token_mismatch");
    }

    @Test
    void changes_can_begin_at_a_moment() {
        var moments = new ArrayList<String>();
        for (var person : List.of("bob", "carol", "dave", "erin")) {
            house.clock().pass(Duration.ofMinutes(1));
            moments.add(house.clock().instant().toString());
            office.tuples("document:charter#viewer@person:" + person);
        }
        assertThat(told(changes("start_time=" + encoded(moments.get(2)))))
                .containsExactly(
                        "WRITE document:charter#viewer@person:dave", "WRITE document:charter#viewer@person:erin");
        assertThat(told(changes("start_time=" + encoded(moments.getFirst())))).hasSize(4);
        house.clock().pass(Duration.ofMinutes(1));
        assertThat(told(changes("start_time=" + encoded(house.clock().instant().toString()))))
                .isEmpty();
    }

    @Test
    void changes_that_are_no_longer_kept_are_refused_and_those_since_a_moment_are_not() {
        office.tuples("document:charter#viewer@person:bob");
        var token = changes("").get("continuation_token").asText();
        for (var person : List.of("carol", "dave")) {
            house.clock().pass(Duration.ofMinutes(1));
            office.tuples("document:charter#viewer@person:" + person);
        }
        var longAgo = encoded(house.clock().instant().minus(Duration.ofDays(1)).toString());
        house.clock().pass(Duration.ofMinutes(1));
        office.tuples("document:charter#viewer@person:erin");
        new Trimming(house.database(), Duration.ofSeconds(30)).trim();

        assertThat(refusal(office.get("/changes?continuation_token=" + token)))
                .isEqualTo("400 invalid_continuation_token");
        assertThat(refusal(office.get("/changes"))).isEqualTo("400 validation_error");
        assertThat(refusal(office.get("/changes?start_time=" + longAgo))).isEqualTo("400 invalid_start_time");
        assertThat(office.get("/changes").text("/message")).contains("start_time");
        var since =
                encoded(house.clock().instant().minus(Duration.ofSeconds(30)).toString());
        assertThat(told(changes("start_time=" + since))).containsExactly("WRITE document:charter#viewer@person:erin");
    }

    @Test
    void of_no_change_the_token_is_empty() {
        var none = "200 {\"changes\":[],\"continuation_token\":\"\"}";
        assertThat(office.get("/changes").toString()).isEqualTo(none);
        office.tuples("document:charter#viewer@person:bob");
        assertThat(office.get("/changes?type=folder").toString()).isEqualTo(none);
    }

    private JsonNode changes(String query) {
        var reply = office.get("/changes?" + query);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        return reply.json();
    }

    private static List<String> told(JsonNode page) {
        var told = new ArrayList<String>();
        page.get("changes")
                .forEach(change -> told.add(change.get("operation").asText().replace("TUPLE_OPERATION_", "") + " "
                        + text(change.get("tuple_key"))));
        return told;
    }

    private List<String> read(Map<String, ?> body) {
        var reply = office.post("/read", body);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        var found = new ArrayList<String>();
        reply.json().get("tuples").forEach(tuple -> found.add(text(tuple.get("key"))));
        return found;
    }

    private static String text(JsonNode key) {
        return key.get("object").asText() + "#" + key.get("relation").asText() + "@"
                + key.get("user").asText();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
