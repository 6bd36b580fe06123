package dev.gatehouse.testing;

import dev.gatehouse.House;
import dev.gatehouse.mapper.Database;
import dev.gatehouse.mapper.DatabaseSettings;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.migrations.Migrations;
import dev.gatehouse.revision.Revisions;
import dev.gatehouse.settings.Settings;
import dev.gatehouse.settings.SettingsReader;
import dev.gatehouse.settings.Variable;
import dev.gatehouse.web.Server;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/// The whole house, open on a free port of loopback over a fresh database, its time in the hands of the test.
public final class TestHouse implements AutoCloseable {

    public static final String SECRET_KEY = "a key for tests only, forged by alice and bob in long evenings..";

    private static final Path NO_DOT_ENV = Path.of("target/no-such-folder");
    private static final Map<Variable, String> GIVEN = Map.of(
            Variable.JWT_SECRET_KEY, SECRET_KEY,
            Variable.PORT, "0",
            Variable.PUBLIC_URL, "https://id.example.com",
            Variable.TRUSTED_PROXIES, "127.0.0.1",
            // Hashing is tried where it is the point; everywhere else it only costs time.
            Variable.PASSWORD_COST, "m=64,t=1,p=1");

    private final Optional<TestDatabase> own;
    private final DatabaseSettings databaseSettings;
    private final Map<Variable, String> given = new EnumMap<>(GIVEN);
    private final MovableClock clock;
    private final AtomicInteger callers = new AtomicInteger();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private Database database;
    private House house;
    private Server server;

    private TestHouse(
            Optional<TestDatabase> own,
            DatabaseSettings databaseSettings,
            Map<Variable, String> changes,
            MovableClock clock) {
        this.own = own;
        this.databaseSettings = databaseSettings;
        this.clock = clock;
        given.putAll(changes);
        open();
    }

    public static TestHouse on(TestDatabase database) {
        return on(database, Map.of());
    }

    /// With settings of its own.
    public static TestHouse on(TestDatabase database, Map<Variable, String> changes) {
        return new TestHouse(Optional.of(database), database.fresh(), changes, new MovableClock());
    }

    /// In the present: libraries of others look at the machine's clock.
    public static TestHouse today(TestDatabase database, Map<Variable, String> changes) {
        return new TestHouse(Optional.of(database), database.fresh(), changes, new MovableClock(Instant.now()));
    }

    /// Closes everything but the files, and opens it anew.
    public void restart(Map<Variable, String> changes) {
        shut();
        given.putAll(changes);
        open();
    }

    public MovableClock clock() {
        return clock;
    }

    public Database database() {
        return database;
    }

    public DatabaseSettings databaseSettings() {
        return databaseSettings;
    }

    public House house() {
        return house;
    }

    public HttpClient http() {
        return http;
    }

    /// The port at which callers are asked for a certificate.
    public int certificatePort() {
        return server.certificatePort().orElseThrow();
    }

    public URI url(String path) {
        return URI.create(
                (given.containsKey(Variable.TLS_KEY) ? "https" : "http") + "://127.0.0.1:" + server.port() + path);
    }

    /// Another node: a house of its own over the same database, open until the test closes it. The database stays.
    public TestHouse neighbour() {
        return new TestHouse(Optional.empty(), databaseSettings, given, clock);
    }

    /// A stranger, each from an address of the own.
    public Caller caller() {
        return new Caller(this, "198.51.100." + callers.incrementAndGet(), Optional.empty());
    }

    /// A stranger with a browser, from an address of the own.
    public Visitor visitor() {
        return new Visitor(this, "198.51.100." + callers.incrementAndGet());
    }

    /// Somebody who has registered, `alice@example.com` for `alice`.
    public Person person(String name) {
        var caller = caller();
        var email = name + "@example.com";
        var reply = caller.register(email, Person.PASSWORD);
        if (reply.status() != 201) throw new AssertionError(reply.toString());
        return new Person(caller, reply.text("/id"), email, Person.PASSWORD);
    }

    /// The first administrator, made with the code that a start prints.
    public Person administrator(String name) {
        var caller = caller();
        var email = name + "@example.com";
        var code = house.registrar().offerSetup().orElseThrow();
        var reply = caller.post("/v1/setup", Json.object("code", code, "email", email, "password", Person.PASSWORD));
        if (reply.status() != 201) throw new AssertionError(reply.toString());
        return new Person(caller, reply.text("/id"), email, Person.PASSWORD);
    }

    private void open() {
        database = Database.open(databaseSettings, clock);
        Migrations.of(database::connect, Revisions.all()).upgrade("head");
        house = new House(settings(), database, clock);
        server = house.open();
    }

    private Settings settings() {
        var environment = given.entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().name(), Map.Entry::getValue));
        return SettingsReader.look(NO_DOT_ENV, environment).over(databaseSettings);
    }

    private void shut() {
        server.stop(Duration.ofSeconds(10));
        house.close();
        database.close();
    }

    @Override
    public void close() {
        http.close();
        shut();
        own.ifPresent(TestDatabase::close);
    }
}
