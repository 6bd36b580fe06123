package dev.gatehouse.migrations.engine;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Looks now and then whether a session waits for another one, and says for which: whoever runs an upgrade and sees
/// nothing happen would not know whom to ask. It looks from a connection of its own, which it opens only if the work
/// takes its time.
///
/// @spec https://www.postgresql.org/docs/current/functions-info.html PostgreSQL, pg_blocking_pids
final class PostgresWaits implements Engine.Lock {

    private static final System.Logger LOG = System.getLogger(PostgresWaits.class.getName());
    private static final long EVERY_SECONDS = 1;
    private static final String BLOCKING = """
            select string_agg('session ' || pid || coalesce(' (' || nullif(concat_ws(', ', nullif(application_name, ''), state), '') || ')', ''),
                              ', ' order by pid)
            from pg_stat_activity where pid = any(pg_blocking_pids(?))""";

    private final int session;
    private final Engine.Work<Connection> opens;
    private final Consumer<String> waiting;
    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread watch;
    private String said = "";

    private PostgresWaits(int session, Engine.Work<Connection> opens, Consumer<String> waiting) {
        this.session = session;
        this.opens = opens;
        this.waiting = waiting;
        watch = Thread.ofVirtual().name("watch of session " + session).unstarted(this::watch);
    }

    /// Until it is closed.
    ///
    /// @param opens another connection to the same server
    static PostgresWaits of(Connection connection, Engine.Work<Connection> opens, Consumer<String> waiting)
            throws SQLException {
        var session = Math.toIntExact(Counting.count(connection, "select pg_backend_pid()"));
        var waits = new PostgresWaits(session, opens, waiting);
        waits.watch.start();
        return waits;
    }

    /// Whatever goes wrong here must not disturb the work.
    private void watch() {
        try {
            if (isOver()) return;
            try (var connection = opens.run();
                    var question = connection.prepareStatement(BLOCKING)) {
                question.setInt(1, session);
                do look(question);
                while (!isOver());
            }
        } catch (SQLException | RuntimeException failure) {
            LOG.log(System.Logger.Level.DEBUG, "nobody looks whom session " + session + " waits for", failure);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isOver() throws InterruptedException {
        return over.await(EVERY_SECONDS, TimeUnit.SECONDS);
    }

    private void look(PreparedStatement question) throws SQLException {
        try (var rows = question.executeQuery()) {
            rows.next();
            var holders = rows.getString(1);
            if (holders == null || holders.equals(said)) return;
            said = holders;
            waiting.accept(holders + " holds a lock that this step needs");
        }
    }

    /// A watch that waits for its connection, of a pool that has no other, is sent home.
    @Override
    public void close() {
        over.countDown();
        try {
            if (!watch.join(Duration.ofSeconds(EVERY_SECONDS))) watch.interrupt();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
