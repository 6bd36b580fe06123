package dev.gatehouse.migrations.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.mapper.Dialect;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.migrations.RandomSchema;
import dev.gatehouse.migrations.SchemaText;
import dev.gatehouse.migrations.engine.Engine;
import dev.gatehouse.migrations.operation.Creation;
import dev.gatehouse.migrations.operation.Operation;
import dev.gatehouse.migrations.shape.SchemaShape;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// A revision that was generated on one database runs on the other: the schema there is the one that its own revision
/// would have made, and the way back leads back.
class OtherDatabaseTest {
    private static final int PAIRS = Integer.getInteger("gatehouse.voyages", 15);
    private static final int FIRST = Integer.getInteger("gatehouse.seed", 0);

    @Test
    void a_revision_of_one_database_runs_on_the_other() throws SQLException {
        try (var sqlite = new TestDatabase(Dialect.SQLITE);
                var postgres = new TestDatabase(Dialect.POSTGRES);
                var one = new Side(sqlite);
                var other = new Side(postgres)) {
            var tried = 0;
            for (var seed = FIRST; tried < PAIRS; seed++) {
                var dice = new RandomSchema(new Random(seed));
                var from = dice.roll();
                var to = dice.roll();
                if (DifferencePropertyTest.changesIncompatibly(from, to)) continue;
                swap(seed, one, other, from, to);
                tried++;
            }
        }
    }

    private static void swap(int seed, Side one, Side other, SchemaShape from, SchemaShape to) throws SQLException {
        var ofOne = one.generate(from, to);
        var ofOther = other.generate(from, to);
        one.runs(seed, ofOther, ofOne, from);
        other.runs(seed, ofOne, ofOther, from);
    }

    /// One of the databases. Whatever is done there is undone again.
    private static final class Side implements AutoCloseable {
        private final Connection connection;
        private final Engine engine;

        Side(TestDatabase on) throws SQLException {
            connection = on.open().connect();
            engine = Engine.of(on.dialect());
            engine.lock(connection, "test", Duration.ofSeconds(5), _ -> {});
        }

        Comparison generate(SchemaShape from, SchemaShape to) throws SQLException {
            return Comparison.of(connection, engine, from, to, Set.of());
        }

        void runs(int seed, Comparison foreign, Comparison own, SchemaShape from) throws SQLException {
            var made = after(own.upgrade(), from);
            connection.setAutoCommit(false);
            carryOut(Creation.of(from), SchemaShape.EMPTY);
            var before = SchemaText.of(connection);
            carryOut(foreign.upgrade(), from);
            assertThat(SchemaText.of(connection))
                    .as("seed %d on %s", seed, engine.dialect())
                    .isEqualTo(made);
            carryOut(foreign.downgrade(), dev.gatehouse.migrations.operation.Replay.all(from, foreign.upgrade()));
            assertThat(SchemaText.of(connection))
                    .as("seed %d back on %s", seed, engine.dialect())
                    .isEqualTo(before);
            connection.rollback();
            connection.setAutoCommit(true);
        }

        private List<String> after(List<Operation> operations, SchemaShape from) throws SQLException {
            connection.setAutoCommit(false);
            carryOut(Creation.of(from), SchemaShape.EMPTY);
            carryOut(operations, from);
            var text = SchemaText.of(connection);
            connection.rollback();
            connection.setAutoCommit(true);
            return text;
        }

        private void carryOut(List<Operation> operations, SchemaShape before) throws SQLException {
            for (var change : engine.plan(operations, before)) engine.run(connection, change, Set.of());
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }
}
