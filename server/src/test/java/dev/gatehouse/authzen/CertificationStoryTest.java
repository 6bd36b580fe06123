package dev.gatehouse.authzen;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.testing.Json;
import dev.gatehouse.testing.Reply;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The working group's certification scenario, level by level, as its harness would go through it.
///
/// @spec https://openid.github.io/authzen/ AuthZEN certification scenario
@EachDatabase
class CertificationStoryTest {

    private static final String ALICE = "\"subject\":{\"type\":\"user\",\"id\":\"alice\"}";
    private static final String BOB = "\"subject\":{\"type\":\"user\",\"id\":\"bob\"}";
    private static final String ADMIN =
            "\"subject\":{\"type\":\"user\",\"id\":\"bob\",\"properties\":{\"role\":\"admin\"}}";
    private static final String USERS = "\"subject\":{\"type\":\"user\"}";
    private static final String READ = "\"action\":{\"name\":\"read\"}";
    private static final String WRITE = "\"action\":{\"name\":\"write\"}";
    private static final String RECORD_1 = "\"resource\":{\"type\":\"record\",\"id\":\"record-1\"}";
    private static final String RECORD_2 = "\"resource\":{\"type\":\"record\",\"id\":\"record-2\"}";
    private static final String ACTIVE =
            "\"resource\":{\"type\":\"record\",\"id\":\"record-1\",\"properties\":{\"status\":\"active\"}}";
    private static final String ARCHIVED =
            "\"resource\":{\"type\":\"record\",\"id\":\"record-2\",\"properties\":{\"status\":\"archived\"}}";
    private static final String RECORDS = "\"resource\":{\"type\":\"record\"}";

    private final AskedHouse house;

    CertificationStoryTest(TestDatabase on) {
        house = new AskedHouse(on, Scenes.CERTIFICATION);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void basic_core() {
        assertDecision(true, ALICE, READ, RECORD_1);
        assertDecision(true, ALICE, WRITE, RECORD_1);
        assertDecision(true, BOB, READ, RECORD_1);
        assertDecision(false, BOB, WRITE, RECORD_1);
        assertDecision(true, ALICE, READ, RECORD_1, "\"context\":{\"time\":\"2025-06-27T18:03-07:00\",\"ip\":\"::1\"}");
        assertDecision(true, ALICE, READ, RECORD_1, "\"foo\":\"bar\"", "\"futureField\":{\"nested\":[true,null]}");
        assertDecision(
                true,
                "\"subject\":{\"type\":\"user\",\"id\":\"alice\",\"properties\":{\"department\":\"Sales\"},\"new\":1}",
                "\"action\":{\"name\":\"read\",\"properties\":{\"method\":\"GET\"}}",
                ACTIVE);
    }

    @Test
    void basic_properties() {
        assertDecision(false, ALICE, WRITE, ARCHIVED);
        assertDecision(true, ADMIN, WRITE, ARCHIVED);
        assertDecision(true, ALICE, softly(true), RECORD_1);
        assertDecision(false, ALICE, softly(false), RECORD_1);
    }

    @Test
    void batch_core() {
        assertThat(decisions(all(ALICE, READ, "\"evaluations\":[{" + RECORD_1 + "},{" + RECORD_2 + "}]")))
                .containsExactly(true, false);
        assertThat(decisions(all(BOB, RECORD_1, "\"evaluations\":[{" + READ + "},{" + WRITE + "}]")))
                .containsExactly(true, false);
        assertThat(decisions(all("\"evaluations\":[{" + String.join(",", ALICE, READ, RECORD_1) + "},{"
                        + String.join(",", BOB, WRITE, RECORD_1) + "}]")))
                .containsExactly(true, false);
        assertThat(decisions(all(
                        ALICE,
                        READ,
                        "\"context\":{\"time\":\"2025-06-27T18:03-07:00\"}",
                        "\"evaluations\":[{" + RECORD_1 + "},{" + RECORD_2 + ",\"context\":{\"source\":\"here\"}}]")))
                .containsExactly(true, false);
    }

    @Test
    void batch_properties() {
        assertThat(decisions(all(ALICE, WRITE, "\"evaluations\":[{" + ACTIVE + "},{" + ARCHIVED + "}]")))
                .containsExactly(true, false);
        assertThat(decisions(all(WRITE, ARCHIVED, "\"evaluations\":[{" + ALICE + "},{" + ADMIN + "}]")))
                .containsExactly(false, true);
        assertThat(decisions(all(
                        ALICE,
                        WRITE,
                        RECORDS,
                        "\"evaluations\":[{\"resource\":{\"id\":\"record-1\",\"properties\":{\"status\":\"active\"}}},{"
                                + ARCHIVED + "}]")))
                .containsExactly(true, false);
    }

    @Test
    void a_faulty_evaluation_spoils_no_other() {
        var reply = all(ALICE, READ, "\"evaluations\":[{" + RECORD_1 + "},{},{\"resource\":{\"type\":\"record\"}}]");
        assertThat(decisions(reply)).containsExactly(true, false, false);
        assertThat(reply.json().at("/evaluations/1/context/error/status").asInt())
                .isEqualTo(400);
        assertThat(reply.text("/evaluations/1/context/error/message")).isEqualTo("/evaluations/1/resource is required");
        assertThat(reply.text("/evaluations/2/context/error/message"))
                .isEqualTo("/evaluations/2/resource/id is required");
        assertThat(reply.json().has("decision")).isFalse();
    }

    @Test
    void without_evaluations_it_is_a_single_one() {
        for (var none : List.of("\"more\":1", "\"evaluations\":[]", "\"evaluations\":null")) {
            var reply = all(ALICE, READ, RECORD_1, none);
            assertThat(reply.http().body()).isEqualTo("{\"decision\":true}");
        }
        assertThat(all(ALICE, READ).status()).isEqualTo(400);
        assertThat(all(ALICE, READ).text("/error/message")).isEqualTo("/resource is required");
    }

    @Test
    void search_core() {
        assertThat(ids(search("subject", USERS, READ, RECORD_1))).containsExactly("alice", "bob");
        assertThat(ids(search("subject", USERS, READ, RECORD_1, "\"context\":{\"time\":\"now\"}")))
                .containsExactly("alice", "bob");
        assertThat(ids(search("resource", ALICE, READ, RECORDS))).containsExactly("record-1");
        assertThat(names(search("action", ALICE, RECORD_1))).contains("read", "write");
        assertThat(names(search("action", ALICE, RECORD_1, "\"context\":{\"time\":\"now\"}")))
                .contains("read", "write");
    }

    @Test
    void search_properties() {
        assertThat(ids(search("subject", USERS, WRITE, ARCHIVED))).containsExactly("bob");
        assertThat(ids(search("resource", ADMIN, WRITE, RECORDS))).containsExactly("record-2");
        assertThat(names(search("action", ADMIN, ARCHIVED))).contains("write");
    }

    @Test
    void the_id_of_what_is_searched_for_is_passed_over() {
        assertThat(ids(search("subject", BOB, READ, RECORD_1))).containsExactly("alice", "bob");
        assertThat(ids(search("resource", ALICE, READ, RECORD_2))).containsExactly("record-1");
    }

    @Test
    void of_what_is_not_known_nothing_is_found() {
        assertThat(search("action", "\"subject\":{\"type\":\"user\",\"id\":\"nobody\"}", RECORD_1)
                        .http()
                        .body())
                .isEqualTo("{\"results\":[]}");
        var spaceships = search("subject", "\"subject\":{\"type\":\"spaceship\"}", READ, RECORD_1);
        assertThat(spaceships.status()).isEqualTo(200);
        assertThat(ids(spaceships)).isEmpty();
        assertThat(spaceships.text("/context/id")).isEqualTo("not_in_model");
        assertThat(spaceships.text("/context/reason_admin/en")).contains("spaceship");
        assertThat(ids(search("resource", ALICE, "\"action\":{\"name\":\"shred\"}", RECORDS)))
                .isEmpty();
    }

    @Test
    void pages() {
        var first = search("subject", USERS, READ, RECORD_1, "\"page\":{\"limit\":1}");
        assertThat(ids(first)).containsExactly("alice");
        assertThat(first.json().at("/page/count").asInt()).isEqualTo(1);
        assertThat(first.json().at("/page/total").asInt()).isEqualTo(2);
        var token = first.text("/page/next_token");
        assertThat(token).isNotEmpty();
        var second = search("subject", USERS, READ, RECORD_1, "\"page\":{\"token\":\"" + token + "\"}");
        assertThat(ids(second)).containsExactly("bob");
        assertThat(second.json().at("/page/next_token").isTextual()).isTrue();
        assertThat(second.text("/page/next_token")).isEmpty();
    }

    @Test
    void whoever_asks_for_no_page_and_gets_everything_is_told_of_none() {
        assertThat(search("resource", ALICE, READ, RECORDS).http().body())
                .isEqualTo("{\"results\":[{\"type\":\"record\",\"id\":\"record-1\"}]}");
    }

    private void assertDecision(boolean expected, String... members) {
        var reply = house.evaluate(object(members));
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Content-Type")).contains("application/json");
        assertThat(reply.http().body()).as(object(members)).isEqualTo("{\"decision\":" + expected + "}");
    }

    private Reply all(String... members) {
        return house.evaluateAll(object(members));
    }

    private Reply search(String what, String... members) {
        return house.search(what, object(members));
    }

    private static String softly(boolean soft) {
        return "\"action\":{\"name\":\"delete\",\"properties\":" + Json.object("soft", soft) + "}";
    }

    private static String object(String... members) {
        return "{" + String.join(",", members) + "}";
    }

    private static List<Boolean> decisions(Reply reply) {
        assertThat(reply.status()).isEqualTo(200);
        return each(reply.json().at("/evaluations"), "decision", JsonNode::asBoolean);
    }

    private static List<String> ids(Reply reply) {
        assertThat(reply.status()).isEqualTo(200);
        return each(reply.json().at("/results"), "id", JsonNode::asText);
    }

    private static List<String> names(Reply reply) {
        assertThat(reply.status()).isEqualTo(200);
        return each(reply.json().at("/results"), "name", JsonNode::asText);
    }

    private static <T> List<T> each(JsonNode list, String member, Function<JsonNode, T> as) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(item -> as.apply(item.get(member)))
                .toList();
    }
}
