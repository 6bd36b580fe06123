package dev.gatehouse.migrations;

import static dev.gatehouse.migrations.Define.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.mapper.Database;
import dev.gatehouse.mapper.DatabaseSettings;
import dev.gatehouse.mapper.Dialect;
import dev.gatehouse.mapper.testing.TestDatabase;
import java.io.IOException;
import java.sql.DriverManager;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A connection that breaks at the very commit: nobody can know what became of it, so nobody says so.
@Timeout(60)
class LostCommitTest {
    private static final Steps GROUND = Steps.first(
            "a1",
            op -> op.createTable("note", column("id", bigint()).notNull(), primaryKey("id")),
            op -> op.dropTable("note"));
    private static final Steps SECOND = Steps.after(
            GROUND, "b2", op -> op.addColumn("note", column("body", text())), op -> op.dropColumn("note", "body"));

    private final TestDatabase on = new TestDatabase(Dialect.POSTGRES);
    private final DatabaseSettings.Postgres server = (DatabaseSettings.Postgres) on.fresh();
    private final Database database = on.open(server, InstantSource.system());
    private final List<Revision> history = List.of(GROUND, SECOND);

    @AfterEach
    void close() {
        on.close();
    }

    @Test
    void the_server_never_heard_of_it() throws IOException {
        assertThat(standsAfterLosing(false)).isEqualTo("a1");
    }

    @Test
    void the_server_did_it_and_its_answer_was_lost() throws IOException {
        assertThat(standsAfterLosing(true)).isEqualTo("b2");
    }

    private String standsAfterLosing(boolean isPassedOn) throws IOException {
        var direct = Migrations.of(database::connect, history);
        direct.upgrade("a1");
        try (var wire = new CutWire(server.hosts().getFirst(), server.port(), "COMMIT", isPassedOn)) {
            var url = "jdbc:postgresql://127.0.0.1:%d/%s".formatted(wire.port(), server.database());
            Connections through = () -> DriverManager.getConnection(url, server.user(), server.password());
            assertThatThrownBy(() -> Migrations.of(through, history).upgrade("head"))
                    .hasMessageStartingWith(
                            "upgrade of b2 (step b2) lost its connection at the very commit, so it may have been done or not: ask `current`: ")
                    .message()
                    .doesNotContain("undone", "\n");
        }
        var current = direct.current();
        direct.upgrade("head");
        assertThat(direct.isAtHead())
                .as("whatever it was, an upgrade goes on from there")
                .isTrue();
        return String.join(", ", current);
    }
}
