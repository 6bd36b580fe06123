package dev.gatehouse.migrations.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.mapper.Database;
import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.migrations.RandomSchema;
import dev.gatehouse.migrations.SchemaText;
import dev.gatehouse.migrations.engine.Engine;
import dev.gatehouse.migrations.operation.Operation;
import dev.gatehouse.migrations.operation.Replay;
import dev.gatehouse.migrations.shape.ColumnShape;
import dev.gatehouse.migrations.shape.SchemaShape;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// From one random schema to another and back. Two witnesses say that the way there leads where it should, and
/// that the way back undoes all of it.
@EachDatabase
class DifferencePropertyTest {

    private static final int WALKS = Integer.getInteger("gatehouse.walks", 30);

    private final TestDatabase on;
    private final Engine engine;

    DifferencePropertyTest(TestDatabase on) {
        this.on = on;
        engine = Engine.of(on.dialect());
    }

    @Test
    void any_schema_becomes_any_other_and_comes_back() throws SQLException {
        var database = on.open();
        var walked = 0;
        for (var seed = 0; walked < WALKS; seed++) {
            var dice = new RandomSchema(new Random(seed));
            var from = dice.roll();
            var to = dice.roll();
            if (changesIncompatibly(from, to)) continue;
            walk(database, seed, from, to);
            walked++;
        }
    }

    private void walk(Database database, int seed, SchemaShape from, SchemaShape to) throws SQLException {
        try (var connection = database.connect();
                var _ = engine.lock(connection, "test", java.time.Duration.ofSeconds(5), _ -> {})) {
            go(connection, seed, SchemaShape.EMPTY, from);
            var before = SchemaText.of(connection);

            var there = Comparison.of(connection, engine, from, to, Set.of());
            carryOut(connection, there.upgrade(), from);
            assertThat(Comparison.of(connection, engine, to, to, Set.of()).inWords())
                    .as("seed %d", seed)
                    .isEmpty();
            assertThat(Comparison.of(connection, engine, to, to, Set.of()).drift())
                    .as("seed %d", seed)
                    .isEmpty();

            carryOut(connection, there.downgrade(), Replay.all(from, there.upgrade()));
            assertThat(SchemaText.of(connection)).as("seed %d", seed).isEqualTo(before);
            go(connection, seed, from, SchemaShape.EMPTY);
            assertThat(SchemaText.of(connection)).as("seed %d", seed).isEmpty();
        }
    }

    private void go(Connection connection, int seed, SchemaShape from, SchemaShape to) throws SQLException {
        var comparison = Comparison.of(connection, engine, from, to, Set.of());
        assertThat(comparison.unread()).as("seed %d", seed).isEmpty();
        carryOut(connection, comparison.upgrade(), from);
    }

    private void carryOut(Connection connection, List<Operation> operations, SchemaShape before) throws SQLException {
        engine.inTransaction(connection, () -> {
            for (var change : engine.plan(operations, before)) engine.run(connection, change, Set.of());
            return null;
        });
    }

    /// A truth does not become bytes: there is no rule for that, and none is asked for here.
    static boolean changesIncompatibly(SchemaShape from, SchemaShape to) {
        return from.tables().stream()
                .anyMatch(table -> to.find(table.name()).stream()
                        .anyMatch(other -> table.columns().stream()
                                .anyMatch(column -> other.column(column.name()).stream()
                                        .anyMatch(wanted -> !isPossible(column, wanted)))));
    }

    private static boolean isPossible(ColumnShape column, ColumnShape wanted) {
        return column.type() == wanted.type()
                || Engine.canChange(column.type(), wanted.type()) && Engine.canChange(wanted.type(), column.type());
    }
}
