package dev.gatehouse.relation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.testing.Caller;
import dev.gatehouse.testing.Json;
import dev.gatehouse.testing.Reply;
import dev.gatehouse.testing.TestHouse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// An application's administrator keeps relationships, over HTTP.
@EachDatabase
class RelationshipStoryTest {

    private static final String MODEL = """
            model
              schema 1.1
            type document
              relations
                define editor: [person]
                define viewer: [person, person:*, group#member, person with until] or editor
            condition until(now: timestamp, expires: timestamp) {
              now < expires
            }
            """;
    private static final Map<String, Object> BOB_EDITS = relationship("document:charter", "editor", "person:bob");
    private static final Map<String, Object> STAFF_VIEWS =
            relationship("document:charter", "viewer", "group:staff#member");

    private final TestHouse house;
    private final Caller admin;

    RelationshipStoryTest(TestDatabase on) {
        house = TestHouse.on(on);
        admin = house.administrator("alice").signedIn();
        assertThat(admin.post("/v1/models", Json.object("text", MODEL)).status())
                .isEqualTo(201);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void what_was_written_is_listed_and_what_was_deleted_is_not() {
        var token = write(List.of(BOB_EDITS, STAFF_VIEWS), List.of()).text("/consistency_token");
        assertThat(token).isNotEmpty();
        assertThat(listed("object=document:charter"))
                .containsExactly("document:charter#editor@person:bob", "document:charter#viewer@group:staff#member");
        assertThat(listed("user=person:bob")).containsExactly("document:charter#editor@person:bob");
        assertThat(listed("user_type=group&object_type=document"))
                .containsExactly("document:charter#viewer@group:staff#member");

        assertThat(write(List.of(), List.of(BOB_EDITS)).text("/consistency_token"))
                .isNotEqualTo(token);
        assertThat(listed("object=document:charter")).containsExactly("document:charter#viewer@group:staff#member");
    }

    @Test
    void every_page_goes_on_where_the_one_before_ended() {
        write(
                IntStream.range(0, 25)
                        .mapToObj(i -> relationship("document:" + (i + 10), "editor", "person:bob"))
                        .toList(),
                List.of());
        for (var filter : List.of("object_type=document", "user=person:bob")) {
            var seen = new ArrayList<String>();
            var after = "";
            do {
                var page = admin.get("/v1/relationships?limit=10&" + filter + after)
                        .json();
                page.at("/relationships")
                        .forEach(item -> seen.add(item.at("/object").asText()));
                after = page.has("next") ? "&after=" + page.at("/next").asText() : "";
            } while (!after.isEmpty());
            assertThat(seen)
                    .containsExactlyElementsOf(IntStream.range(10, 35)
                            .mapToObj(i -> "document:" + i)
                            .toList());
        }
    }

    @Test
    void a_condition_is_kept_with_its_values() {
        var context = Map.of("expires", "2026-07-01T00:00:00Z");
        var until = Map.of("name", "until", "context", context);
        write(
                List.of(Map.of(
                        "object", "document:charter", "relation", "viewer", "user", "person:bob", "condition", until)),
                List.of());
        var kept = admin.get("/v1/relationships?user=person:bob").json().at("/relationships/0/condition");
        assertThat(kept).isEqualTo(Json.read(Json.write(until)));
    }

    @Test
    void all_faults_are_named_with_their_places() {
        var context = Map.of("expires", "tomorrow", "weather", "fine");
        var reply = write(
                List.of(
                        relationship("document:charter", "owner", "person:bob"),
                        relationship("film:charter", "viewer", "person bob"),
                        relationship("film:charter", "viewer", "person:bob"),
                        relationship("document:charter", "editor", "person:*"),
                        Map.of(
                                "object",
                                "document:charter",
                                "relation",
                                "viewer",
                                "user",
                                "person:bob",
                                "condition",
                                Map.of("name", "until", "context", context))),
                List.of(relationship("document:charter", "editor", "person:" + "b".repeat(600))));
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.faults())
                .containsExactlyInAnyOrder(
                        "/writes/0/relation unknown-relation",
                        "/writes/1/user malformed-name",
                        "/writes/2/object unknown-type",
                        "/writes/3/user wildcard-not-allowed",
                        "/writes/4/condition/context/expires mistyped-value",
                        "/writes/4/condition/context/weather unknown-parameter",
                        "/deletes/0/user name-too-long");
        assertThat(listed("object_type=document")).isEmpty();
    }

    @Test
    void what_does_not_go_with_what_is_there_is_a_conflict() {
        write(List.of(BOB_EDITS), List.of());
        var reply = admin.post(
                "/v1/relationships",
                Json.object(
                        "writes",
                        List.of(STAFF_VIEWS, BOB_EDITS),
                        "preconditions",
                        List.of(Map.of("must_not_exist", Map.of("object", "document:charter", "relation", "editor")))));
        assertThat(reply.refusal()).isEqualTo("409 relationship-conflict");
        assertThat(StreamSupport.stream(reply.json().at("/conflicts").spliterator(), false)
                        .map(each -> each.at("/pointer").asText() + " "
                                + each.at("/rule").asText()))
                .containsExactly("/preconditions/0 precondition", "/writes/1 exists");
        assertThat(listed("user_type=group")).isEmpty();
    }

    /// Found nothing it would hold, and let anybody through who forgot a colon.
    @Test
    void a_precondition_and_a_search_of_what_no_relationship_can_name_are_refused() {
        var reply = admin.post(
                "/v1/relationships",
                Json.object(
                        "writes",
                        List.of(BOB_EDITS),
                        "preconditions",
                        List.of(Map.of("must_not_exist", Map.of("object", "charter", "user", "bob")))));
        assertThat(reply.faults())
                .containsExactly(
                        "/preconditions/0/must_not_exist/object malformed-name",
                        "/preconditions/0/must_not_exist/user malformed-name");
        var search = admin.get("/v1/relationships?object=charter");
        assertThat(search.status()).isEqualTo(422);
        assertThat(search.text("/errors/0/message")).contains("TYPE:ID", "\"charter\"");
    }

    @Test
    void what_makes_no_sense_is_refused_and_never_a_fault_of_the_server() {
        var deep = "[".repeat(5_000) + "]".repeat(5_000);
        for (var body : List.of(
                "{}",
                "{\"writes\":[]}",
                "{\"writes\":[{\"object\":\"document:a\"}]}",
                "{\"writes\":[null]}",
                "{\"preconditions\":[{}],\"writes\":[]}",
                "{\"writes\":[{\"object\":\"document:a\",\"relation\":\"viewer\",\"user\":\"person:b\",\"condition\":"
                        + "{\"name\":\"until\",\"context\":{\"x\":" + deep + "}}}]}",
                "{\"writes\":[{\"object\":\"document:a\",\"relation\":\"viewer\",\"user\":\"person:b\",\"condition\":"
                        + "{\"name\":\"until\",\"context\":{\"x\":null}}}]}"))
            assertThat(admin.post("/v1/relationships", body).status()).as(body).isIn(400, 422);
        for (var query : List.of("after=x", "relation=viewer", "limit=0", "limit=1001", "colour=red", "after=AAAKAAoA"))
            assertThat(admin.get("/v1/relationships?" + query).status())
                    .as(query)
                    .isEqualTo(422);
        for (var query : List.of("", "?object=charter", "?object=a:b&user=c:d", "?user=person:*"))
            assertThat(admin.delete("/v1/relationships" + query).status())
                    .as(query)
                    .isEqualTo(422);
        for (var query : List.of("after=x", "after=1-2-3", "limit=5000", "after=99999999999999999999-1"))
            assertThat(admin.get("/v1/relationships/changes?" + query).status())
                    .as(query)
                    .isEqualTo(422);
    }

    @Test
    void only_who_may_administer_permissions_comes_in() {
        var bob = house.person("bob").signedIn();
        for (var reply : List.of(
                bob.get("/v1/relationships?object=a:b"),
                bob.post("/v1/relationships", Json.object("writes", List.of(BOB_EDITS))),
                bob.delete("/v1/relationships?object=document:charter"),
                bob.get("/v1/relationships/changes")))
            assertThat(reply.refusal()).isEqualTo("403 not-allowed");
        assertThat(house.caller().get("/v1/relationships/changes").refusal()).isEqualTo("401 not-signed-in");
    }

    @Test
    void the_row_of_changes_is_read_to_its_end_and_on_from_there() {
        var start = changes("after=latest").at("/next").asText();
        write(List.of(BOB_EDITS, STAFF_VIEWS), List.of());
        write(List.of(), List.of(BOB_EDITS));

        var first = changes("limit=2&after=" + start);
        assertThat(told(first)).containsExactly("written person:bob", "written group:staff#member");
        var second = changes("after=" + first.at("/next").asText());
        assertThat(told(second)).containsExactly("deleted person:bob");
        var third = changes("after=" + second.at("/next").asText());
        assertThat(told(third)).isEmpty();
        assertThat(told(changes("object_type=group&after=" + start))).isEmpty();
        assertThat(told(changes("after=" + first.at("/changes/0/cursor").asText())))
                .containsExactly("written group:staff#member", "deleted person:bob");
    }

    @Test
    void who_was_away_for_longer_than_changes_are_kept_is_told_how_to_begin_anew() {
        var start = changes("after=latest").at("/next").asText();
        write(List.of(BOB_EDITS), List.of());
        write(List.of(STAFF_VIEWS), List.of());
        house.clock().pass(Duration.ofMillis(2));
        new Trimming(house.database(), Duration.ofMillis(1)).trim();

        for (var query : List.of("", "?after=" + start, "?after=0-0")) {
            var page = admin.get("/v1/relationships/changes" + query);
            assertThat(page.refusal()).isEqualTo("410 changes-gone");
            assertThat(page.text("/detail")).contains("after=latest").contains("read all relationships");
        }
        assertThat(streamStatus(start)).isEqualTo(410);
        assertThat(told(changes("after=earliest"))).containsExactly("written group:staff#member");
        assertThat(told(changes("after=latest"))).isEmpty();
        assertThat(listed("object=document:charter")).hasSize(2);
    }

    private int streamStatus(String after) {
        try {
            return stream(after).statusCode();
        } catch (IOException | InterruptedException fault) {
            throw new AssertionError(fault);
        }
    }

    @Test
    void listeners_hear_of_changes_as_they_happen_and_go_on_where_they_were() throws Exception {
        write(List.of(BOB_EDITS), List.of());
        var last = changes("").at("/changes").findValuesAsText("cursor").getLast();
        try (var events = listen(last)) {
            write(List.of(STAFF_VIEWS), List.of());
            var event = next(events);
            assertThat(event).containsEntry("event", "written");
            assertThat(Json.read(event.get("data")).at("/relationship/user").asText())
                    .isEqualTo("group:staff#member");
            last = event.get("id");
        }
        write(List.of(), List.of(STAFF_VIEWS));
        try (var events = listen(last)) {
            assertThat(next(events)).containsEntry("event", "deleted");
        }
    }

    @Test
    void one_alone_does_not_take_all_the_places_to_listen() throws Exception {
        var open = new ArrayList<InputStream>();
        for (int i = 0; i < 20; i++) {
            var stream = stream("0-0");
            assertThat(stream.statusCode()).isEqualTo(200);
            open.add(stream.body());
        }
        var refused = stream("0-0");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).contains("10");
        assertThat(new String(refused.body().readAllBytes(), StandardCharsets.UTF_8))
                .contains("you-listen-already");
        for (var stream : open) stream.close();
    }

    @Test
    void everything_about_somebody_goes_in_one_call() {
        write(
                List.of(
                        BOB_EDITS,
                        relationship("group:staff", "member", "person:bob"),
                        relationship("group:staff", "member", "person:carol"),
                        STAFF_VIEWS),
                List.of());
        assertThat(admin.delete("/v1/relationships?user=person:bob").status()).isEqualTo(200);
        assertThat(listed("user=person:bob")).isEmpty();
        assertThat(listed("object=group:staff")).containsExactly("group:staff#member@person:carol");
        admin.delete("/v1/relationships?object=group:staff");
        assertThat(listed("object_type=document")).isEmpty();
    }

    @Test
    void the_figures_tell_what_answers() {
        assertThat(house.caller().get("/metrics").http().body())
                .contains("permissions_memory_bytes", "permissions_questions_total{by=\"memory\"}");
    }

    private Reply write(List<?> writes, List<?> deletes) {
        return admin.post("/v1/relationships", Json.object("writes", writes, "deletes", deletes));
    }

    private List<String> listed(String query) {
        var reply = admin.get("/v1/relationships?" + query);
        return StreamSupport.stream(reply.json().at("/relationships").spliterator(), false)
                .map(item -> item.at("/object").asText() + "#"
                        + item.at("/relation").asText() + "@" + item.at("/user").asText())
                .toList();
    }

    private JsonNode changes(String query) {
        return admin.get("/v1/relationships/changes?" + query).json();
    }

    private static List<String> told(JsonNode page) {
        return StreamSupport.stream(page.at("/changes").spliterator(), false)
                .map(change -> change.at("/kind").asText() + " "
                        + change.at("/relationship/user").asText())
                .toList();
    }

    private BufferedReader listen(String lastEventId) throws IOException, InterruptedException {
        var response = stream(lastEventId);
        assertThat(response.headers().firstValue("Content-Type")).contains("text/event-stream");
        return new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }

    private HttpResponse<InputStream> stream(String lastEventId) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(house.url("/v1/relationships/changes"))
                .header("Authorization", admin.authorization().orElseThrow())
                .header("Accept", "text/event-stream")
                .header("Last-Event-ID", lastEventId)
                .build();
        return house.http().send(request, BodyHandlers.ofInputStream());
    }

    /// The fields of the next event that has data.
    private static Map<String, String> next(BufferedReader events) throws IOException {
        var event = new HashMap<String, String>();
        for (var line = events.readLine(); line != null; line = events.readLine()) {
            if (line.isEmpty() && event.containsKey("data")) return event;
            var colon = line.indexOf(": ");
            if (colon > 0) event.put(line.substring(0, colon), line.substring(colon + 2));
        }
        throw new AssertionError("the stream ended");
    }

    private static Map<String, Object> relationship(String object, String relation, String user) {
        return Map.of("object", object, "relation", relation, "user", user);
    }
}
