package dev.gatehouse.migrations.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.mapper.Database;
import dev.gatehouse.mapper.Dialect;
import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.migrations.RandomSchema;
import dev.gatehouse.migrations.SchemaText;
import dev.gatehouse.migrations.engine.Engine;
import dev.gatehouse.migrations.engine.Script;
import dev.gatehouse.migrations.operation.Creation;
import dev.gatehouse.migrations.operation.Inverse;
import dev.gatehouse.migrations.operation.Operation;
import dev.gatehouse.migrations.operation.Replay;
import dev.gatehouse.migrations.shape.SchemaShape;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// From one random schema to another and back: the script leaves the text that the online run leaves.
@EachDatabase
class ScriptPropertyTest {

    private static final int WALKS = Integer.getInteger("gatehouse.walks", 20);

    private final Database database;
    private final Engine engine;
    private final Script script;

    ScriptPropertyTest(TestDatabase on) {
        database = on.open();
        engine = Engine.of(on.dialect());
        script = Script.of(on.dialect());
    }

    @Test
    void a_script_leaves_what_the_online_run_leaves() throws SQLException {
        var walked = 0;
        for (var seed = 0; walked < WALKS; seed++) {
            var dice = new RandomSchema(new Random(seed));
            var from = dice.roll();
            var to = dice.roll();
            if (DifferencePropertyTest.changesIncompatibly(from, to)) continue;
            walk(seed, from, to);
            walked++;
        }
    }

    private void walk(int seed, SchemaShape from, SchemaShape to) throws SQLException {
        try (var connection = database.connect();
                var _ = engine.lock(connection, "test", java.time.Duration.ofSeconds(5), _ -> {})) {
            var first = Creation.of(from);
            online(connection, first, SchemaShape.EMPTY);
            var atFrom = SchemaText.of(connection);
            var there = Comparison.of(connection, engine, from, to, Set.of()).upgrade();
            var back = Inverse.of(there, from);
            online(connection, there, from);
            var atTo = SchemaText.of(connection);
            var after = Replay.all(from, there);

            offline(connection, back, after);
            assertThat(SchemaText.of(connection)).as("seed %d, back", seed).isEqualTo(atFrom);
            offline(connection, there, from);
            assertThat(SchemaText.of(connection)).as("seed %d, there", seed).isEqualTo(atTo);
            offline(connection, back, after);
            offline(connection, Inverse.of(first, SchemaShape.EMPTY), from);
            assertThat(SchemaText.of(connection))
                    .as("seed %d, nothing left", seed)
                    .isEmpty();
        }
    }

    private void online(Connection connection, List<Operation> operations, SchemaShape before) throws SQLException {
        engine.inTransaction(connection, () -> {
            for (var change : engine.plan(operations, before)) engine.run(connection, change, Set.of());
            return null;
        });
    }

    private void offline(Connection connection, List<Operation> operations, SchemaShape before) throws SQLException {
        var lines = new ArrayList<>(script.opening());
        lines.addAll(script.begin("test"));
        script.plan(operations, before).forEach(change -> lines.addAll(script.of(change)));
        lines.addAll(script.commit());
        lines.addAll(script.closing());
        lines.addAll(script.opening());
        try (var statement = connection.createStatement()) {
            if (engine.dialect() == Dialect.SQLITE) statement.executeUpdate(String.join("\n", lines));
            else statement.execute(String.join("\n", lines));
        }
    }
}
