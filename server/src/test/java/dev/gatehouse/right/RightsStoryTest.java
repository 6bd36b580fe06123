package dev.gatehouse.right;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.testing.Caller;
import dev.gatehouse.testing.Json;
import dev.gatehouse.testing.TestHouse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Gatehouse's own rights are relationships, given and taken like any other.
@EachDatabase
class RightsStoryTest {

    private static final String QUESTION =
            Json.object("user", "person:eve", "relation", "administrator", "object", "gatehouse:main");

    /// A door a right, each asked with something that it understands.
    private static final Map<String, String> DOORS = Map.of(
            "administer_accounts", "/v1/accounts",
            "administer_clients", "/v1/clients",
            "administer_permissions", "/v1/relationships",
            "read_audit", "/v1/audit");

    private final TestHouse house;
    private final Caller admin;

    RightsStoryTest(TestDatabase on) {
        house = TestHouse.on(on);
        admin = house.administrator("alice").signedIn();
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void nobody_has_any_right_unless_a_relationship_says_so() {
        var bob = house.person("bob").signedIn();
        DOORS.values()
                .forEach(door -> assertThat(bob.get(door).status()).as(door).isEqualTo(403));
        assertThat(bob.post("/v1/check", QUESTION).status()).isEqualTo(403);
        assertThat(house.caller().post("/v1/check", QUESTION).status()).isEqualTo(401);
    }

    @Test
    void a_right_opens_its_door_and_no_other_and_is_gone_when_it_is_taken() {
        var bob = house.person("bob");
        DOORS.forEach((right, door) -> {
            grant(right, "person:" + bob.id());
            DOORS.values()
                    .forEach(other -> assertThat(bob.signedIn().get(other).status())
                            .as(right + " at " + other)
                            .isEqualTo(other.equals(door) ? 200 : 403));
            take(right, "person:" + bob.id());
            assertThat(bob.signedIn().get(door).status()).isEqualTo(403);
        });
    }

    @Test
    void a_right_comes_through_a_group_too() {
        var bob = house.person("bob");
        grant("read_audit", "group:auditors#member");
        write("group:auditors", "member", "person:" + bob.id());
        var records = bob.signedIn().get("/v1/audit?limit=10").json().at("/records");
        assertThat(records.findValuesAsText("action")).contains("relationship.changed");
    }

    @Test
    void an_application_asks_by_its_own_secret_once_it_may() {
        var client = admin.post(
                        "/v1/clients",
                        Json.write(Map.of("client_name", "Web shop", "grant_types", List.of("client_credentials"))))
                .json();
        var id = client.at("/client_id").asText();
        var secret = client.at("/client_secret").asText();
        var basic = Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
        var shop = house.caller().authorized("Basic " + basic);
        assertThat(shop.post("/v1/check", QUESTION).status()).isEqualTo(403);
        grant("ask", "client:" + id);
        assertThat(shop.post("/v1/check", QUESTION).json().at("/allowed").asBoolean())
                .isFalse();
        assertThat(house.caller()
                        .authorized("Basic " + basic + "x")
                        .post("/v1/check", QUESTION)
                        .status())
                .isEqualTo(401);
    }

    @Test
    void whoever_may_administer_accounts_cannot_make_himself_an_administrator() {
        var bob = house.person("bob");
        grant("administer_accounts", "person:" + bob.id());
        var refused = bob.signedIn().patch("/v1/accounts/" + bob.id(), "{\"administrator\":true}");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(bob.signedIn().get("/v1/me").json().at("/administrator").asBoolean())
                .isFalse();
    }

    @Test
    void an_administrator_whom_there_is_not_stands_in_nobodys_way() {
        var bob = house.person("bob");
        grant("administrator", "person:bob");
        grant("administrator", "person:1-1-1-1-1");
        assertThat(admin.patch("/v1/accounts/" + bob.id(), "{\"status\":\"disabled\"}")
                        .status())
                .isEqualTo(200);
        assertThat(admin.get("/v1/accounts").status()).isEqualTo(200);
    }

    @Test
    void a_model_of_ones_own_changes_nothing_about_who_administers() {
        var model = "model\n  schema 1.1\ntype person\ntype group\n  relations\n    define owner: [person]\n";
        assertThat(admin.post("/v1/models", Json.object("text", model)).status())
                .isIn(201, 422);
        assertThat(admin.get("/v1/accounts").status()).isEqualTo(200);
    }

    @Test
    void nobody_writes_a_model_of_gatehouse_itself() {
        var model = "model\n  schema 1.1\ntype gatehouse\n  relations\n    define administrator: [gatehouse]\n";
        var refused = admin.post("/v1/models", Json.object("text", model));
        assertThat(refused.status()).as(refused.toString()).isEqualTo(422);
        assertThat(refused.toString()).contains("this server's own");
    }

    /// One that was written before that was refused.
    @Test
    void an_administrator_is_appointed_whatever_model_was_written() {
        var model = "model\n  schema 1.1\ntype person\ntype document\n  relations\n    define owner: [person]\n"
                + "type group\n  relations\n    define owner: [person]\n";
        assertThat(admin.post("/v1/models", Json.object("text", model)).status())
                .isEqualTo(201);
        var bob = house.person("bob");
        assertThat(admin.patch("/v1/accounts/" + bob.id(), "{\"administrator\":true}")
                        .status())
                .isEqualTo(200);
        assertThat(bob.signedIn().get("/v1/relationships").status()).isEqualTo(200);
    }

    private void grant(String right, String user) {
        write("gatehouse:main", right, user);
    }

    private void take(String right, String user) {
        change("deletes", "gatehouse:main", right, user);
    }

    private void write(String object, String relation, String user) {
        change("writes", object, relation, user);
    }

    private void change(String kind, String object, String relation, String user) {
        var relationship = Map.of("object", object, "relation", relation, "user", user);
        var reply = admin.post("/v1/relationships", Json.write(Map.of(kind, List.of(relationship))));
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
    }
}
