package dev.gatehouse.relation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.permissions.check.Limits;
import dev.gatehouse.permissions.relation.Relationship;
import dev.gatehouse.tenant.Tenant;
import dev.gatehouse.testing.TestHouse;
import dev.gatehouse.world.Engine;
import dev.gatehouse.world.World;
import dev.gatehouse.world.WorldRun;
import dev.gatehouse.world.Worlds;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Our worlds, answered from the database.
@EachDatabase
class StoredWorldsTest {

    private final TestHouse house;
    private final RelationshipStore store = new RelationshipStore();

    StoredWorldsTest(TestDatabase on) {
        house = TestHouse.on(on);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void the_database_answers_as_every_world_claims() {
        for (var file : Worlds.files())
            for (var world : Worlds.of(file)) for (var test : world.tests()) hold(file, world, test);
    }

    private void hold(Path file, World world, World.Test test) {
        var standing = standing(world, test);
        house.database().run(tx -> store.add(tx, Tenant.MAIN, standing.values(), 1));
        house.database().snapshot(tx -> {
            var run = new WorldRun(
                    world, (model, _) -> new Engine(model, new SnapshotStore(tx, Tenant.MAIN), Limits.USUAL));
            assertThat(Worlds.failures(file, run.run(test))).isEmpty();
            return null;
        });
        house.database().run(tx -> store.remove(tx, Tenant.MAIN, List.copyOf(standing.keySet())));
    }

    private static Map<RelationshipKey, Relationship> standing(World world, World.Test test) {
        var standing = new LinkedHashMap<RelationshipKey, Relationship>();
        all(world, test).forEach(one -> standing.put(RelationshipKey.of(one), one));
        return standing;
    }

    private static Collection<Relationship> all(World world, World.Test test) {
        var all = new ArrayList<>(world.relationships());
        all.addAll(test.relationships());
        return all;
    }
}
