package dev.gatehouse.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.gatehouse.permissions.check.Limits;
import dev.gatehouse.permissions.model.AuthorizationModel;
import dev.gatehouse.permissions.relation.Change;
import dev.gatehouse.permissions.relation.MemoryGraph;
import dev.gatehouse.permissions.relation.Relationship;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/// What is true of our worlds, by the obvious engine and by the one in memory; and that their checks and
/// lists never contradict each other.
class WorldsTest {

    @TestFactory
    Stream<DynamicNode> worlds() {
        return Worlds.files().stream()
                .map(file -> dynamicContainer(
                        file.getFileName().toString(),
                        Worlds.of(file).stream().map(world -> dynamicContainer(world.name(), tests(file, world)))));
    }

    private static Stream<DynamicNode> tests(Path file, World world) {
        return world.tests().stream()
                .map(test -> dynamicTest(test.name(), () -> {
                    assertThat(Worlds.failures(file, new WorldRun(world).run(test)))
                            .as("plain")
                            .isEmpty();
                    assertThat(Worlds.failures(file, new WorldRun(world, WorldsTest::inMemory).run(test)))
                            .as("in memory")
                            .isEmpty();
                    var standing = new ArrayList<>(world.relationships());
                    standing.addAll(test.relationships());
                    new Agreement(Engine.plain(world.model(), standing), standing, test).hold();
                }));
    }

    /// Half of it packed, half of it laid over, as if it had come later.
    private static Engine inMemory(AuthorizationModel model, List<Relationship> relationships) {
        var graph = MemoryGraph.empty(0);
        var half = relationships.size() / 2;
        graph.apply(1, changes(relationships.subList(0, half)));
        graph.fold();
        graph.apply(2, changes(relationships.subList(half, relationships.size())));
        return new Engine(model, graph.snapshot(), Limits.USUAL);
    }

    private static List<Change> changes(List<Relationship> relationships) {
        return relationships.stream().map(WorldsTest::written).toList();
    }

    private static Change written(Relationship relationship) {
        return Change.written(relationship);
    }
}
