package dev.gatehouse.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gatehouse.mapper.DatabaseSettings;
import dev.gatehouse.mapper.Dialect;
import dev.gatehouse.mapper.testing.TestDatabase;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// [Alterations] there, back and there again, with `pg_dump -s` for a witness that shares no code with us, not even the
/// driver. Without a `pg_dump` of the server's version there is none to ask; `DB_HOST` and its siblings name a server
/// that has one.
class PgDumpTest {
    /// Every so many cases; `-Dgatehouse.alterations=1` tries them all.
    private static final int EVERY = Integer.getInteger("gatehouse.alterations", 8) * 5;

    private final TestDatabase on = new TestDatabase(Dialect.POSTGRES);

    @TestFactory
    Stream<DynamicTest> the_altered_schema_dumps_like_the_one_that_was_made_at_once() throws Exception {
        var voyage = new Voyage(on, Optional.empty(), dump()::of);
        return IntStream.range(0, (Alterations.CASES.size() + EVERY - 1) / EVERY)
                .mapToObj(at -> Alterations.CASES.get(at * EVERY))
                .map(one -> DynamicTest.dynamicTest(one.name(), () -> voyage.sail(one.from(), one.to())))
                .onClose(voyage::close);
    }

    /// Else it would call everything the same.
    @Test
    void a_dump_tells_schemas_apart() throws Exception {
        var dump = dump();
        var database = on.open();
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            assertThat(dump.of(connection)).isEmpty();
            statement.execute("create table note (id bigint not null)");
            assertThat(dump.of(connection)).containsExactly(");", "CREATE TABLE public.note (", "id bigint NOT NULL");
        } finally {
            on.close();
        }
    }

    private PgDump dump() throws IOException, InterruptedException {
        var server = (DatabaseSettings.Postgres) on.fresh();
        var dump = PgDump.of(server);
        assumeTrue(dump.isPresent(), "no pg_dump of PostgreSQL %d on this machine".formatted(PgDump.version(server)));
        return dump.get();
    }
}
