package dev.gatehouse.mapper.bench;

import static dev.gatehouse.mapper.bench.PersonTable.PERSON;

import dev.gatehouse.mapper.Database;
import dev.gatehouse.mapper.DatabaseSettings;
import dev.gatehouse.mapper.Dialect;
import dev.gatehouse.mapper.testing.TestDatabase;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Not a test: it measures, and nothing here can fail. Surefire runs it only when it is named.
class MapperBenchmark {
    private static final int ROWS = 10_000;
    private static final int CALLERS = 64;

    @Test
    void compare() throws Exception {
        System.out.println(Duel.HEAD);
        try (var sqlite = new TestDatabase(Dialect.SQLITE);
                var normal = new TestDatabase(Dialect.SQLITE);
                var postgres = new TestDatabase(Dialect.POSTGRES)) {
            onSqlite(open(sqlite, sqlite.fresh()));
            var settings = (DatabaseSettings.Sqlite) normal.fresh();
            onSqliteNormal(open(normal, settings.durability(DatabaseSettings.Durability.PROCESS_END)));
            onPostgres(open(postgres, postgres.fresh()));
        }
    }

    private static Database open(TestDatabase on, DatabaseSettings settings) {
        return on.open(settings, InstantSource.system(), PERSON);
    }

    private static void onSqlite(Database database) throws Exception {
        var ids = filled(database);
        try (var plain = new PlainJdbc(Dialect.SQLITE, database.connect())) {
            report(select("SQLite, point select", database, plain, ids));
            report(insert("SQLite, insert, synchronous=full", database, plain));
            report(new Duel(
                    "SQLite, insert, synchronous=full, 64 callers",
                    many(() -> plain.insertLocked(Person.random())),
                    many(() -> database.write(tx -> tx.insert(PERSON.person, Person.random())))));
        }
    }

    private static void onSqliteNormal(Database database) throws Exception {
        try (var plain = new PlainJdbc(Dialect.SQLITE, database.connect())) {
            report(insert("SQLite, insert, synchronous=normal", database, plain));
        }
    }

    private static void onPostgres(Database database) throws Exception {
        var ids = filled(database);
        try (var plain = new PlainJdbc(Dialect.POSTGRES, database.connect())) {
            report(select("PostgreSQL, point select", database, plain, ids));
            report(insert("PostgreSQL, insert, fsync=off", database, plain));
        }
    }

    private static Duel select(String name, Database database, PlainJdbc plain, UUID[] ids) {
        return new Duel(
                name,
                alone(() -> plain.find(anyOf(ids))),
                alone(() -> database.read(tx -> tx.find(PERSON.person, PERSON.id.eq(anyOf(ids))))));
    }

    private static Duel insert(String name, Database database, PlainJdbc plain) {
        return new Duel(
                name,
                alone(() -> plain.insert(Person.random())),
                alone(() -> database.write(tx -> tx.insert(PERSON.person, Person.random()))));
    }

    private static UUID anyOf(UUID[] ids) {
        return ids[ThreadLocalRandom.current().nextInt(ids.length)];
    }

    private static UUID[] filled(Database database) {
        var people = Stream.generate(Person::random).limit(ROWS).toList();
        database.run(tx -> tx.insertAll(PERSON.person, people));
        return people.stream().map(Person::id).toArray(UUID[]::new);
    }

    private interface Work {
        void once() throws Exception;
    }

    private static Duel.Contender alone(Work work) {
        return deadline -> {
            long done = 0;
            while (System.nanoTime() < deadline) {
                work.once();
                done++;
            }
            return done;
        };
    }

    /// Virtual threads, as a server's requests are.
    private static Duel.Contender many(Work work) {
        return deadline -> {
            var done = new AtomicLong();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < CALLERS; i++)
                    threads.submit(() -> done.addAndGet(alone(work).runUntil(deadline)));
            }
            return done.get();
        };
    }

    private static void report(Duel duel) throws Exception {
        System.out.println(duel.fight());
    }
}
