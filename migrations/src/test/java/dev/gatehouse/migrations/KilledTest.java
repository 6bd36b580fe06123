package dev.gatehouse.migrations;

import static dev.gatehouse.migrations.Define.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.mapper.Database;
import dev.gatehouse.mapper.DatabaseSettings;
import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A process that is killed in the middle of a step leaves the database at one revision or the other, never
/// between.
@EachDatabase
class KilledTest {

    private static final String IN_THE_MIDDLE = "in the middle";

    private static final Steps FIRST = Steps.first(
            "a1",
            op -> {
                op.createTable("account", column("id", bigint()).notNull(), primaryKey("id"));
                op.sql("insert into account values (1), (2)");
            },
            op -> op.dropTable("account"));

    private static Steps second(Runnable middle) {
        return Steps.after(
                FIRST,
                "b2",
                op -> {
                    op.addColumn("account", column("nick", text()).notNull().defaultTo("lower('X')"));
                    op.createTable("note", column("id", bigint()).notNull(), primaryKey("id"));
                    op.moveRows(_ -> middle.run());
                },
                _ -> {});
    }

    private final Database database;
    private final List<String> place;

    KilledTest(TestDatabase on) {
        var settings = on.fresh();
        place = switch (settings) {
            case DatabaseSettings.Sqlite sqlite -> List.of("jdbc:sqlite:" + sqlite.file(), "", "");
            case DatabaseSettings.Postgres server ->
                List.of(
                        "jdbc:postgresql://%s:%d/%s"
                                .formatted(server.hosts().getFirst(), server.port(), server.database()),
                        server.user(),
                        server.password());
        };
        database = on.open(settings, InstantSource.system());
    }

    @Test
    void a_killed_step_never_happened() throws Exception {
        var child = child();
        try (var lines = child.inputReader()) {
            assertThat(lines.readLine()).isEqualTo(IN_THE_MIDDLE);
        } finally {
            child.destroyForcibly().waitFor();
        }

        var migrations = Migrations.of(database::connect, List.of(FIRST, second(() -> {})));
        assertThat(migrations.current()).containsExactly("a1");
        assertThatThrownBy(() -> count("select count(*) from note")).isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> count("select count(nick) from account")).isInstanceOf(SQLException.class);

        assertThat(migrations.upgrade("head").current()).containsExactly("b2");
        assertThat(count("select count(nick) from account")).isEqualTo(2);
    }

    private Process child() throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Child.class.getName()));
        command.addAll(place);
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /// The process that will be killed: it says when it is in the middle of a step, and stays there.
    static final class Child {
        public static void main(String[] place) {
            Migrations.of(
                            () -> DriverManager.getConnection(place[0], place[1], place[2]),
                            List.of(FIRST, second(Child::stay)))
                    .upgrade("head");
        }

        private static void stay() {
            System.out.println(IN_THE_MIDDLE);
            try {
                Thread.currentThread().join();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private long count(String sql) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
