package dev.gatehouse.migrations;

import static dev.gatehouse.migrations.Define.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gatehouse.mapper.Database;
import dev.gatehouse.mapper.DatabaseSettings;
import dev.gatehouse.mapper.Dialect;
import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.migrations.engine.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Before data goes, somebody can still keep it.
@EachDatabase
class SafekeepingTest {

    private static final Steps GROUND = Steps.first(
            "a1",
            op -> {
                op.createTable("account", column("id", bigint()).notNull(), column("nick", text()), primaryKey("id"));
                op.sql("insert into account values (1, 'al'), (2, 'bo')");
            },
            op -> op.dropTable("account"));
    private static final Steps NOTHING_LOST = Steps.after(
            GROUND,
            "b2",
            op -> op.addColumn("account", column("empty", text())),
            op -> op.dropColumn("account", "empty"));
    private static final Steps HIDING = Steps.after(
            NOTHING_LOST,
            "c3",
            op -> {
                op.renameTable("account", "person");
                op.dropTable("person");
            },
            _ -> {});

    private final DatabaseSettings settings;
    private final Database database;
    private final List<Path> copies = new ArrayList<>();
    private final List<String> advice = new ArrayList<>();

    SafekeepingTest(TestDatabase on) {
        settings = on.fresh();
        database = on.open(settings, InstantSource.system());
    }

    private final Progress progress = new Progress() {
        @Override
        public void kept(Path copy) {
            copies.add(copy);
        }

        @Override
        public void advised(String dumpCommand) {
            advice.add(dumpCommand);
        }
    };

    private Migrations migrations(Connections connections) {
        return Migrations.of(connections, List.of(GROUND, NOTHING_LOST, HIDING)).progress(progress);
    }

    @Test
    void a_file_is_copied_before_its_data_goes_and_a_server_gets_the_command_told() throws Exception {
        var migrations = migrations(database::connect);
        migrations.upgrade("a1");
        migrations.downgrade("base", true);

        switch (settings) {
            case DatabaseSettings.Sqlite file -> {
                assertThat(copies).singleElement().satisfies(copy -> {
                    assertThat(copy.getParent())
                            .isEqualTo(file.file().toAbsolutePath().getParent());
                    assertThat(copy.getFileName().toString()).contains("-a1-");
                    assertThat(Files.getPosixFilePermissions(copy))
                            .isEqualTo(Files.getPosixFilePermissions(file.file()));
                    assertThat(rows("jdbc:sqlite:" + copy)).isEqualTo(2);
                });
                assertThat(advice).isEmpty();
                Files.delete(copies.getFirst());
            }
            case DatabaseSettings.Postgres server -> {
                assertThat(copies).isEmpty();
                assertThat(advice).containsExactly(dump(server));
            }
        }
    }

    private static String dump(DatabaseSettings.Postgres server) {
        return "pg_dump --host %s --port %d --username %s --dbname %s --table public.account --file before-a1.sql"
                .formatted(server.hosts().getFirst(), server.port(), server.user(), server.database());
    }

    @Test
    void the_refusal_says_how_to_keep_it() {
        assumeTrue(settings instanceof DatabaseSettings.Postgres, "SQLite keeps it by itself");
        var migrations = migrations(database::connect);
        migrations.upgrade("a1");

        assertThatThrownBy(() -> migrations.downgrade("base"))
                .hasMessage(
                        "this would destroy data: account (2 rows); nothing was changed, say --destroy-data if that is meant\nTo keep what would go: "
                                + dump((DatabaseSettings.Postgres) settings));
    }

    @Test
    void where_nothing_is_lost_nothing_is_kept() {
        var migrations = migrations(database::connect);
        migrations.upgrade("b2");
        migrations.downgrade("a1", true);

        assertThat(copies).isEmpty();
        assertThat(advice).isEmpty();
    }

    @Test
    void data_that_hides_behind_a_rename_is_kept_too() throws Exception {
        assumeTrue(database.dialect() == Dialect.SQLITE);
        var migrations = migrations(database::connect);
        migrations.upgrade("b2");
        migrations.upgrade("head", true);

        assertThat(copies).hasSize(1);
        assertThat(rows("jdbc:sqlite:" + copies.getFirst())).isEqualTo(2);
        Files.delete(copies.getFirst());
    }

    @Test
    void a_copy_that_cannot_be_made_stops_everything_before_it_begins(@TempDir Path folder) throws Exception {
        assumeTrue(database.dialect() == Dialect.SQLITE);
        var home = Files.createDirectory(folder.resolve("home"));
        var moved = folder.resolve("moved");
        migrations(() -> connection(home)).upgrade("a1");

        assertThatThrownBy(() -> migrations(() -> {
                            var connection = connection(home);
                            rows(connection);
                            move(home, moved);
                            return connection;
                        })
                        .downgrade("base", true))
                .hasMessageContaining("data would go, and a copy cannot be made as")
                .hasMessageContaining("nothing was changed");
        assertThat(rows("jdbc:sqlite:" + moved.resolve("x.db"))).isEqualTo(2);
    }

    /// Their names tell the second only.
    @Test
    void copies_of_one_second_do_not_take_each_others_name() throws Exception {
        assumeTrue(database.dialect() == Dialect.SQLITE);
        migrations(database::connect).upgrade("a1");
        try (var connection = database.connect()) {
            var engine = Engine.of(connection);
            for (var n = 0; n < 3; n++) engine.keepCopy(connection, "a1").ifPresent(copies::add);
        }
        assertThat(copies).hasSize(3).doesNotHaveDuplicates();
        for (var copy : copies) {
            assertThat(rows("jdbc:sqlite:" + copy)).isEqualTo(2);
            Files.delete(copy);
        }
    }

    @Test
    void a_database_in_memory_has_no_file_to_copy() throws SQLException {
        assumeTrue(database.dialect() == Dialect.SQLITE);
        var open = DriverManager.getConnection("jdbc:sqlite:file:safekeeping?mode=memory&cache=shared");
        Connections memory = () -> DriverManager.getConnection("jdbc:sqlite:file:safekeeping?mode=memory&cache=shared");
        try (open) {
            migrations(memory).upgrade("a1");
            assertThat(migrations(memory).downgrade("base", true).current()).isEmpty();
        }
        assertThat(copies).isEmpty();
    }

    @Test
    void many_losses_stand_one_a_line() {
        var losses = List.of(new Loss("a", "", 1), new Loss("b", "x", 1), new Loss("c", "", 3));

        assertThat(new DataLossException(losses, ""))
                .hasMessage(
                        "this would destroy data:\n  a (1 row)\n  b.x (1 value)\n  c (3 rows)\nnothing was changed, say --destroy-data if that is meant");
    }

    private static Connection connection(Path folder) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("x.db"));
    }

    private static void move(Path from, Path to) {
        try {
            Files.move(from, to);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    private static long rows(String url) throws SQLException {
        try (var connection = DriverManager.getConnection(url)) {
            return rows(connection);
        }
    }

    private static long rows(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from account")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
