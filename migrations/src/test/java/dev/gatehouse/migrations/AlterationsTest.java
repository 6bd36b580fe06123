package dev.gatehouse.migrations;

import static dev.gatehouse.migrations.Alterations.CASES;

import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// A schema with every kind of object, altered in every way, both ways, through files: [Alterations] is the table
/// of cases, [Voyage] says what is asked of each.
@EachDatabase
class AlterationsTest {
    /// Every so many cases are tried in a build; `-Dgatehouse.alterations=1` tries them all.
    private static final int EVERY = Integer.getInteger("gatehouse.alterations", 8);

    /// Every so many of these go through files and the compiler.
    private static final int BY_FILE = 5;

    private final TestDatabase on;

    AlterationsTest(TestDatabase on) {
        this.on = on;
    }

    @TestFactory
    Stream<DynamicTest> every_alteration_goes_there_and_back(@TempDir Path folder) {
        var inMemory = new Voyage(on, Optional.empty(), SchemaText::of);
        var byFile = new Voyage(new TestDatabase(on.dialect()), Optional.of(folder), SchemaText::of);
        return IntStream.range(0, CASES.size() / EVERY)
                .mapToObj(at -> test(at % BY_FILE == 0 ? byFile : inMemory, CASES.get(at * EVERY)))
                .onClose(inMemory::close)
                .onClose(byFile::close);
    }

    private static DynamicTest test(Voyage voyage, Alterations.Case one) {
        return DynamicTest.dynamicTest(one.name(), () -> voyage.sail(one.from(), one.to()));
    }
}
