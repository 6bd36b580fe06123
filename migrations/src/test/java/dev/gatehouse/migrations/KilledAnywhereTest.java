package dev.gatehouse.migrations;

import static dev.gatehouse.migrations.Define.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.mapper.Database;
import dev.gatehouse.mapper.DatabaseSettings;
import dev.gatehouse.mapper.Dialect;
import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A process that is killed before any statement of an upgrade of many steps, or while it copies rows, leaves the
/// database at one of the revisions: the schema is, by the database's own text, the one of that revision, and a plain
/// upgrade afterwards goes on from there.
@EachDatabase
@Timeout(500)
class KilledAnywhereTest {
    /// Killed before every so many statements; `-Dgatehouse.kills=1` kills before each.
    private static final int EVERY = Integer.getInteger("gatehouse.kills", 9);

    private static final int ROWS = 20_000;

    private static final List<Revision> HISTORY = List.of(
            Steps.first(
                    "a1",
                    op -> {
                        op.createTable("tenant", column("id", bigint()).notNull(), primaryKey("id"));
                        op.createTable(
                                "account",
                                column("id", bigint()).notNull(),
                                column("tenant_id", bigint()),
                                column("nick", text()),
                                primaryKey("id"),
                                foreignKey("fk_account_tenant", "tenant_id").references("tenant", "id"),
                                index("ix_account_nick", "nick"));
                        op.sql("insert into tenant values (1)");
                        op.sql("""
                                insert into account (id, tenant_id, nick)
                                with recursive n(i) as (select 1 union all select i + 1 from n where i < %d)
                                select i, 1, cast(i as text) from n""".formatted(ROWS));
                    },
                    op -> {
                        op.dropTable("account");
                        op.dropTable("tenant");
                    }),
            Steps.after(
                    Steps.of("a1"),
                    "b2",
                    op -> {
                        op.addUnique("account", unique("uq_account_nick", "nick"));
                        op.alterColumn("account", column("nick", text()).defaultTo("'x'"));
                    },
                    op -> op.dropUnique("account", "uq_account_nick")),
            Steps.after(
                    Steps.of("b2"),
                    "c3",
                    op -> {
                        op.createTable("note", column("id", bigint()).notNull(), primaryKey("id"));
                        op.addColumn("tenant", column("name", text()).notNull().defaultTo("lower('X')"));
                        op.addCheck("account", check("ck_account_nick", "nick <> ''"));
                    },
                    op -> op.dropTable("note")));

    private final TestDatabase on;
    private final Map<Set<String>, List<String>> schemas = new HashMap<>();

    KilledAnywhereTest(TestDatabase on) {
        this.on = on;
    }

    @BeforeEach
    void each_revisions_schema_is_known() throws SQLException {
        var database = on.open();
        var migrations = Migrations.of(database::connect, HISTORY);
        schemas.put(Set.of(), schema(database));
        for (var _ : HISTORY) {
            migrations.upgrade("+1");
            schemas.put(migrations.current(), schema(database));
        }
        assertThat(Set.copyOf(schemas.values())).hasSize(HISTORY.size() + 1);
    }

    @Test
    void it_is_at_one_revision_or_another_and_never_between() throws Exception {
        var stops = new ArrayList<String>();
        for (var before = EVERY / 2; ; before += EVERY) {
            var settings = on.fresh();
            var stop = killed(settings, "" + before);
            if (stop == null) break;
            stops.add(stop);
            requireWhole(settings, stop);
        }
        assertThat(stops.size()).as("moments: %s", stops).isGreaterThan(2);
    }

    @Test
    void nor_in_the_middle_of_a_copy() throws Exception {
        var settings = on.fresh();
        var copy =
                on.dialect() == Dialect.SQLITE ? "insert into gatehouse_new_account" : "add constraint uq_account_nick";
        assertThat(killed(settings, copy)).startsWith(Brake.RUNS);
        requireWhole(settings, copy);
    }

    private void requireWhole(DatabaseSettings settings, String stop) throws SQLException {
        var database = on.open(settings, InstantSource.system());
        var migrations = Migrations.of(database::connect, HISTORY);
        assertThat(schema(database)).as("killed at %s", stop).isEqualTo(schemas.get(migrations.current()));
        assertThat(migrations.upgrade("head").current())
                .as("killed at %s", stop)
                .containsExactly("c3");
        assertThat(schema(database)).isEqualTo(schemas.get(Set.of("c3")));
        try (var connection = database.connect()) {
            assertThat(dev.gatehouse.migrations.engine.Counting.count(connection, "select count(*) from account"))
                    .isEqualTo(ROWS);
        }
    }

    /// What it said when it was killed; null if it was done before.
    private static String killed(DatabaseSettings settings, String where) throws Exception {
        var child = start(settings, where);
        try (var said = child.inputReader()) {
            return said.readLine();
        } finally {
            child.destroyForcibly().waitFor();
        }
    }

    private static Process start(DatabaseSettings settings, String where) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Child.class.getName(),
                where));
        switch (settings) {
            case DatabaseSettings.Sqlite sqlite -> command.addAll(List.of("jdbc:sqlite:" + sqlite.file(), "", ""));
            case DatabaseSettings.Postgres server ->
                command.addAll(List.of(
                        "jdbc:postgresql://%s:%d/%s"
                                .formatted(server.hosts().getFirst(), server.port(), server.database()),
                        server.user(),
                        server.password()));
        }
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /// The process that will be killed.
    static final class Child {
        public static void main(String[] arguments) {
            var brake = arguments[0].matches("\\d+")
                    ? Brake.before(Integer.parseInt(arguments[0]))
                    : Brake.at(arguments[0]);
            Connections connections =
                    () -> brake.on(DriverManager.getConnection(arguments[1], arguments[2], arguments[3]));
            Migrations.of(connections, HISTORY).upgrade("head");
        }
    }

    private static List<String> schema(Database database) throws SQLException {
        try (var connection = database.connect()) {
            return SchemaText.of(connection);
        }
    }
}
