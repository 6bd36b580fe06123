package dev.gatehouse.mapper;

import static dev.gatehouse.mapper.TenantTable.TENANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.mapper.testing.TestDatabase;
import dev.gatehouse.mapper.testing.Wiretap;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Two processes over one PostgreSQL database: one announces, the other listens.
class AnnouncementsTest {
    private static final Channel PRICES = new Channel("prices");
    private static final Channel WEATHER = new Channel("weather");
    private static final String MISSED = "(something may have been missed)";

    private final TestDatabase on = new TestDatabase(Dialect.POSTGRES);
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private DatabaseSettings.Postgres settings;
    private Database here;
    private Database there;
    private Announcements announcements;

    @BeforeEach
    void open() {
        settings = (DatabaseSettings.Postgres) on.fresh();
        here = on.open(settings, java.time.InstantSource.system(), TENANT);
        there = Database.open(settings);
    }

    @AfterEach
    void close() {
        if (announcements != null) announcements.close();
        there.close();
        on.close();
    }

    @Test
    void what_is_announced_is_heard_with_the_commit_and_in_its_order() throws Exception {
        listen(there);
        here.run(tx -> {
            tx.announce(PRICES, "bread");
            tx.announce(PRICES, "milk, and more");
        });
        here.run(tx -> tx.announce(PRICES, "salt"));
        assertThat(List.of(next(), next(), next())).containsExactly("bread", "milk, and more", "salt");
    }

    @Test
    void a_transaction_that_is_undone_announces_nothing() throws Exception {
        listen(there);
        assertThatThrownBy(() -> here.run(tx -> {
                    tx.announce(PRICES, "undone");
                    throw new IllegalStateException("changed our mind");
                }))
                .hasMessage("changed our mind");
        here.run(tx -> tx.announce(PRICES, "done"));
        assertThat(next()).isEqualTo("done");
    }

    @Test
    void nobody_hears_himself_nor_what_he_did_not_ask_for() throws Exception {
        listen(there);
        there.run(tx -> tx.announce(PRICES, "our own"));
        here.run(tx -> tx.announce(WEATHER, "rain"));
        here.run(tx -> tx.announce(PRICES, "theirs"));
        assertThat(next()).isEqualTo("theirs");
    }

    @Test
    void a_program_that_knows_nothing_of_us_is_heard_too() throws Exception {
        listen(there);
        execute("notify prices, 'bread'");
        assertThat(next()).isEqualTo("bread");
    }

    @Test
    void a_connection_that_was_cut_is_made_anew_and_whoever_listens_is_told() throws Exception {
        listen(there);
        cut();
        assertThat(next()).isEqualTo(MISSED);
        here.run(tx -> tx.announce(PRICES, "after"));
        assertThat(next()).isEqualTo("after");
    }

    /// No packet comes and none is answered: only a probe finds it out.
    @Test
    void a_connection_that_died_without_a_word_is_noticed() throws Exception {
        try (var wire = Wiretap.to(settings.hosts().getFirst(), settings.port());
                var faraway = Database.open(through(wire))) {
            announcements = faraway.announcements(Duration.ofMillis(200));
            hear();
            wire.freeze();
            assertThat(next()).isEqualTo(MISSED);
            here.run(tx -> tx.announce(PRICES, "after"));
            assertThat(next()).isEqualTo("after");
            announcements.close();
        }
    }

    @Test
    void it_is_tried_again_until_the_database_is_there() throws Exception {
        try (var wire = Wiretap.to(settings.hosts().getFirst(), settings.port());
                var faraway = Database.open(through(wire))) {
            wire.refuse();
            announcements = faraway.announcements();
            announcements.listen(PRICES, heard::add, () -> heard.add(MISSED));
            announcements.start();
            wire.awaitRefused(3);
            assertThat(heard).isEmpty();
            wire.admit();
            assertThat(next()).isEqualTo(MISSED);
            announcements.close();
        }
    }

    @Test
    void one_who_cannot_take_it_in_does_not_keep_it_from_the_others() throws Exception {
        announcements = there.announcements();
        announcements.listen(
                PRICES,
                _ -> {
                    throw new IllegalStateException("deaf");
                },
                () -> {});
        hear();
        here.run(tx -> tx.announce(PRICES, "bread"));
        assertThat(next()).isEqualTo("bread");
    }

    /// Though nothing is announced that would wake it.
    @Test
    @Timeout(60)
    void it_ends_and_leaves_no_connection() throws Exception {
        listen(there);
        announcements.close();
        while (count() > 0) Thread.onSpinWait();
    }

    @Test
    void what_is_too_long_is_refused_before_it_is_sent() {
        assertThatThrownBy(() -> here.run(tx -> tx.announce(PRICES, "ä".repeat(4_000))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("too long");
        here.run(tx -> tx.announce(PRICES, "ä".repeat(3_970)));
        assertThatThrownBy(() -> new Channel("Robert'); drop table")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void on_sqlite_there_is_nobody_to_tell() {
        try (var file = new TestDatabase(Dialect.SQLITE)) {
            var database = file.open(TENANT);
            try (var silent = database.announcements()) {
                silent.listen(PRICES, heard::add, () -> heard.add(MISSED));
                silent.start();
                database.run(tx -> tx.announce(PRICES, "bread"));
                assertThat(heard).isEmpty();
            }
        }
    }

    private void listen(Database database) throws InterruptedException {
        announcements = database.announcements();
        hear();
    }

    private void hear() throws InterruptedException {
        announcements.listen(PRICES, heard::add, () -> heard.add(MISSED));
        announcements.start();
        assertThat(next()).isEqualTo(MISSED);
    }

    private String next() throws InterruptedException {
        return heard.poll(20, TimeUnit.SECONDS);
    }

    private DatabaseSettings through(Wiretap wire) {
        return DatabaseSettings.postgres(
                        "127.0.0.1", wire.port(), settings.user(), settings.password(), settings.database())
                .poolSize(1);
    }

    private void cut() throws SQLException {
        execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()"
                + " and application_name like '%(listening)'");
    }

    private long count() {
        var rows = Expression.sql(ColumnType.BIGINT, "count(*)");
        return here.read(tx -> tx.sql(
                        "select {} from pg_stat_activity where datname = current_database()"
                                + " and application_name like '%(listening)'",
                        rows)
                .one(Projection.of(rows))
                .orElseThrow());
    }

    private void execute(String sql) throws SQLException {
        try (var connection = here.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
