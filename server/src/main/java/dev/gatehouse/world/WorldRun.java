package dev.gatehouse.world;

import dev.gatehouse.permissions.model.AuthorizationModel;
import dev.gatehouse.permissions.relation.Relationship;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/// Asks the questions of a world and compares the answers with what it claims.
public final class WorldRun {

    private final World world;
    private final BiFunction<AuthorizationModel, List<Relationship>, Engine> engines;

    /// Of the obvious engine, which needs nothing.
    public WorldRun(World world) {
        this(world, Engine::plain);
    }

    /// @param engines what answers about a model and the relationships that stand
    public WorldRun(World world, BiFunction<AuthorizationModel, List<Relationship>, Engine> engines) {
        this.world = world;
        this.engines = engines;
    }

    /// What became of the claims of one test.
    public record Ran(World.Test test, List<Outcome> outcomes) {

        public Ran {
            outcomes = List.copyOf(outcomes);
        }

        public List<Outcome> failures() {
            return outcomes.stream().filter(outcome -> !outcome.holds()).toList();
        }
    }

    /// Makes every test of the world, in its order.
    public List<Ran> run() {
        return world.tests().stream().map(this::run).toList();
    }

    /// Makes one test: what stands in it stands beside what the world has.
    public Ran run(World.Test test) {
        var relationships = new ArrayList<>(world.relationships());
        relationships.addAll(test.relationships());
        var asking = new Asking(engines.apply(world.model(), relationships));
        return new Ran(test, test.claims().stream().map(asking::ask).toList());
    }
}
