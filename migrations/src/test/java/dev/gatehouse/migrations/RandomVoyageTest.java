package dev.gatehouse.migrations;

import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.migrations.engine.Engine;
import dev.gatehouse.migrations.shape.IndexShape;
import dev.gatehouse.migrations.shape.SchemaShape;
import dev.gatehouse.migrations.shape.TableShape;
import dev.gatehouse.migrations.shape.UniqueShape;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// [Voyage]s between random schemas, with rows in every table. `-Dgatehouse.voyages=500` makes many, and
/// `-Dgatehouse.seed=17` begins where one failed.
@EachDatabase
class RandomVoyageTest {
    private static final int VOYAGES = Integer.getInteger("gatehouse.voyages", 10);
    private static final int FIRST = Integer.getInteger("gatehouse.seed", 0);

    private final TestDatabase on;

    RandomVoyageTest(TestDatabase on) {
        this.on = on;
    }

    @Test
    void any_schema_becomes_any_other_with_its_rows_and_comes_back() throws SQLException {
        var sailed = 0;
        try (var voyage = new Voyage(on, Optional.empty(), SchemaText::of)) {
            for (var seed = FIRST; sailed < VOYAGES; seed++) {
                var dice = new RandomSchema(new Random(seed));
                var from = dice.roll();
                var to = dice.roll();
                if (!canKeepRows(from, to) || !canKeepRows(to, from)) continue;
                sail(voyage, seed, from, to);
                sailed++;
            }
        }
    }

    private static void sail(Voyage voyage, int seed, SchemaShape from, SchemaShape to) {
        try {
            voyage.sail(from, to);
        } catch (SQLException | RuntimeException | AssertionError failure) {
            throw new AssertionError("seed %d: %s".formatted(seed, failure.getMessage()), failure);
        }
    }

    /// A type may have no way to become another; and rows that all get the same value in a new column cannot be told
    /// apart by it.
    private static boolean canKeepRows(SchemaShape from, SchemaShape to) {
        return from.tables().stream()
                .allMatch(table -> to.find(table.name()).stream()
                        .allMatch(next -> keepsTypes(table, next) && tellsApart(table, next)));
    }

    private static boolean keepsTypes(TableShape table, TableShape next) {
        return table.columns().stream()
                .allMatch(column -> next.column(column.name()).stream()
                        .allMatch(wanted -> Engine.canChange(column.type(), wanted.type())));
    }

    private static boolean tellsApart(TableShape table, TableShape next) {
        return next.constraints().allMatch(key -> switch (key) {
            case UniqueShape unique -> hasAny(table, unique.columns());
            case IndexShape index -> !index.unique() || hasAny(table, index.columns());
            default -> true;
        });
    }

    private static boolean hasAny(TableShape table, List<String> columns) {
        return columns.stream().anyMatch(name -> table.column(name).isPresent());
    }
}
