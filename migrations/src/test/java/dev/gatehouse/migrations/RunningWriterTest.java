package dev.gatehouse.migrations;

import static dev.gatehouse.migrations.Define.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.mapper.Database;
import dev.gatehouse.mapper.Dialect;
import dev.gatehouse.mapper.testing.EachDatabase;
import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.migrations.engine.Engine;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// An upgrade of a database that others go on using: no row of theirs is lost, and who waits says for whom.
@EachDatabase
@Timeout(60)
class RunningWriterTest {
    private static final int STEPS = 6;
    private static final int ROWS = 20_000;

    private static final Steps GROUND = Steps.first(
            "a1",
            op -> {
                op.createTable("note", column("id", bigint()).notNull(), column("body", text()), primaryKey("id"));
                op.sql(
                        "insert into note (id, body) with recursive n(i) as (select 1 union all select i + 1 from n where i < "
                                + ROWS + ") select -i, 'before ' || i from n");
            },
            op -> op.dropTable("note"));

    private final TestDatabase on;
    private final Database database;
    private final BlockingQueue<String> waits = new LinkedBlockingQueue<>();
    private final Progress progress = new Progress() {
        @Override
        public void waiting(String reason) {
            waits.add(reason);
        }
    };

    RunningWriterTest(TestDatabase on) {
        this.on = on;
        database = on.open();
    }

    @BeforeEach
    void the_table_is_there() {
        migrations(GROUND).upgrade("head");
    }

    private Migrations migrations(Revision... history) {
        return Migrations.of(database::connect, List.of(history)).progress(progress);
    }

    @Test
    void whatever_a_writer_was_told_is_written_is_there_afterwards() throws Exception {
        var history = new ArrayList<Revision>(List.of(GROUND));
        for (var at = 1; at <= STEPS; at++) {
            var name = "uq_note_" + at;
            history.add(Steps.after(
                    history.getLast(),
                    "b" + at,
                    op -> op.addUnique("note", unique(name, "id", "body")),
                    op -> op.dropUnique("note", name)));
        }
        var isOver = new AtomicBoolean();
        var written = new AtomicLong();
        var began = new CompletableFuture<Void>();
        var writer = CompletableFuture.runAsync(() -> write(isOver, written, began));
        began.get(10, TimeUnit.SECONDS);

        var atStart = written.get();
        migrations(history.toArray(Revision[]::new)).upgrade("head");
        isOver.set(true);
        writer.get(20, TimeUnit.SECONDS);

        assertThat(written.get()).as("it went on meanwhile").isGreaterThan(atStart);
        assertThat(number("select count(*) from note where id < 0")).isEqualTo(ROWS);
        assertThat(number("select count(*) from note where id > 0")).isEqualTo(written.get());
        assertThat(number("select max(id) from note")).isEqualTo(written.get());
    }

    /// A row a transaction, as an application does, with its patience.
    private void write(AtomicBoolean isOver, AtomicLong written, CompletableFuture<Void> began) {
        try (var connection = database.connect()) {
            if (on.dialect() == Dialect.SQLITE) execute(connection, "pragma busy_timeout = 20000");
            try (var insert = connection.prepareStatement("insert into note (id, body) values (?, 'meanwhile')")) {
                while (!isOver.get()) {
                    insert.setLong(1, written.get() + 1);
                    insert.executeUpdate();
                    written.incrementAndGet();
                    began.complete(null);
                }
            }
        } catch (SQLException failure) {
            began.completeExceptionally(failure);
            throw new AssertionError(failure);
        }
    }

    @Test
    void an_upgrade_that_waits_for_a_writer_says_so_and_goes_on_when_it_ends() throws Exception {
        var step = Steps.after(GROUND, "b2", op -> op.addUnique("note", unique("uq_note", "body")), _ -> {});
        try (var other = database.connect()) {
            begin(other);
            execute(other, "insert into note (id, body) values (1, 'not yet written')");
            var upgrade =
                    CompletableFuture.supplyAsync(() -> migrations(GROUND, step).upgrade("head"));

            assertThat(waits.poll(20, TimeUnit.SECONDS))
                    .isEqualTo(
                            on.dialect() == Dialect.SQLITE
                                    ? "another process is writing to this database"
                                    : "session %d (gatehouse, idle in transaction) holds a lock that this step needs"
                                            .formatted(number(other, "select pg_backend_pid()")));
            assertThat(upgrade).isNotDone();
            execute(other, "commit");
            assertThat(upgrade.get(20, TimeUnit.SECONDS).current()).containsExactly("b2");
        }
        assertThat(number("select count(*) from note where id = 1")).isOne();
    }

    @Test
    void a_writer_that_does_not_end_is_not_waited_for_for_ever() throws Exception {
        if (on.dialect() == Dialect.POSTGRES) return;
        try (var other = database.connect()) {
            begin(other);
            assertThatThrownBy(() ->
                            migrations(GROUND).lockWait(Duration.ofMillis(600)).upgrade("head"))
                    .hasMessage(
                            "another process has been writing to this database for 0 seconds: stop it and try again");
        }
    }

    /// Else it would take its steps from where the database stood before the other one moved it.
    @Test
    void who_waits_for_another_migration_looks_where_the_database_stands_when_that_is_done() throws Exception {
        try (var other = database.connect()) {
            var engine = Engine.of(other);
            CompletableFuture<Run> upgrade;
            try (var _ = engine.lock(other, Migrations.VERSION_TABLE, Duration.ofSeconds(5), _ -> {})) {
                upgrade = engine.inTransaction(other, () -> {
                    execute(other, "drop table note");
                    execute(other, "delete from schema_revision");
                    var waiting = CompletableFuture.supplyAsync(
                            () -> migrations(GROUND).upgrade("head"));
                    assertThat(poll()).startsWith("another process is ");
                    return waiting;
                });
            }
            assertThat(upgrade.get(20, TimeUnit.SECONDS).steps()).hasSize(1);
        }
    }

    private String poll() {
        try {
            return waits.poll(20, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private void begin(Connection connection) throws SQLException {
        execute(connection, on.dialect() == Dialect.SQLITE ? "begin immediate" : "begin");
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long number(String sql) throws SQLException {
        try (var connection = database.connect()) {
            return number(connection, sql);
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
