package dev.gatehouse.openfga;

import static dev.gatehouse.openfga.TestStore.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.model.Models;
import dev.gatehouse.model.ReadyModel;
import dev.gatehouse.notice.Notices;
import dev.gatehouse.relation.Relationships;
import dev.gatehouse.testing.Await;
import dev.gatehouse.testing.Caller;
import dev.gatehouse.testing.Json;
import dev.gatehouse.testing.Race;
import dev.gatehouse.testing.Rows;
import dev.gatehouse.testing.TestHouse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Stores come and go.
@EachDatabase
class StoreStoryTest {

    private final TestHouse house;
    private final Caller alice;

    StoreStoryTest(TestDatabase on) {
        house = TestHouse.on(on);
        alice = house.administrator("alice").signedIn();
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void a_store_is_made_and_shown() {
        var made = alice.post("/openfga/stores", Json.object("name", "web shop"));
        assertThat(made.status()).isEqualTo(201);
        var id = made.text("/id");
        assertThat(id).matches("[0-9A-HJKMNP-TV-Z]{26}");
        assertThat(made.header("Location")).contains("/openfga/stores/" + id);

        var shown = alice.get("/openfga/stores/" + id);
        assertThat(shown.json()).isEqualTo(made.json());
        assertThat(shown.text("/name")).isEqualTo("web shop");
        assertThat(shown.text("/created_at"))
                .isEqualTo(shown.text("/updated_at"))
                .endsWith("Z");
    }

    @Test
    void the_tenant_main_is_a_store_too_and_stays() {
        var main = alice.get("/openfga/stores/" + StoreId.MAIN);
        assertThat(main.text("/id")).isEqualTo(StoreId.MAIN);
        assertThat(main.text("/name")).isEqualTo("Main");

        var removed = alice.delete("/openfga/stores/" + StoreId.MAIN);
        assertThat(refusal(removed)).isEqualTo("400 validation_error");
        assertThat(removed.text("/message")).contains("cannot be removed");
        assertThat(alice.get("/openfga/stores/" + StoreId.MAIN).status()).isEqualTo(200);
    }

    @Test
    void stores_are_listed_page_by_page() {
        var made = IntStream.range(0, 5)
                .mapToObj(i -> TestStore.make(alice, "shop " + i % 2).id())
                .toList();
        assertThat(listed("page_size=2")).containsExactlyInAnyOrderElementsOf(with(made, StoreId.MAIN));
        assertThat(listed("page_size=1&name=shop%200"))
                .containsExactlyInAnyOrder(made.get(0), made.get(2), made.get(4));
        assertThat(listed("name=shop")).isEmpty();
    }

    private List<String> listed(String query) {
        var ids = new ArrayList<String>();
        var token = "";
        do {
            var page = alice.get("/openfga/stores?" + query + "&continuation_token=" + token);
            page.json().get("stores").forEach(store -> ids.add(store.get("id").asText()));
            token = page.text("/continuation_token");
        } while (!token.isEmpty());
        return ids;
    }

    private static List<String> with(List<String> some, String another) {
        var all = new ArrayList<>(some);
        all.add(another);
        return all;
    }

    @Test
    void a_store_that_is_removed_is_gone_with_everything_in_it() {
        var store = TestStore.office(alice);
        store.tuples("document:charter#viewer@person:bob");
        assertThat(store.allows("document:charter#viewer@person:bob")).isTrue();
        assertThat(store.put("/assertions/" + store.model(), Map.of("assertions", List.of()))
                        .status())
                .isEqualTo(204);

        assertThat(alice.delete("/openfga/stores/" + store.id()).status()).isEqualTo(204);

        assertThat(refusal(store.get(""))).isEqualTo("404 store_id_not_found");
        assertThat(refusal(store.tuples("document:charter#viewer@person:carol")))
                .isEqualTo("400 latest_authorization_model_not_found");
        assertThat(listed("")).doesNotContain(store.id());
        assertThat(rowsOf(store.id())).isZero();
        // To remove what is not there is no fault, as with OpenFGA.
        assertThat(alice.delete("/openfga/stores/" + store.id()).status()).isEqualTo(204);
    }

    @Test
    void who_writes_into_a_store_that_goes_at_this_moment_is_told_and_leaves_nothing() {
        for (int round = 0; round < 5; round++) {
            var store = TestStore.office(alice);
            var statuses = Race.of(16, number -> {
                var reply = number == 7
                        ? alice.delete("/openfga/stores/" + store.id())
                        : store.tuples("document:" + number + "#viewer@person:bob");
                return reply.status();
            });
            assertThat(statuses).isSubsetOf(200, 204, 400, 404, 409).containsOnlyOnce(204);
            var stores = stores();
            while (house.database().<Integer>write(tx -> stores.sweep(tx, 500)) == 500)
                assertThat(refusal(store.get(""))).isEqualTo("404 store_id_not_found");
            assertThat(rowsOf(store.id())).isZero();
        }
    }

    @Test
    void what_is_too_much_to_be_cleared_at_once_is_swept_away_later() {
        var store = TestStore.office(alice);
        for (int part = 0; part < 3; part++) {
            var from = part * 900;
            store.tuples(IntStream.range(from, from + 900)
                    .mapToObj(i -> "document:" + i + "#viewer@person:bob")
                    .toArray(String[]::new));
        }
        assertThat(alice.delete("/openfga/stores/" + store.id()).status()).isEqualTo(204);
        assertThat(rowsOf(store.id())).isPositive();
        assertThat(refusal(store.get(""))).isEqualTo("404 store_id_not_found");

        var stores = stores();
        while (house.database().<Integer>write(tx -> stores.sweep(tx, 500)) == 500)
            assertThat(refusal(store.get(""))).isEqualTo("404 store_id_not_found");
        assertThat(rowsOf(store.id())).isZero();
    }

    @Test
    void another_node_soon_knows_that_a_store_is_gone() {
        try (var neighbour = house.neighbour()) {
            var store = TestStore.office(alice);
            var there =
                    store.as(neighbour.caller().authorized(alice.authorization().orElseThrow()));
            assertThat(there.get("").status()).isEqualTo(200);
            alice.delete("/openfga/stores/" + store.id());
            Await.until(() -> there.get("").status() == 404);
        }
    }

    private Stores stores() {
        var database = house.database();
        var audit = house.house().audit();
        var notices = new Notices(database);
        var models = new Models(database, audit, notices, ReadyModel::of);
        var relationships = new Relationships(database, audit, (_, _) -> ReadyModel.MODEL);
        return new Stores(database, audit, notices, models, relationships, house.clock());
    }

    /// In all tables together.
    private long rowsOf(String tenantId) {
        var tables = List.of(
                "relationship", "relationship_change", "relationship_head", "authorization_model", "model_assertions");
        var ids = new ArrayList<>(Rows.texts(house.database(), "tenant", "id"));
        tables.forEach(table -> ids.addAll(Rows.texts(house.database(), table, "tenant_id")));
        return ids.stream().filter(tenantId::equals).count();
    }
}
