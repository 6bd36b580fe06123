package dev.gatehouse.relation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.audit.Origin;
import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.permissions.relation.ConditionUse;
import dev.gatehouse.permissions.relation.Edges;
import dev.gatehouse.permissions.relation.PlainSnapshot;
import dev.gatehouse.permissions.relation.Relationship;
import dev.gatehouse.permissions.relation.Snapshot;
import dev.gatehouse.tenant.Tenant;
import dev.gatehouse.testing.TestHouse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What the database tells is what the obvious snapshot of the same relationships tells.
@EachDatabase
class SnapshotStoreTest {

    private static final List<String> DOCUMENTS = List.of("document:charter", "document:Charter", "document:план");
    private static final List<String> GROUPS = List.of("group:staff", "group:staff-2", "group:all");
    private static final List<String> PEOPLE = List.of("person:bob", "person:alice", "person:*", "person:_");
    private static final List<String> RELATIONS = List.of("viewer", "editor", "member", "parent");
    private static final List<String> TYPES = List.of("document", "group", "person", "doc", "folder");

    private final TestHouse house;
    private final Relationships relationships;

    SnapshotStoreTest(TestDatabase on) {
        house = TestHouse.on(on);
        relationships = new Relationships(house.database(), house.house().audit(), (_, _) -> Office.MODEL);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void it_answers_as_the_obvious_one_does() {
        var seed = new Random().nextLong();
        var random = new Random(seed);
        var standing = new LinkedHashMap<RelationshipKey, Relationship>();
        for (int round = 0; round < 12; round++) {
            change(random, standing);
            var plain = PlainSnapshot.of(standing.values());
            house.database().snapshot(tx -> {
                assertThat(told(new SnapshotStore(tx, Tenant.MAIN), random))
                        .as("seed " + seed)
                        .isEqualTo(told(plain, random));
                return null;
            });
        }
    }

    @Test
    void nothing_of_another_tenant_is_seen() {
        house.database().run(tx -> {
            relationships.write(tx, Tenant.MAIN, Changes.write(random(new Random(1), 0)), Origin.SERVER);
        });
        house.database().snapshot(tx -> {
            var elsewhere = new SnapshotStore(tx, "elsewhere");
            assertThat(names().map(elsewhere::find)).containsOnly(Snapshot.NOBODY);
            return null;
        });
    }

    private void change(Random random, Map<RelationshipKey, Relationship> standing) {
        house.database().run(tx -> {
            var store = new RelationshipStore();
            var gone = standing.keySet().stream()
                    .filter(_ -> random.nextInt(4) == 0)
                    .toList();
            store.remove(tx, Tenant.MAIN, gone);
            gone.forEach(standing::remove);
            var come = new HashMap<RelationshipKey, Relationship>();
            for (int i = 0; i < 12; i++) {
                var relationship = random(random, i);
                var key = RelationshipKey.of(relationship);
                if (!standing.containsKey(key)) come.put(key, relationship);
            }
            store.add(tx, Tenant.MAIN, come.values(), 1);
            standing.putAll(come);
        });
    }

    private static Relationship random(Random random, int number) {
        var users = new ArrayList<>(PEOPLE);
        GROUPS.forEach(group -> users.addAll(List.of(group + "#member", group)));
        var objects = Stream.concat(DOCUMENTS.stream(), GROUPS.stream()).toList();
        var relationship = Relationship.of(pick(random, objects), pick(random, RELATIONS), pick(random, users));
        return number % 3 == 0
                ? relationship.with(new ConditionUse("until", Map.of("expires", "day " + random.nextInt(3))))
                : relationship;
    }

    private static String pick(Random random, List<String> from) {
        return from.get(random.nextInt(from.size()));
    }

    private static Stream<String> names() {
        return Stream.of(DOCUMENTS, GROUPS, PEOPLE, List.of("group:staff#member", "group:all#member", "person:nobody"))
                .flatMap(List::stream);
    }

    /// Everything that can be asked, by names, in a random order: what was read before must change no answer.
    private static Map<String, Object> told(Snapshot snapshot, Random random) {
        var told = new TreeMap<String, Object>();
        var names = new ArrayList<>(names().toList());
        Collections.shuffle(names, random);
        for (var name : names) {
            var node = snapshot.find(name);
            told.put("find " + name, node != Snapshot.NOBODY);
            for (var relation : RELATIONS) {
                if (random.nextBoolean()) tie(snapshot, told, node, name, relation, names);
                told.put("users " + name + relation, listed(snapshot, snapshot.users(node, relation)));
                told.put("usersets " + name + relation, listed(snapshot, snapshot.usersets(node, relation)));
                tie(snapshot, told, node, name, relation, names);
                for (var type : TYPES)
                    told.put(
                            "objects " + name + type + relation,
                            listed(snapshot, snapshot.objects(node, type, relation)));
            }
        }
        return told;
    }

    private static void tie(
            Snapshot snapshot, Map<String, Object> told, int node, String name, String relation, List<String> names) {
        for (var user : names)
            told.put(name + relation + user, condition(snapshot, snapshot.edge(node, relation, snapshot.find(user))));
    }

    private static Map<String, Object> listed(Snapshot snapshot, Edges edges) {
        var listed = new TreeMap<String, Object>();
        for (int i = 0; i < edges.size(); i++) {
            var node = edges.node(i);
            var name = snapshot.name(node) + " " + snapshot.type(node);
            if (snapshot.isUserset(node))
                name += " " + snapshot.name(snapshot.object(node)) + " " + snapshot.relation(node);
            listed.put(name, condition(snapshot, edges.edge(i)));
        }
        return listed;
    }

    private static Object condition(Snapshot snapshot, int edge) {
        return edge > Snapshot.PLAIN ? snapshot.condition(edge) : edge;
    }
}
