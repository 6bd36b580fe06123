package dev.gatehouse.mapper;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/// A connection that does nothing but wait for notifications.
///
/// @spec https://www.postgresql.org/docs/current/sql-notify.html PostgreSQL, NOTIFY
final class PostgresListening implements AutoCloseable {
    private static final int PROBE_SECONDS = 5;

    /// What the server takes, in bytes.
    private static final int LONGEST = 7_999;

    private static final Expression<Integer> SENT = Expression.sql(ColumnType.INTEGER, "1");
    private static final Projection<Integer> SENT_ROW = Projection.of(SENT);

    private final Connection connection;

    /// @param sender the database that announced it, so that it can tell its own from others'
    record Heard(Channel channel, String sender, String text) {}

    PostgresListening(Connection connection) {
        this.connection = connection;
    }

    /// Announces something with the commit of a transaction.
    static void announce(Execution execution, Channel channel, String sender, String text) {
        var payload = sender + " " + text;
        var length = payload.getBytes(StandardCharsets.UTF_8).length;
        if (length > LONGEST)
            throw new IllegalArgumentException(
                    "an announcement of " + length + " bytes is too long: send a key, at most " + LONGEST + " bytes");
        var phrase = new Phrase().text("select 1 from pg_notify(");
        phrase.expression(ColumnType.TEXT.value(channel.name())).text(", ");
        phrase.expression(ColumnType.TEXT.value(payload)).text(")");
        execution.only(phrase, SENT_ROW);
    }

    void listen(Collection<Channel> channels) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var channel : channels) statement.execute("listen " + channel.name());
        }
    }

    /// What comes, at the latest after that time; nothing if nothing came and the server is still there.
    ///
    /// @throws DatabaseDown if it is not
    List<Heard> next(Duration longest) {
        try {
            var come = connection.unwrap(PGConnection.class).getNotifications((int) longest.toMillis());
            if (come != null && come.length > 0)
                return Stream.of(come).map(PostgresListening::heard).toList();
            if (!connection.isValid(PROBE_SECONDS))
                throw new DatabaseDown("the connection that listens is dead", new SQLException("no answer"));
            return List.of();
        } catch (SQLException fault) {
            throw PostgresErrors.translated(fault);
        }
    }

    /// What others send who know nothing of us has no sender.
    private static Heard heard(PGNotification notification) {
        var payload = notification.getParameter();
        var space = payload.indexOf(' ');
        return new Heard(
                new Channel(notification.getName()),
                space < 0 ? "" : payload.substring(0, space),
                payload.substring(space + 1));
    }

    /// Ends the wait of another thread at once.
    void hangUp() {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException fault) {
            System.getLogger(PostgresListening.class.getName())
                    .log(System.Logger.Level.DEBUG, "the connection that listens could not be ended", fault);
        }
    }

    @Override
    public void close() {
        hangUp();
    }
}
